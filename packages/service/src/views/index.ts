export * from './answer.ts';
export * from './deal.ts';
export * from './figure.ts';
export * from './judgement.ts';
export * from './model.ts';
export * from './proceeds.ts';
export * from './request.ts';
export * from './source.ts';
