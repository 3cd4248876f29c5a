export * from './email-address';
export * from './audience';
export * from './plan-audience';
