export { readLimit, type Limit } from './limit';
export { limitAdvice, limitVariables, sendingLimits, type LimitVariables } from './limit-settings';
export { limitOfDomain, noLimits, type SendingLimits } from './limits';
export { nextPace, type Heard, type Pace } from './pace';
export { openPaces, type Paces } from './paces';
export { openTokens, type Grant, type Tokens } from './tokens';
