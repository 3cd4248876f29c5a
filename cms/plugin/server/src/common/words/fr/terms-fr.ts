import type { LedgerHold, SuppressionReason } from '@nachra/delivery';
import type { Language } from '@nachra/renderer';
import type { Stage, StageEvent } from '../../../../../shared/stages';

/** An edition's language, as it follows a noun. */
export const languages: Record<Language, string> = { fr: 'en français', ar: 'en arabe', en: 'en anglais' };

/** The account of the operating system that ran a command: a name such as `root` is nobody’s of the team. */
export const account = (name: string) => `compte système ${name}`;

/** Where an issue stands, after “is”. */
export const stages: Record<Stage, string> = {
  drafting: 'en rédaction',
  'in-review': 'en relecture',
  approved: 'approuvé',
  scheduled: 'programmé',
  sending: 'en cours d’envoi',
  sent: 'envoyé',
};

/** What cannot happen to an issue where it stands. */
export const steps: Record<StageEvent, string> = {
  submit: 'ne peut pas être soumis à relecture',
  withdraw: 'ne peut pas être repris en rédaction',
  approve: 'ne peut pas être approuvé',
  void: 'ne peut pas perdre son approbation',
  correct: 'ne peut pas être rectifié',
  uncorrect: 'n’a pas de rectificatif à annuler',
  schedule: 'ne peut pas être programmé',
  start: 'ne peut pas être envoyé',
  finish: 'ne peut pas être clos',
  release: 'ne peut pas être déprogrammé',
};

/** Why an address must not be mailed, as it follows the address. */
export const suppressionReasons: Record<SuppressionReason, string> = {
  unsubscribed: 'désabonnement',
  bounced: 'adresse en erreur',
  complained: 'signalée comme indésirable',
  'suppressed-by-hand': 'écartée à la main',
};

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
