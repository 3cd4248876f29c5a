export { systemActor, type Actor } from './actor';
export { knownLedgerSteps, ledgerTables } from './migrate';
export type { Dialect } from './dialect';
export type { Binding, Ledger, Statements } from './ledger';
export { ledgerOptionsSchema, openLedger, type LedgerOptions } from './open-ledger';
