import { fieldsIn } from './contract-fields';
import { inputFault } from './input-problems';
import type { Words } from './desk-words';

/** An edition's language, as it follows a noun. */
export const languages = { fr: 'en français', ar: 'en arabe', en: 'en anglais' } as const;

const stages = {
  drafting: 'en rédaction',
  'in-review': 'en relecture',
  approved: 'approuvé',
  scheduled: 'programmé',
  sending: 'en cours d’envoi',
  sent: 'envoyé',
} as const;

const steps = {
  submit: 'ne peut pas être soumis à relecture',
  withdraw: 'ne peut pas être repris en rédaction',
  approve: 'ne peut pas être approuvé',
  void: 'ne peut pas perdre son approbation',
  schedule: 'ne peut pas être programmé',
  start: 'ne peut pas être envoyé',
  finish: 'ne peut pas être clos',
  release: 'ne peut pas être libéré',
} as const;

const troubles = {
  unreachable: 'est injoignable ; vérifiez SMTP_URL et le réseau',
  'sign-in-refused': 'refuse l’identifiant ou le mot de passe ; corrigez-les dans SMTP_URL',
  insecure: 'n’offre pas de connexion chiffrée ; utilisez smtps:// ou un serveur avec STARTTLS',
  'sender-refused': 'refuse l’adresse de l’expéditeur ; corrigez-la dans la marque',
  closing: 'ferme la connexion pour le moment ; réessayez dans quelques minutes',
  stopped: 'n’a pas pu être interrogé, l’application s’arrête',
  'breaking-off': 'coupe la connexion au milieu des messages ; parlez-en à qui l’administre',
  'ascii-only': 'n’accepte pas les adresses à lettres accentuées ou non latines avant le @',
} as const;

const fields = fieldsIn('fr');

const expectations = {
  text: 'il est vide',
  address: 'il doit être une adresse e-mail, comme lettre@exemple.org',
  'short-local-part': '18 caractères au plus avant le @, car un jeton de 45 au plus s’y ajoute',
  'list-id': 'il doit s’écrire comme un nom de domaine : amanews.exemple.org',
  url: 'il doit être une adresse, comme https://lettre.exemple.org',
  'feedback-id': 'il doit avoir 5 à 15 lettres, chiffres, traits d’union ou tirets bas',
} as const;

/** For what only the operator of the installation can fix. */
const operators = (code: string) =>
  `Cela ne peut pas se faire pour l’instant, et seul votre administrateur peut y remédier : donnez-lui l’heure et le code ${code}.`;

const campaignUnknown = () => 'Cet envoi n’existe pas.';
const addressInvalid = () => 'Ce n’est pas une adresse e-mail. Écrivez-la sous la forme nom@example.org.';

/** What the desk says when it refuses, in French. */
export const refusals: Pick<Words, 'obstacles' | 'refusals' | 'delivery'> = {
  obstacles: {
    'edition-changed': () =>
      'Le numéro a changé depuis que vous l’avez vu : rechargez l’aperçu, relisez-le, puis recommencez.',
    'article-unpublished': (title) =>
      `L’article « ${title} » n’est pas publié : publiez-le, ou retirez-le du numéro.`,
    'article-modified': (title) =>
      `L’article « ${title} » a des modifications non publiées : publiez-les, ou annulez-les.`,
  },
  refusals: {
    INPUT_INVALID: ({ problems }) =>
      problems
        .map((problem) => `Le champ « ${problem.field} » n’est pas valable : ${inputFault(problem, 'fr')}.`)
        .join(' '),
    ISSUE_UNKNOWN: () => 'Ce numéro n’existe pas, ou a été supprimé.',
    ISSUE_INVALID: ({ obstacles }) => obstacles.map(({ message }) => message).join(' '),
    ISSUE_LOCKED: ({ number, stage }) =>
      `Le numéro ${number} est ${stages[stage]} : les lecteurs l’ont, il ne peut plus être ni modifié ni supprimé. Pour corriger, préparez un nouveau numéro.`,
    ISSUE_SCHEDULED: ({ number }) =>
      `Le numéro ${number} est programmé : annulez d’abord son envoi sur le bureau, puis supprimez-le.`,
    STAGE_GUARDED: () =>
      'L’étape et l’approbation d’un numéro ne se changent que sur le bureau de la newsletter. Rechargez cette page, puis enregistrez de nouveau.',
    STAGE_REFUSED: ({ number, stage, event }) =>
      `Le numéro ${number} est ${stages[stage]} : il ${steps[event]}.`,
    APPROVAL_REFUSED: ({ obstacles }) => obstacles.map(({ message }) => message).join(' '),
    NOT_APPROVED: ({ number, stage }) =>
      `Le numéro ${number} est ${stages[stage]} : seul un numéro approuvé peut être envoyé.`,
    EDITION_CHANGED: (changed) =>
      changed.since === 'seen'
        ? 'Le numéro a changé depuis que vous l’avez vu : rechargez l’aperçu, relisez-le, puis recommencez.'
        : `Le numéro ${changed.number} (${languages[changed.language]}) n’est plus tel qu’il a été approuvé : relisez-le et approuvez-le de nouveau.`,
    AUDIENCE_EMPTY: () => 'Choisissez au moins une liste ou un segment.',
    LIST_UNKNOWN: () => 'Une des listes choisies n’existe plus : rechargez la page et choisissez de nouveau.',
    SEGMENT_UNKNOWN: () =>
      'Un des segments choisis n’existe plus : rechargez la page et choisissez de nouveau.',
    SEGMENT_INVALID: ({ name }) =>
      `La règle du segment « ${name} » est illisible : corrigez-la dans le gestionnaire de contenu.`,
    SENDER_INCOMPLETE: ({ problems }) =>
      `L’expéditeur n’est pas complet. Corrigez dans la marque : ${problems
        .map(({ field, expected }) => `« ${fields[field] ?? field} » (${expectations[expected]})`)
        .join(', ')}.`,
    CAMPAIGN_UNKNOWN: campaignUnknown,
    START_IN_PAST: () => 'L’heure d’envoi est passée : choisissez une heure à venir, ou envoyez maintenant.',
    NO_RECIPIENTS: ({ candidates }) => {
      if (candidates === 0) return 'Les listes choisies sont vides : personne ne recevrait ce numéro.';
      const everybody =
        candidates === 1
          ? 'La seule personne choisie est écartée'
          : `Les ${candidates} personnes choisies sont toutes écartées`;
      return `${everybody} (désinscription, inscription non confirmée ou adresse non valable) : personne ne recevrait ce numéro.`;
    },
    SMTP_MISSING: () =>
      'Aucun serveur d’envoi n’est réglé : ajoutez SMTP_URL au fichier .env (smtp://utilisateur:motdepasse@serveur:587) et redémarrez.',
    SMTP_TROUBLE: ({ host, trouble, reply }) =>
      `Le serveur d’envoi ${host} ${troubles[trouble]}.${reply === '' ? '' : ` Sa réponse : ${reply}`}`,
    ADDRESS_INVALID: addressInvalid,
    SUPPRESSION_UNKNOWN: () => 'Cette adresse n’est plus écartée : rechargez la page.',
    UNFORESEEN: () =>
      'Une erreur inattendue s’est produite ; rien n’a été perdu. Réessayez, et si elle revient, signalez l’heure à votre administrateur.',
  },
  delivery: {
    ADDRESS_INVALID: addressInvalid,
    ASSET_MISSING: () => operators('ASSET_MISSING'),
    AUDIENCE_UNBALANCED: () => operators('AUDIENCE_UNBALANCED'),
    CAMPAIGN_CANCELLED: () =>
      'Cet envoi a été annulé : il ne reprend pas et ne renvoie plus rien. Préparez-en un nouveau s’il le faut.',
    CAMPAIGN_UNKNOWN: campaignUnknown,
    CONFIG_INVALID: () => operators('CONFIG_INVALID'),
    EDITION_MISSING: ({ language }) =>
      `Il n’y a pas d’édition ${isLanguage(language) ? languages[language] : `en « ${language} »`} à envoyer : approuvez d’abord le numéro dans cette langue.`,
    LEDGER_MIGRATION: () => operators('LEDGER_MIGRATION'),
    LEDGER_UNREACHABLE: () => operators('LEDGER_UNREACHABLE'),
    LEDGER_UNWRITABLE: () => operators('LEDGER_UNWRITABLE'),
    MAILBOX_FAILED: () => operators('MAILBOX_FAILED'),
    MAILBOX_FOLDER: () => operators('MAILBOX_FOLDER'),
    MAILBOX_SIGN_IN: () => operators('MAILBOX_SIGN_IN'),
    MAILBOX_TLS: () => operators('MAILBOX_TLS'),
    MAILBOX_TOKEN: () => operators('MAILBOX_TOKEN'),
    MAILBOX_UNMOVABLE: () => operators('MAILBOX_UNMOVABLE'),
    MAILBOX_UNREACHABLE: () => operators('MAILBOX_UNREACHABLE'),
    MESSAGE_INVALID: () =>
      'Aucun message ne peut être fait de cette édition : cherchez-y de très longues lignes, et donnez à votre administrateur le code MESSAGE_INVALID.',
    SENDER_INVALID: ({ problems }) =>
      `L’expéditeur n’est pas complet. Corrigez dans la marque : ${problems
        .map(({ field, expected }) => `« ${field} » (${expectations[expected]})`)
        .join(', ')}.`,
  },
};

function isLanguage(language: string): language is keyof typeof languages {
  return language in languages;
}
