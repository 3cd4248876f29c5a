export type { Classification, MessageKind, Severity } from './classification';
export { classifyMessage } from './classify-message';
export { explainRule } from './explain-rule';
