export { loadWebFiles, type WebFiles, webRoutes } from './web-files.ts';
