export * from './campaign-status';
export * from './delivery-state';
