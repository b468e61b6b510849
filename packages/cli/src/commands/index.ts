export { addAsk } from './ask.ts';
export { addCalc } from './calc.ts';
export { addCheck } from './check.ts';
export type { Context, ExitStatus } from './context.ts';
export { addModel } from './model.ts';
export { addRead } from './read.ts';
export { addServe } from './serve.ts';
export { addImport, addSources } from './sources.ts';
export { addVerify } from './verify.ts';
