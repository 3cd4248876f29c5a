export { defaultBackOff, nextAttempt, type BackOff } from './back-off';
export { claimChunk } from './claim-chunk';
export type { ClaimedDelivery, Lease } from './claimed';
export { dispatchChunk, type ChunkTrouble, type DispatchDependencies } from './dispatch-chunk';
export { messageMakers } from './message-makers';
export { recover, type Recovery } from './recover';
export { release } from './release';
export { renewLeases } from './renew-leases';
export { settle, type Settlement } from './settlement';
