export { backOffOf, backOffSchema, retryDescriptions, retryVariables } from './back-off';
export { dispatchChunk, largestGroup } from './dispatch-chunk';
export { claimChunk, recover } from './leases';
export { openPreparation } from './preparation';
export { unwrittenOutcomes } from './settling';
