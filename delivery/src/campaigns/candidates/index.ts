export * from './address';
export * from './audience';
export * from './plan-audience';
