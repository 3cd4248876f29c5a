import type { PictureFault } from '../../../../../shared/lists';
import { uids } from '../../../../../shared/uids';
import { fieldLabel, fieldsIn } from '../contract-fields';
import type { Words } from '../desk-words';
import { addressInvalid, campaignUnknown, expectations, undecided } from './delivery-fr';
import { inputs } from './inputs-fr';
import { reviewRefusals } from './review-refusals-fr';
import { languages, stages, steps, suppressionReasons } from './terms-fr';

const documents = {
  article: 'cet article',
  issue: 'ce numéro',
  dashboard: 'ce tableau de bord',
  brand: 'l’institution',
} as const;

const troubles = {
  unreachable: 'est injoignable ; faites vérifier son adresse (SMTP_URL) et le réseau',
  'sign-in-refused': 'refuse l’identifiant ou le mot de passe ; faites-les corriger (SMTP_URL)',
  insecure: 'n’offre pas de connexion chiffrée ; utilisez smtps:// ou un serveur avec STARTTLS',
  'sender-refused': 'refuse l’adresse de l’expéditeur ; corrigez-la dans les réglages de l’institution',
  closing: 'ne prend rien pour le moment ; réessayez dans quelques minutes',
  stopped: 'n’a pas pu être interrogé, l’application s’arrête',
  'breaking-off': 'coupe la connexion au milieu des messages ; parlez-en à qui l’administre',
  'ascii-only': 'n’accepte pas les adresses à lettres accentuées ou non latines avant le @',
} as const;

/** What keeps somebody from approving an issue. */
const deeds = {
  submitted: 'vous l’avez soumis à la relecture',
  changed: 'vous avez modifié son contenu',
  published: 'vous avez publié une partie de son contenu',
  deleted: 'vous avez supprimé une partie de son contenu',
  'lifted-rule': 'c’est vous qui avez levé cette règle, et elle vaut encore pour vous',
} as const;

const listed = new Intl.ListFormat('fr', { type: 'conjunction' });
const fields = fieldsIn('fr');

/** Why a picture was not copied. */
const pictureTroubles: Record<PictureFault, string> = {
  unreachable: 'inaccessible',
  private: 'adresse d’un réseau privé',
  'too-large': 'trop lourde',
  'too-many-pixels': 'trop de pixels',
  'too-slow': 'trop lente à venir',
  'no-picture': 'pas une image PNG, JPEG ou GIF',
};

/** What the desk says when it refuses, in French. */
export const refusals: Pick<Words, 'obstacles' | 'refusals'> = {
  obstacles: {
    'edition-changed': () =>
      'Le numéro a changé depuis que vous l’avez vu : rechargez l’aperçu, relisez-le, puis recommencez.',
    'picture-foreign': ({ where, address }) =>
      `${where} : l’image ${address} se trouve sur un autre serveur, où elle peut changer ou disparaître. Mettez le numéro en relecture pour qu’elle soit copiée, ou téléversez-la dans la médiathèque.`,
    'picture-missing': ({ where, address }) =>
      `${where} : l’image ${address} manque, est trop lourde ou n’est pas au format PNG, JPEG ou GIF. Téléversez-la de nouveau.`,
    'article-unpublished': (title) =>
      `L’article « ${title} » n’est pas publié : publiez-le, ou retirez-le du numéro.`,
    'article-modified': (title) =>
      `L’article « ${title} » a des modifications non publiées : publiez-les, ou annulez-les.`,
  },
  refusals: {
    INPUT_INVALID: ({ problems }) =>
      problems
        .map(
          (problem) =>
            `Le champ « ${problem.field} » n’est pas valable : ${inputs[problem.code](problem.values)}.`,
        )
        .join(' '),
    BODY_TOO_LARGE: ({ limit }) =>
      `C’est trop volumineux${limit === null ? '' : ` : ${sizeOf(limit)} au plus sont acceptés à la fois`}. Raccourcissez, ou envoyez en plusieurs fois ; rien n’a été enregistré.`,
    BODY_TOO_DEEP: ({ limit }) =>
      `C’est imbriqué sur plus de ${limit} niveaux, ce dont aucun texte n’a besoin : réduisez les listes. Rien n’a été enregistré.`,
    BODY_UNREADABLE: () =>
      'Ce qui a été envoyé ne peut pas être lu : ce n’est ni du JSON, ni un formulaire. Rechargez la page et recommencez ; rien n’a été enregistré.',
    REQUEST_INCOMPLETE: () =>
      'Il manque à cette demande ce dont son adresse a besoin, ou elle porte sur quelque chose qui n’existe pas. Rechargez la page et recommencez.',
    QUERY_TOO_LONG: ({ limit }) =>
      `Un paramètre de cette adresse a plus de ${limit} caractères : demandez moins à la fois.`,
    QUERY_UNREADABLE: () =>
      'Les filtres de cette adresse ne veulent rien dire pour la base de données. Enlevez-les et recommencez ; rien n’a été changé.',
    ISSUE_UNKNOWN: () => 'Ce numéro n’existe pas, ou a été supprimé.',
    ISSUE_INVALID: ({ obstacles }) => obstacles.map(({ message }) => message).join(' '),
    ISSUE_LOCKED: ({ number, stage }) =>
      `Le numéro ${number} est ${stages[stage]} : les lecteurs l’ont, il ne peut plus être ni modifié ni supprimé. Pour corriger, ouvrez un rectificatif au pupitre.`,
    ISSUE_SCHEDULED: ({ number }) =>
      `Le numéro ${number} est programmé : annulez d’abord son envoi au pupitre, puis supprimez-le.`,
    NUMBER_UNKNOWN: ({ number }) => `Il n’y a pas de numéro ${number} à reprendre : choisissez-en un autre.`,
    NUMBER_UNTRANSLATED: ({ number, languages: lacking }) =>
      `Le numéro ${number} n’existe pas, ou plus, ${listed.format(lacking.map((one) => languages[one]))} : rechargez la page, ou choisissez d’autres langues.`,
    NUMBER_TAKEN: ({ number, languages: taken }) =>
      `Le numéro ${number} existe déjà ${listed.format(taken.map((one) => languages[one]))} : ouvrez-le, ou choisissez un autre numéro ou d’autres langues.`,
    NUMBER_UNFIT: ({ number, sentence }) =>
      `Le numéro ${number} ne peut pas servir de modèle tel quel. ${sentence} Corrigez-le d’abord, ou partez d’un autre numéro ; rien n’a été créé.`,
    NUMBER_FORBIDDEN: () => 'Vous n’avez pas le droit de créer un numéro : demandez à la rédaction.',
    COPY_CLOSED: () =>
      'Un numéro ne se duplique pas ainsi : sa copie garderait l’objet, les articles et les chiffres de l’autre. Préparez-le au pupitre (« Préparer un numéro »).',
    ARTICLE_UNKNOWN: () => 'Cet article n’existe pas, ou a été supprimé.',
    WORDS_HOMELESS: ({ language }) =>
      `L’institution n’a pas encore de textes ${languages[language]} : écrivez-les d’abord (Institution, « Textes par langue »), puis ajoutez le mot.`,
    WORDS_FULL: ({ limit }) =>
      `Les mots de la maison ont atteint ${limit} caractères, la longueur permise : retirez-en dans la fiche de l’institution, puis recommencez.`,
    TRANSLATION_TAKEN: ({ language, title }) =>
      `Cet article existe déjà ${languages[language]}${title === '' ? '' : ` : « ${title} »`}. Ouvrez-le, ou détachez-le d’abord.`,
    ...reviewRefusals,
    CORRECTION_BOUND: ({ number }) =>
      `Le numéro ${number} fait l’objet d’un rectificatif et les lecteurs l’ont : il garde son numéro et sa langue, et ne peut être supprimé. Pour y renoncer, reprenez le rectificatif au pupitre.`,
    STAGE_GUARDED: () =>
      'L’étape et l’approbation d’un numéro ne se changent qu’au pupitre. Rechargez cette page, puis enregistrez de nouveau.',
    REVISION_MISSING: () =>
      'Cet enregistrement ne dit pas de quelle version il est parti, et pourrait effacer le travail de quelqu’un. Rechargez la page, puis recommencez ; un programme envoie le champ « revision » du document qu’il a lu.',
    REVISION_STALE: ({ type, title, by, fields: changed }) => {
      const what = title === null ? documents[type] : `« ${title} »`;
      const labels = changed.map((field) => fieldLabel(uids[type], field, 'fr'));
      const where = labels.length === 0 ? '' : ` (${labels.join(', ')})`;
      return `${by ?? 'Un programme'} a modifié ${what} depuis que vous l’avez ouvert${where}. Rien n’a été changé : recommencez pour voir les deux versions et choisir.`;
    },
    CHOICE_MISSING: () =>
      'Certains champs ont été modifiés des deux côtés : choisissez pour chacun la version à garder.',
    DOCUMENT_DELETED: ({ type, by }) =>
      by === null
        ? `Quelqu’un a supprimé ${documents[type]} depuis que vous l’avez ouvert. Rien n’a été enregistré ; ce que vous avez écrit est encore à l’écran, copiez-le avant de quitter la page.`
        : `${by} a supprimé ${documents[type]} depuis que vous l’avez ouvert. Rien n’a été enregistré ; ce que vous avez écrit est encore à l’écran, copiez-le avant de quitter la page.`,
    DOCUMENT_FORBIDDEN: () => 'Vous n’avez pas le droit de modifier ce document.',
    STAGE_REFUSED: ({ number, stage, event }) =>
      `Le numéro ${number} est ${stages[stage]} : il ${steps[event]}.`,
    APPROVAL_REFUSED: ({ obstacles }) => obstacles.map(({ message }) => message).join(' '),
    APPROVAL_PROTECTED: ({ number, stage, language }) =>
      `Le numéro ${number} (${languages[language]}) est ${stages[stage]} et contient cet élément : seules les personnes qui peuvent ${stage === 'scheduled' ? 'envoyer' : 'approuver'} le numéro peuvent encore le modifier. Adressez-vous à l’une d’elles ; rien n’a été enregistré.`,
    APPROVAL_ENDS: ({ issues }) =>
      `Cette modification met fin à l’approbation du ${issues.map(({ number, language }) => `n° ${number} (${languages[language]})`).join(', du ')}${issues.some(({ startAt }) => startAt !== null) ? ' et annule l’envoi programmé' : ''}. Rien n’a été enregistré.`,
    DELETION_HELD: ({ issues }) =>
      `Cet élément figure dans le ${issues.map(({ number, language }) => `n° ${number} (${languages[language]})`).join(', le ')}. Rien n’a été supprimé.`,
    ACKNOWLEDGEMENT_MISSING: ({ findings }) =>
      `Avant d’approuver, prenez acte de chaque remarque sur les chiffres, les dates ou le numéro. Il manque : ${findings.map(({ place, message }) => `${place} : ${message}`).join(' ')}`,
    FOUR_EYES: ({ number, deeds: done, names, approvers }) => {
      const why = listed.format(done.map((deed) => deeds[deed]));
      const others =
        names.length > 1
          ? ` Ne peuvent pas l’approuver, car aucune approbation n’a suivi leur travail : ${names.join(', ')}.`
          : '';
      const who =
        approvers.length === 0
          ? 'Personne d’autre n’en a le droit : faites-le donner à une autre personne (Paramètres, Rôles).'
          : `${approvers.length === 1 ? 'Peut' : 'Peuvent'} l’approuver : ${approvers.join(', ')}.`;
      return `Une autre personne doit approuver le numéro ${number}, car ${why}.${others} ${who}`;
    },
    CORRECTION_UNKNOWN: ({ number }) => `Le numéro ${number} n’a pas de rectificatif en cours.`,
    CORRECTION_EDITED: ({ number, fields: changed }) =>
      `Le numéro ${number} n’est plus tel que les lecteurs l’ont reçu${changed.length === 0 ? '' : ` (${changed.map((field) => fieldLabel(uids.issue, field, 'fr')).join(', ')})`}. Rétablissez-le d’abord, ou allez au bout du rectificatif.`,
    PICTURE_LOST: ({ number, language, picture }) =>
      `L’image ${picture} du numéro ${number} (${languages[language]}) approuvé manque sur le serveur : restaurez le dossier des images depuis une sauvegarde, ou approuvez le numéro de nouveau.`,
    PICTURE_NOT_COPIED: ({ pictures }) =>
      `Des images d’autres serveurs n’ont pas pu être copiées : ${pictures.map(({ address, fault }) => `${address} (${pictureTroubles[fault]})`).join(', ')}. Téléversez-les dans la médiathèque, ou retirez-les.`,
    PICTURE_TOO_LARGE: ({ name, megapixels, limit }) =>
      `L’image « ${name} » a ${megapixels} millions de pixels, et le maximum est de ${limit} millions. Réduisez-la, puis téléversez-la de nouveau ; rien n’a été enregistré.`,
    PICTURE_UNREADABLE: ({ name }) =>
      `Le fichier « ${name} » n’est pas une image qu’un message puisse montrer : téléversez une image PNG, JPEG ou GIF qui ne soit pas abîmée. Rien n’a été enregistré.`,
    UPLOAD_PROTECTED: ({ name }) =>
      `Le fichier « ${name} » a été téléversé par une autre personne : seules cette personne ou celles qui peuvent approuver un numéro peuvent le remplacer ou le supprimer.`,
    UPLOAD_ATTACHED: () =>
      'Un fichier se téléverse dans la médiathèque seulement (sans ref, refId ni field) : ajoutez-le à l’article, au numéro ou à l’institution qui le montre, puis enregistrez.',
    NOT_APPROVED: ({ number, stage }) =>
      `Le numéro ${number} est ${stages[stage]} : seul un numéro approuvé peut être envoyé.`,
    EDITION_CHANGED: (changed) =>
      changed.since === 'seen'
        ? 'Le numéro a changé depuis que vous l’avez vu : rechargez l’aperçu, relisez-le, puis recommencez.'
        : `Le numéro ${changed.number} (${languages[changed.language]}) n’est plus tel qu’il a été approuvé : relisez-le et approuvez-le de nouveau.`,
    EDITION_CORRECTED: ({ number, languages: of }) =>
      `Ce que cet envoi portait du numéro ${number} (${of.map((each) => languages[each]).join(', ')}) fait l’objet d’un rectificatif, ou n’est plus approuvé : rien n’en est renvoyé. Envoyez le rectificatif, ou annulez-le d’abord.`,
    AUDIENCE_EMPTY: () => 'Choisissez au moins une liste ou un segment.',
    LIST_UNKNOWN: () => 'Une des listes choisies n’existe plus : rechargez la page et choisissez de nouveau.',
    SEGMENT_UNKNOWN: () =>
      'Un des segments choisis n’existe plus : rechargez la page et choisissez de nouveau.',
    SEGMENT_INVALID: ({ name }) =>
      `La règle du segment « ${name} » est illisible : corrigez-la dans le gestionnaire de contenu.`,
    SENDER_INCOMPLETE: ({ problems }) =>
      `L’expéditeur n’est pas complet. Corrigez dans les réglages de l’institution : ${problems
        .map(({ field, expected }) => `« ${fields[field] ?? field} » (${expectations[expected]})`)
        .join(', ')}.`,
    CAMPAIGN_UNKNOWN: campaignUnknown,
    START_IN_PAST: () => 'L’heure d’envoi est passée : choisissez une heure à venir, ou envoyez maintenant.',
    NO_RECIPIENTS: ({ candidates }) => {
      if (candidates === 0) return 'Les listes choisies sont vides : personne ne recevrait ce numéro.';
      const everybody =
        candidates === 1
          ? 'La seule personne choisie est laissée de côté'
          : `Les ${candidates} personnes choisies sont toutes laissées de côté`;
      return `${everybody} (désabonnement, inscription non confirmée ou adresse non valable) : personne ne recevrait ce numéro.`;
    },
    SENDING_HELD: () =>
      'Rien ne peut partir pour l’instant : l’envoi est retenu jusqu’à ce que quelqu’un décide, à la page « Envois retenus » du pupitre.',
    HOLD_UNDECIDED: ({ count }) => undecided(count),
    SMTP_MISSING: () =>
      'Aucun serveur d’envoi n’est réglé : demandez à votre administrateur d’ajouter son adresse (SMTP_URL) au fichier .env, comme smtp://utilisateur:motdepasse@serveur:587, puis de redémarrer.',
    SMTP_TROUBLE: ({ host, trouble, reply }) =>
      `Le serveur d’envoi ${host} ${troubles[trouble]}.${reply === '' ? '' : ` Sa réponse : ${reply}`}`,
    ADDRESS_INVALID: addressInvalid,
    SUPPRESSION_UNKNOWN: () => 'Cette adresse n’est plus écartée : rechargez la page.',
    TEST_ADDRESS_STRANGE: ({ addresses, domains, mayConfirm }) => {
      const isOne = addresses.length === 1;
      const what = isOne
        ? `L’adresse ${addresses.join()} n’est ni d’un membre de l’équipe ni d’un domaine admis`
        : `Ces adresses ne sont ni de membres de l’équipe ni d’un domaine admis : ${addresses.join(', ')}`;
      const admitted =
        domains.length === 0 ? 'aucun domaine n’est admis' : `domaines admis : ${domains.join(', ')}`;
      const to = isOne ? 'lui' : 'leur';
      const next = mayConfirm
        ? `Confirmez pour ${to} envoyer l’essai.`
        : `Demandez à une personne qui approuve les numéros de ${to} envoyer l’essai.`;
      return `${what} (${admitted}). ${next}`;
    },
    TEST_LIMIT: ({ limit, sent, again }) =>
      `Vos essais vont à ${limit} adresses par heure au plus, et vous en êtes à ${sent}. Réessayez à partir de ${timeOf(again)}, ou choisissez moins d’adresses.`,
    TEST_ADDRESS_SUPPRESSED: ({ addresses }) =>
      `Ces personnes ne doivent plus recevoir de courrier, pas même un essai : ${addresses.map(({ address, reason }) => `${address} (${suppressionReasons[reason]})`).join(', ')}. Retirez-les de l’essai.`,
    ERASURE_LEAVING: ({ count }) =>
      `Cette personne ne peut pas être effacée à l’instant : ${count} message(s) pour elle sont en train de partir. Réessayez dans une minute ; rien n’a été effacé.`,
    PERSON_UNKNOWN: ({ address }) =>
      `Rien ici ne concerne ${address} : vérifiez l’adresse, ou elle est déjà effacée.`,
    JOURNAL_APPEND_ONLY: () =>
      'Le journal et la mémoire des lecteurs gardent ce qui fut écrit : rien ne s’y modifie ni ne s’en efface.',
    UNFORESEEN: () =>
      'Une erreur inattendue s’est produite. Regardez si c’est fait et, sinon, réessayez ; si elle revient, signalez l’heure à votre administrateur.',
  },
};

/** `64 Mo` ou `56 Ko`, as the parsers count: by 1,024. */
function sizeOf(bytes: number): string {
  return bytes >= 2 ** 20 ? `${Math.floor(bytes / 2 ** 20)} Mo` : `${Math.floor(bytes / 2 ** 10)} Ko`;
}

/** A moment of the day, in UTC as in the file of deliveries: the server does not know the person's time zone. */
function timeOf(instant: string): string {
  return `${new Date(instant).toISOString().slice(11, 16)} UTC`;
}
