export { inThisThread, type Pool, workerPool } from './pool.ts';
export type { AddDrafts, Form, Rendered, RenderedJob } from './render.ts';
