export { ledgerFigures, type AnswerCount, type LedgerFigures } from './ledger-figures';
