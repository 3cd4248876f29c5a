import type { LedgerHold } from '@nachra/delivery';

/** Why all sending was held, after “because”. */
export const holdReasons: Record<LedgerHold, string> = {
  empty: 'le registre des envois est vide',
  another: 'le registre des envois est un autre',
  older: 'le registre des envois est plus ancien que le contenu',
  'rolled-back': 'les données sont revenues en arrière',
  moved: 'le registre des envois a changé de place',
  'link-secret-changed': 'la clé des liens a changé',
  'person-key-changed': 'la clé des personnes a changé',
  damaged: 'le registre des envois est endommagé',
  restored: 'les données viennent d’une sauvegarde',
  'carried-over': 'l’installation a été transférée vers PostgreSQL',
  'journal-changed': 'le journal n’est plus ce qui avait été écrit',
};
