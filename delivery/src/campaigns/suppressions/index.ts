export { explainSuppression } from './explain-suppression';
export { listSuppressions, readSuppressions } from './list-suppressions';
export { liftSuppression, suppress } from './suppress';
export type { Suppression, SuppressionCause } from './suppression-record';
