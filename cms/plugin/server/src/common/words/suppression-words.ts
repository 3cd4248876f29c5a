import type { SuppressionReason } from '@nachra/delivery';
import type { DeskLanguage } from './desk-words';

/** Why an address must not be mailed, as it follows the address. */
export const suppressionWords: Record<DeskLanguage, Record<SuppressionReason, string>> = {
  fr: {
    unsubscribed: 'désinscription',
    bounced: 'adresse en erreur',
    complained: 'signalée comme indésirable',
    'suppressed-by-hand': 'écartée à la main',
  },
  en: {
    unsubscribed: 'unsubscribed',
    bounced: 'undeliverable',
    complained: 'reported as spam',
    'suppressed-by-hand': 'suppressed by hand',
  },
};
