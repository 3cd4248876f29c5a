import type { Stage, StageEvent } from '../../../../shared/stages';
import type { DeskLanguage } from './desk-words';

/** Where an issue stands, and what cannot happen to it there: parts of sentences. */
export const stageWords: Record<
  DeskLanguage,
  { stages: Record<Stage, string>; steps: Record<StageEvent, string> }
> = {
  fr: {
    stages: {
      drafting: 'en rédaction',
      'in-review': 'en relecture',
      approved: 'approuvé',
      scheduled: 'programmé',
      sending: 'en cours d’envoi',
      sent: 'envoyé',
    },
    steps: {
      submit: 'ne peut pas être soumis à relecture',
      withdraw: 'ne peut pas être repris en rédaction',
      approve: 'ne peut pas être approuvé',
      void: 'ne peut pas perdre son approbation',
      correct: 'ne peut pas être rectifié',
      uncorrect: 'n’a pas de rectificatif à annuler',
      schedule: 'ne peut pas être programmé',
      start: 'ne peut pas être envoyé',
      finish: 'ne peut pas être clos',
      release: 'ne peut pas être libéré',
    },
  },
  en: {
    stages: {
      drafting: 'being drafted',
      'in-review': 'in review',
      approved: 'approved',
      scheduled: 'scheduled',
      sending: 'being sent',
      sent: 'sent',
    },
    steps: {
      submit: 'cannot be submitted for review',
      withdraw: 'cannot be taken back to drafting',
      approve: 'cannot be approved',
      void: 'cannot lose its approval',
      correct: 'cannot be corrected',
      uncorrect: 'has no correction to take back',
      schedule: 'cannot be scheduled',
      start: 'cannot be sent',
      finish: 'cannot be closed',
      release: 'cannot be released',
    },
  },
};
