export type { Delivery } from './delivery';
export { explainDelivery } from './explain-delivery';
export { findDelivery } from './find-delivery';
export { eachDelivery, listDeliveries, type DeliveryFilter } from './list-deliveries';
export { listExclusions, type ExcludedReader, type ExclusionFilter } from './list-exclusions';
