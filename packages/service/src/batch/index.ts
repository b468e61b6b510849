export { type BatchEvent, type JobReader, readAll } from './read-all.ts';
export { type Archived, type JobRead, type ReadJob, readJob } from './read-job.ts';
export { readOne } from './read-one.ts';
