export * from './list-suppressions';
export { liftSuppression, suppress, type SuppressionRequest } from './suppress';
export type { Suppression } from './suppression';
