import { uids } from '../../../../../shared/uids';
import { fieldLabel } from '../contract-fields';
import { counted } from '../counted';
import {
  choiceIn,
  countIn,
  differenceIn,
  findingSaid,
  instantIn,
  listIn,
  numberIn,
  textIn,
  type JournalFacts,
  type JournalWords,
} from '../journal-words';
import { holdReasons, suppressionReasons } from './terms-fr';

const languages = { fr: 'français', ar: 'arabe', en: 'anglais' };
const issueIn = (facts: JournalFacts) => `n° ${numberIn(facts, languages)}`;

const types: Record<string, string> = {
  [uids.issue]: 'le numéro',
  [uids.article]: 'l’article',
  [uids.dashboard]: 'le tableau de bord',
  [uids.brand]: 'l’institution',
  [uids.list]: 'la liste',
  [uids.subscriber]: 'un abonné',
  [uids.segment]: 'le segment',
  'plugin::upload.file': 'le fichier',
};
const actions: Record<string, string> = {
  create: 'A créé',
  clone: 'A créé par copie',
  delete: 'A supprimé',
  publish: 'A publié',
  unpublish: 'A dépublié',
  discardDraft: 'A abandonné les modifications de',
  update: 'A modifié',
};
const reasons: Record<string, string> = suppressionReasons;
const decisions: Record<string, string> = {
  arrived: 'arrivé',
  'not-arrived': 'pas arrivé',
  'send-again': 'à renvoyer',
};

const choices: Record<string, string> = {
  'treat-as-sent': 'compter comme envoyé',
  'send-the-rest': 'le laisser se poursuivre',
  'keep-hour': 'garder l’heure prévue',
  'keep-paused': 'le laisser suspendu',
  cancel: 'annuler',
};
/** Why one send is held. */
const heldBecause: Record<string, string> = {
  'silent-too-long': 'dont rien ne s’était occupé depuis une heure',
  'approval-unknown': 'dont le site ne connaît pas l’approbation',
  'edition-spoilt': 'dont le texte ou une image n’est plus ce qui avait été approuvé',
  'picture-lost': 'dont une image, perdue ou modifiée, ne s’afficherait pas',
};
/** How the rule of four eyes was met, where nobody else looked. */
const eyes: Readonly<Record<string, string | undefined>> = {
  off: ' La règle du double regard était désactivée.',
  alone: ' Personne d’autre ne pouvait l’approuver.',
};
const keys: Record<string, string> = { email: 'l’adresse de connexion', password: 'le mot de passe' };
const keysSet = (facts: JournalFacts) => {
  const set = listIn(facts, 'keys').map((key) => keys[key] ?? key);
  return set.length === 0 ? '' : ` A remplacé ${set.join(' et ')}.`;
};
const chosen = (facts: JournalFacts) => choices[choiceIn(facts)] ?? choiceIn(facts);
const allHeldBecause = (facts: JournalFacts) =>
  (holdReasons as Record<string, string>)[textIn(facts, 'hold')] ?? 'contenu et registre ne concordaient pas';
const journalIn = (facts: JournalFacts) => {
  const found = differenceIn(facts);
  if (found === null) return '';
  const { missing, changed, added, forged } = found;
  return ` Entrées du journal manquantes : ${missing}, changées : ${changed}, ajoutées : ${added}.${forged > 0 ? ' Leurs empreintes ont été changées aussi.' : ''}`;
};

const titled = (facts: JournalFacts) => {
  const title = textIn(facts, 'title');
  return title ? ` « ${title} »` : '';
};
const readers = (count: number) => counted(count, 'fr', { one: '# lecteur', other: '# lecteurs' });
const addresses = (count: number) => counted(count, 'fr', { one: '# adresse', other: '# adresses' });
const findings = (count: number) => counted(count, 'fr', { one: '# remarque', other: '# remarques' });
const because = (facts: JournalFacts, key: string) => {
  const reason = textIn(facts, key);
  return reason ? ` Raison : ${reason}` : '';
};
const askedIn = (facts: JournalFacts) => {
  const asked = listIn(facts, 'asked');
  return asked.length === 0 ? '' : ` (demandée à ${asked.join(', ')})`;
};
const who = (facts: JournalFacts) => `« ${textIn(facts, 'who')} »`;

/** What the desk says about entries of the journal, in French. */
export const journal: JournalWords = {
  fileName: 'journal',
  columns: ['Heure (UTC)', 'Qui', 'Compte', 'Nature', 'Numéro', 'Langue', 'Quoi', 'Code', 'Envoi'],
  kinds: {
    issue: 'Approbation',
    campaign: 'Envoi',
    test: 'Essai',
    export: 'Export',
    suppression: 'Adresse écartée',
    content: 'Contenu',
    sender: 'Expéditeur',
    rights: 'Droits',
    ledger: 'Registre',
  },
  sentences: {
    'issue.submitted': (facts) => `A soumis le ${issueIn(facts)} à la relecture${askedIn(facts)}.`,
    'issue.withdrawn': (facts) => `A repris le ${issueIn(facts)} en rédaction.`,
    'issue.sent-back': (facts) => `A renvoyé le ${issueIn(facts)} à corriger.${because(facts, 'reason')}`,
    'issue.all-clear': (facts) => `A lu le ${issueIn(facts)} et n’a rien à signaler.`,
    'issue.all-clear-taken-back': (facts) =>
      `Est revenu sur sa lecture du ${issueIn(facts)}, où rien n’était à signaler.`,
    'issue.approved': (facts) => {
      const acknowledged = countIn(facts, 'acknowledged') || countIn(facts, 'acknowledgements');
      const alone = eyes[textIn(facts, 'fourEyes')] ?? '';
      const aside = countIn(facts, 'setAside');
      return `A approuvé le ${issueIn(facts)}.${alone}${acknowledged ? ` A pris acte de ${findings(acknowledged)}.` : ''}${aside ? ` Mis de côté auparavant : ${findings(aside)}.` : ''}`;
    },
    'issue.voided': (facts) =>
      textIn(facts, 'because') === 'released'
        ? `L’approbation du ${issueIn(facts)} a pris fin quand l’envoi a été autorisé de nouveau : il est peut-être parti après la sauvegarde.`
        : `L’approbation du ${issueIn(facts)} a pris fin, parce que son contenu, ses images ou son expéditeur ont été modifiés.${countIn(facts, 'cancelled') ? ' L’envoi programmé a été annulé de ce fait.' : ''}`,
    'issue.corrected': (facts) => `A ouvert un rectificatif du ${issueIn(facts)}.${because(facts, 'reason')}`,
    'issue.uncorrected': (facts) => `A annulé le rectificatif du ${issueIn(facts)}.`,
    'issue.prepared': (facts) => {
      const from = countIn(facts, 'from');
      return `A préparé le ${issueIn(facts)}${from ? ` à partir du n° ${String(from)}` : ', vierge'}.`;
    },
    'finding.set-aside': (facts) =>
      `A mis de côté une remarque du ${issueIn(facts)} : « ${findingSaid(facts, 'fr')} ».${because(facts, 'reason')}`,
    'finding.taken-up': (facts) =>
      `A repris une remarque du ${issueIn(facts)} qui était mise de côté : « ${findingSaid(facts, 'fr')} ».${because(facts, 'reason')}`,
    'campaign.frozen': (facts) =>
      `A décidé l’envoi du ${issueIn(facts)} à ${readers(countIn(facts, 'recipients'))} ; écartés : ${countIn(facts, 'exclusions')}.`,
    'campaign.paused': (facts) => `A suspendu l’envoi du ${issueIn(facts)}.`,
    'campaign.resumed': (facts) => `A repris l’envoi du ${issueIn(facts)}.`,
    'campaign.cancelled': (facts) =>
      textIn(facts, 'because') === 'approval-ended'
        ? `L’envoi du ${issueIn(facts)} a été annulé, parce que son approbation a pris fin.`
        : `A annulé l’envoi du ${issueIn(facts)}.`,
    'campaign.decided': (facts) =>
      `A tranché pour ${readers(countIn(facts, 'changed'))} du ${issueIn(facts)} : ${decisions[textIn(facts, 'decision')] ?? textIn(facts, 'decision')}.`,
    'campaign.held': (facts) =>
      `A retenu l’envoi du ${issueIn(facts)}, ${heldBecause[textIn(facts, 'hold')] ?? heldBecause['silent-too-long']}.`,
    'campaign.hold-decided': (facts) =>
      `A tranché pour l’envoi retenu du ${issueIn(facts)} : ${chosen(facts)}.`,
    'issue.hold-decided': (facts) => `A tranché pour l’envoi perdu du ${issueIn(facts)} : ${chosen(facts)}.`,
    'test.sent': (facts) => {
      const strange = countIn(facts, 'strange');
      const confirmed = strange ? `, dont ${strange} à l’extérieur (avec confirmation)` : '';
      return `A envoyé le ${issueIn(facts)} en essai à ${addresses(countIn(facts, 'count'))}${confirmed}.`;
    },
    'export.made': (facts) =>
      textIn(facts, 'what') === 'journal'
        ? 'A enregistré le journal dans un fichier.'
        : `A enregistré les envois du n° ${facts.number ?? ''} dans un fichier, avec les adresses.`,
    'suppression.made': (facts) =>
      `Une adresse ne reçoit plus de messages : ${reasons[textIn(facts, 'reason')] ?? textIn(facts, 'reason')}.`,
    'suppression.lifted': (facts) =>
      `Une adresse reçoit de nouveau des messages. Elle était écartée : ${reasons[textIn(facts, 'reason')] ?? textIn(facts, 'reason')}.${facts.data['askedByPerson'] === true ? ' La personne l’a demandé.' : ''}${because(facts, 'why')}`,
    'suppression.put-back': (facts) =>
      `Le registre avait oublié des personnes écartées ; le journal les a rendues : ${countIn(facts, 'made')} écartées, ${countIn(facts, 'lifted')} rétablies.`,
    'person.erased': (facts) =>
      `A effacé l’adresse d’une personne : de ${countIn(facts, 'deliveries')} envois, dont ${countIn(facts, 'withdrawn')} qui n’étaient pas partis, et de ${countIn(facts, 'subscribers')} fiches d’abonné.${because(facts, 'why')}`,
    'content.saved': (facts) => {
      const action = textIn(facts, 'action');
      const type = textIn(facts, 'type');
      const fields = listIn(facts, 'fields')
        .map((field) => fieldLabel(type, field, 'fr'))
        .join(', ');
      const back = countIn(facts, 'broughtBack');
      const did = back
        ? `A rétabli la version ${back} de ${types[type] ?? type}`
        : `${actions[action] ?? 'A modifié'} ${types[type] ?? type}`;
      return `${did}${titled(facts)}${fields ? ` : ${fields}` : ''}.`.replace('de le ', 'du ');
    },
    'sender.changed': (facts) => {
      const field = textIn(facts, 'field');
      const label = fieldLabel(uids.brand, field, 'fr');
      return `Expéditeur, ${label} : « ${textIn(facts, 'before')} » est devenu « ${textIn(facts, 'after')} ».`;
    },
    'four-eyes.set': (facts) =>
      textIn(facts, 'after') === 'off'
        ? 'A levé la règle selon laquelle personne n’approuve son propre travail.'
        : 'A établi la règle selon laquelle personne n’approuve son propre travail.',
    'upload.deleted': (facts) => `A supprimé un fichier${titled(facts)}.`,
    'user.created': (facts) =>
      `A créé le compte de ${who(facts)}. Rôles : ${textIn(facts, 'roles') || 'aucun'}.`,
    'user.invited': (facts) => `A invité ${who(facts)} par courriel.`,
    'user.changed': (facts) =>
      `A modifié le compte de ${who(facts)} : ${facts.data['isActive'] === true ? 'actif' : 'bloqué'}. Rôles : ${textIn(facts, 'roles') || 'aucun'}.${keysSet(facts)}`,
    'user.deleted': (facts) => `A supprimé le compte de ${who(facts)}.`,
    'user.second-factor-added': (facts) => `A mis en place le second facteur de ${who(facts)}.`,
    'user.second-factor-removed': (facts) => `A retiré le second facteur de ${who(facts)}.`,
    'user.recovery-codes-made': (facts) => `A fait de nouveaux codes de secours pour ${who(facts)}.`,
    'user.recovery-code-used': (facts) => `A utilisé un code de secours de ${who(facts)}.`,
    'role.created': (facts) => `A créé le rôle ${who(facts)}.`,
    'role.changed': (facts) => `A modifié le rôle ${who(facts)}.`,
    'role.deleted': (facts) => `A supprimé le rôle ${who(facts)}.`,
    'role.permissions': (facts) =>
      `A modifié les droits du rôle ${who(facts)} : ${listIn(facts, 'given').length} accordés, ${listIn(facts, 'taken').length} retirés.`,
    'token.created': (facts) =>
      `A créé le jeton d’accès ${who(facts)} (${textIn(facts, 'type') || 'transfer'}).`,
    'token.changed': (facts) => `A modifié le jeton d’accès ${who(facts)}, ou renouvelé sa clé.`,
    'token.deleted': (facts) => `A supprimé le jeton d’accès ${who(facts)}.`,
    'token.permissions': (facts) =>
      `A modifié les droits du jeton d’accès ${who(facts)} : ${listIn(facts, 'given').length} accordés, ${listIn(facts, 'taken').length} retirés.`,
    'ledger.held': (facts) => `A retenu tous les envois : ${allHeldBecause(facts)}.${journalIn(facts)}`,
    'ledger.released': (facts) => `A autorisé de nouveau l’envoi.${journalIn(facts)}`,
    'ledger.restored': (facts) => {
      const at = instantIn(facts, 'madeAt');
      return `A rétabli l’installation à partir d’une sauvegarde${at && ` du ${at}`}. Ce qui est parti ensuite n’y figure pas.`;
    },
  },
};
