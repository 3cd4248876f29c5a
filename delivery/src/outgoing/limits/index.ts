export { openPaces, type Paces } from './learned-paces';
export { limitDescriptions, limitVariables, sendingLimits } from './limit-settings';
export {
  limitOfDomain,
  limitSchema,
  readLimit,
  sendingLimitsSchema,
  type Limit,
  type SendingLimits,
} from './sending-limits';
export { openTokens, type Grant, type Tokens } from './limit-tokens';
