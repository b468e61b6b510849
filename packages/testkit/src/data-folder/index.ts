export { dataFolder, prepareDatabase } from './data-folder.ts';
