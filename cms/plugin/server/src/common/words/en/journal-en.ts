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
import { holdReasons, suppressionReasons } from './terms-en';

const languages = { fr: 'French', ar: 'Arabic', en: 'English' };
const issueIn = (facts: JournalFacts) => `No. ${numberIn(facts, languages)}`;

const types: Record<string, string> = {
  [uids.issue]: 'the issue',
  [uids.article]: 'the article',
  [uids.dashboard]: 'the dashboard',
  [uids.brand]: 'the institution',
  [uids.list]: 'the list',
  [uids.subscriber]: 'a subscriber',
  [uids.segment]: 'the segment',
  'plugin::upload.file': 'the file',
};
const actions: Record<string, string> = {
  create: 'Created',
  clone: 'Copied to make',
  delete: 'Deleted',
  publish: 'Published',
  unpublish: 'Unpublished',
  discardDraft: 'Discarded the changes to',
  update: 'Changed',
};
const reasons: Record<string, string> = suppressionReasons;
const decisions: Record<string, string> = {
  arrived: 'they arrived',
  'not-arrived': 'they did not arrive',
  'send-again': 'send again',
};

const choices: Record<string, string> = {
  'treat-as-sent': 'treat as sent',
  'send-the-rest': 'let it go on',
  'keep-hour': 'keep its hour',
  'keep-paused': 'leave it paused',
  cancel: 'cancel',
};
/** Why one send is held. */
const heldBecause: Record<string, string> = {
  'silent-too-long': 'nobody had worked on it for an hour',
  'approval-unknown': 'the site knows nothing of its approval',
  'edition-spoilt': 'its text or a picture is not what was approved any more',
  'picture-lost': 'a picture of it is lost or was changed, and would not be shown',
};
/** How the rule of four eyes was met, where nobody else looked. */
const eyes: Readonly<Record<string, string | undefined>> = {
  off: ' The rule that nobody approves their own work was turned off.',
  alone: ' Nobody else could have approved it.',
};
const keys: Record<string, string> = { email: 'the sign-in address', password: 'the password' };
const keysSet = (facts: JournalFacts) => {
  const set = listIn(facts, 'keys').map((key) => keys[key] ?? key);
  return set.length === 0 ? '' : ` Replaced ${set.join(' and ')}.`;
};
const chosen = (facts: JournalFacts) => choices[choiceIn(facts)] ?? choiceIn(facts);
const allHeldBecause = (facts: JournalFacts) =>
  (holdReasons as Record<string, string>)[textIn(facts, 'hold')] ??
  'content and record of sends did not agree';
const journalIn = (facts: JournalFacts) => {
  const found = differenceIn(facts);
  if (found === null) return '';
  const { missing, changed, added, forged } = found;
  return ` Entries of the journal missing: ${missing}, changed: ${changed}, added: ${added}.${forged > 0 ? ' What was witnessed of them was changed too.' : ''}`;
};

const titled = (facts: JournalFacts) => {
  const title = textIn(facts, 'title');
  return title ? ` “${title}”` : '';
};
const readers = (count: number) => counted(count, 'en', { one: '# reader', other: '# readers' });
const addresses = (count: number) => counted(count, 'en', { one: '# address', other: '# addresses' });
const findings = (count: number) => counted(count, 'en', { one: '# finding', other: '# findings' });
const because = (facts: JournalFacts, key: string) => {
  const reason = textIn(facts, key);
  return reason ? ` Reason: ${reason}` : '';
};
const askedIn = (facts: JournalFacts) => {
  const asked = listIn(facts, 'asked');
  return asked.length === 0 ? '' : ` (asked of ${asked.join(', ')})`;
};
const who = (facts: JournalFacts) => `“${textIn(facts, 'who')}”`;

/** What the desk says about entries of the journal, in English. */
export const journal: JournalWords = {
  fileName: 'journal',
  columns: ['Time (UTC)', 'Who', 'Account', 'Kind', 'Issue', 'Language', 'What', 'Code', 'Send'],
  kinds: {
    issue: 'Approval',
    campaign: 'Send',
    test: 'Test',
    export: 'Export',
    suppression: 'Suppressed address',
    content: 'Content',
    sender: 'Sender',
    rights: 'Rights',
    ledger: 'Record of sends',
  },
  sentences: {
    'issue.submitted': (facts) => `Submitted ${issueIn(facts)} for review${askedIn(facts)}.`,
    'issue.withdrawn': (facts) => `Took ${issueIn(facts)} back to drafting.`,
    'issue.sent-back': (facts) => `Sent ${issueIn(facts)} back for correction.${because(facts, 'reason')}`,
    'issue.all-clear': (facts) => `Read ${issueIn(facts)} and has nothing to say.`,
    'issue.all-clear-taken-back': (facts) => `Took back having nothing to say of ${issueIn(facts)}.`,
    'issue.approved': (facts) => {
      const acknowledged = countIn(facts, 'acknowledged') || countIn(facts, 'acknowledgements');
      const alone = eyes[textIn(facts, 'fourEyes')] ?? '';
      const aside = countIn(facts, 'setAside');
      return `Approved ${issueIn(facts)}.${alone}${acknowledged ? ` Acknowledged ${findings(acknowledged)}.` : ''}${aside ? ` Set aside before: ${findings(aside)}.` : ''}`;
    },
    'issue.voided': (facts) =>
      textIn(facts, 'because') === 'released'
        ? `The approval of ${issueIn(facts)} ended when sending was released: it may have been sent since the backup.`
        : `The approval of ${issueIn(facts)} ended, because its content, pictures or sender were changed.${countIn(facts, 'cancelled') ? ' The send that was planned was cancelled by it.' : ''}`,
    'issue.corrected': (facts) => `Opened a correction of ${issueIn(facts)}.${because(facts, 'reason')}`,
    'issue.uncorrected': (facts) => `Took back the correction of ${issueIn(facts)}.`,
    'issue.prepared': (facts) => {
      const from = countIn(facts, 'from');
      return `Prepared ${issueIn(facts)}${from ? ` from No. ${String(from)}` : ', blank'}.`;
    },
    'finding.set-aside': (facts) =>
      `Set aside a finding of ${issueIn(facts)}: “${findingSaid(facts, 'en')}”.${because(facts, 'reason')}`,
    'finding.taken-up': (facts) =>
      `Took up again a finding of ${issueIn(facts)} that was set aside: “${findingSaid(facts, 'en')}”.${because(facts, 'reason')}`,
    'campaign.frozen': (facts) =>
      `Decided to send ${issueIn(facts)} to ${readers(countIn(facts, 'recipients'))}; ${countIn(facts, 'exclusions')} left out.`,
    'campaign.paused': (facts) => `Paused the sending of ${issueIn(facts)}.`,
    'campaign.resumed': (facts) => `Resumed the sending of ${issueIn(facts)}.`,
    'campaign.cancelled': (facts) =>
      textIn(facts, 'because') === 'approval-ended'
        ? `The sending of ${issueIn(facts)} was cancelled, because its approval ended.`
        : `Cancelled the sending of ${issueIn(facts)}.`,
    'campaign.decided': (facts) =>
      `Decided about ${readers(countIn(facts, 'changed'))} of ${issueIn(facts)}: ${decisions[textIn(facts, 'decision')] ?? textIn(facts, 'decision')}.`,
    'campaign.held': (facts) =>
      `Held the sending of ${issueIn(facts)}, because ${heldBecause[textIn(facts, 'hold')] ?? heldBecause['silent-too-long']}.`,
    'campaign.hold-decided': (facts) =>
      `Decided about the held sending of ${issueIn(facts)}: ${chosen(facts)}.`,
    'issue.hold-decided': (facts) => `Decided about the lost sending of ${issueIn(facts)}: ${chosen(facts)}.`,
    'test.sent': (facts) => {
      const strange = countIn(facts, 'strange');
      const confirmed = strange ? `, ${strange} of them outside the organisation (confirmed)` : '';
      return `Sent ${issueIn(facts)} as a test to ${addresses(countIn(facts, 'count'))}${confirmed}.`;
    },
    'export.made': (facts) =>
      textIn(facts, 'what') === 'journal'
        ? 'Saved the journal as a file.'
        : `Saved the deliveries of No. ${facts.number ?? ''} as a file, with addresses.`,
    'suppression.made': (facts) =>
      `An address gets no more mail: ${reasons[textIn(facts, 'reason')] ?? textIn(facts, 'reason')}.`,
    'suppression.lifted': (facts) =>
      `An address gets mail again. It was: ${reasons[textIn(facts, 'reason')] ?? textIn(facts, 'reason')}.${facts.data['askedByPerson'] === true ? ' The reader asked for it.' : ''}${because(facts, 'why')}`,
    'suppression.put-back': (facts) =>
      `The record of sends had forgotten suppressed people; the journal gave them back: ${countIn(facts, 'made')} suppressed, ${countIn(facts, 'lifted')} lifted.`,
    'person.erased': (facts) =>
      `Erased a person’s address: from ${countIn(facts, 'deliveries')} deliveries, of which ${countIn(facts, 'withdrawn')} had not left, and from ${countIn(facts, 'subscribers')} subscribers.${because(facts, 'why')}`,
    'content.saved': (facts) => {
      const action = textIn(facts, 'action');
      const type = textIn(facts, 'type');
      const fields = listIn(facts, 'fields')
        .map((field) => fieldLabel(type, field, 'en'))
        .join(', ');
      const back = countIn(facts, 'broughtBack');
      const did = back ? `Brought back version ${back} of` : (actions[action] ?? 'Changed');
      return `${did} ${types[type] ?? type}${titled(facts)}${fields ? `: ${fields}` : ''}.`;
    },
    'sender.changed': (facts) => {
      const field = textIn(facts, 'field');
      const label = fieldLabel(uids.brand, field, 'en');
      return `Sender, ${label}: “${textIn(facts, 'before')}” became “${textIn(facts, 'after')}”.`;
    },
    'four-eyes.set': (facts) =>
      textIn(facts, 'after') === 'off'
        ? 'Turned off the rule that nobody approves their own work.'
        : 'Turned on the rule that nobody approves their own work.',
    'upload.deleted': (facts) => `Deleted an upload${titled(facts)}.`,
    'user.created': (facts) =>
      `Made an account for ${who(facts)}. Roles: ${textIn(facts, 'roles') || 'none'}.`,
    'user.invited': (facts) => `Invited ${who(facts)} by mail.`,
    'user.changed': (facts) =>
      `Changed the account of ${who(facts)}: ${facts.data['isActive'] === true ? 'active' : 'blocked'}. Roles: ${textIn(facts, 'roles') || 'none'}.${keysSet(facts)}`,
    'user.deleted': (facts) => `Deleted the account of ${who(facts)}.`,
    'user.second-factor-added': (facts) => `Set up the second factor of ${who(facts)}.`,
    'user.second-factor-removed': (facts) => `Removed the second factor of ${who(facts)}.`,
    'user.recovery-codes-made': (facts) => `Made new recovery codes for ${who(facts)}.`,
    'user.recovery-code-used': (facts) => `Used a recovery code of ${who(facts)}.`,
    'role.created': (facts) => `Made the role ${who(facts)}.`,
    'role.changed': (facts) => `Changed the role ${who(facts)}.`,
    'role.deleted': (facts) => `Deleted the role ${who(facts)}.`,
    'role.permissions': (facts) =>
      `Changed what the role ${who(facts)} may do: ${listIn(facts, 'given').length} permissions given, ${listIn(facts, 'taken').length} taken.`,
    'token.created': (facts) =>
      `Made the access token ${who(facts)} (${textIn(facts, 'type') || 'transfer'}).`,
    'token.changed': (facts) => `Changed the access token ${who(facts)}, or renewed its key.`,
    'token.deleted': (facts) => `Deleted the access token ${who(facts)}.`,
    'token.permissions': (facts) =>
      `Changed what the access token ${who(facts)} may do: ${listIn(facts, 'given').length} permissions given, ${listIn(facts, 'taken').length} taken.`,
    'ledger.held': (facts) => `Held all sending: ${allHeldBecause(facts)}.${journalIn(facts)}`,
    'ledger.released': (facts) => `Released all sending.${journalIn(facts)}`,
    'ledger.restored': (facts) => {
      const at = instantIn(facts, 'madeAt');
      return `Restored the installation from a backup${at && ` made on ${at}`}. What left later is not in it.`;
    },
  },
};
