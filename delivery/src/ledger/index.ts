export type { Dialect } from './dialect';
export type { Binding, Ledger, Statements } from './ledger';
export { openLedger, type LedgerOptions } from './open-ledger';
