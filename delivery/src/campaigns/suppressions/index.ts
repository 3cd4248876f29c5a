export { explainSuppression } from './explain-suppression';
export { listSuppressions, readSuppressions, type PageRequest } from './list-suppressions';
export { liftSuppression, suppress } from './suppress';
export type { Suppression, SuppressionCause } from './suppression-record';
