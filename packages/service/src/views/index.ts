export * from './deal.ts';
export * from './figure.ts';
export * from './request.ts';
export * from './source.ts';
