export type { Delivery, DeliveryOutcome } from './delivery';
export * from './decide-deliveries';
export * from './explain-delivery';
export { findDelivery } from './find-delivery';
export * from './list-deliveries';
