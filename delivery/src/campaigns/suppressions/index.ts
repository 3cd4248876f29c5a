export * from './list-suppressions';
export { explainSuppression } from './repeated-bounces';
export { liftSuppression, suppress, type SuppressionRequest } from './suppress';
export type { Suppression } from './suppression';
