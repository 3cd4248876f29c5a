export * from './list-suppressions';
export { explainSuppression } from './explain-suppression';
export { liftSuppression, suppress, type SuppressionRequest } from './suppress';
export type { Suppression, SuppressionCause } from './suppression';
