export {
  backOffOf,
  backOffSchema,
  retryDescriptions,
  retryVariables,
  type BackOff,
  type RetryVariables,
} from './back-off';
export { dispatchChunk, largestGroup, type ChunkEnd, type DispatchDependencies } from './dispatch-chunk';
export { claimChunk, recover, type Recovery } from './leases';
export { openPreparation, type Preparation } from './preparation';
export { unwrittenOutcomes, type Unwritten } from './settling';
