export { erasePerson } from './erase-person';
export { explainSuppression } from './explain-suppression';
export { liftSuppression } from './lift-suppression';
export { listSuppressions, readSuppressions, suppressedAmong } from './list-suppressions';
export { putBackSuppressions, type PutBack, type SuppressionDecision } from './put-back';
export { suppress } from './suppress';
export type { Suppression, SuppressionCause } from './suppression-record';
