export { MIGRATIONS } from './migrations.ts';
