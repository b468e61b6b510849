export { finished } from './finish.ts';
