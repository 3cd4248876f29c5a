import { senderExpectations, type DeliveryErrorCode } from '@nachra/delivery';
import { refusals } from '../../../cms/plugin/shared/desk/refusals';
import { own as labels } from '../../../cms/plugin/shared/field-words';
import { campaignHolds, holdChoices, ledgerHolds } from '../../../cms/plugin/shared/hold-lists';
import { journalNames, type JournalName } from '../../../cms/plugin/shared/journal-lists';
import { campaignStatuses } from '../../../cms/plugin/shared/lists';
import { deskRefusalCodes } from '../../../cms/plugin/shared/refusal-codes';
import { uids } from '../../../cms/plugin/shared/uids';
import type { SaveProblem } from '../../../cms/plugin/server/src/common/save-problem';
import type { SaveProblemCode } from '../../../cms/plugin/shared/refusal-codes';
import {
  saveSentence,
  wordsOf,
  type DeskLanguage,
} from '../../../cms/plugin/server/src/common/words/words-of';
import { samplesOf } from './sample-data';

type Facts = Record<string, unknown>;

/** Whose saves are on record. */
const kept = [uids.issue, uids.article, uids.dashboard, uids.brand, uids.list, uids.subscriber, uids.segment]
  .map(String)
  .concat('plugin::upload.file');

/** What was found and set aside. */
const aFinding = { rule: 'image-alt-missing', severity: 'warning', place: 'sections[0]', values: {} };

/** What an entry of each name may hold. */
const entries: Record<JournalName, Facts[]> = {
  'issue.submitted': [{}, { asked: ['قيمة1', 'قيمة2'] }],
  'issue.withdrawn': [{}],
  'issue.sent-back': [{}, { reason: 'قيمة1' }],
  'issue.all-clear': [{}],
  'issue.all-clear-taken-back': [{}],
  'issue.approved': [{ fourEyes: 'off' }, { fourEyes: 'alone', acknowledged: ['a', 'b', 'c'] }, {}],
  'issue.voided': [{ because: 'released' }, {}, { cancelled: ['a'] }],
  'issue.corrected': [{ reason: 'قيمة1' }],
  'issue.uncorrected': [{}],
  'issue.prepared': [{ from: 241 }, {}],
  'finding.set-aside': [{ finding: aFinding, reason: 'قيمة1' }, {}],
  'finding.taken-up': [{ finding: aFinding }, {}],
  'campaign.frozen': [{ recipients: 31, exclusions: 32 }],
  'campaign.paused': [{}],
  'campaign.resumed': [{}],
  'campaign.cancelled': [{}, { because: 'approval-ended' }],
  'campaign.decided': ['arrived', 'not-arrived', 'send-again'].map((decision) => ({ decision, changed: 31 })),
  'campaign.held': campaignHolds.map((hold) => ({ hold })),
  'campaign.hold-decided': holdChoices.flatMap((choice) =>
    campaignStatuses.map((status) => ({ choice, status })),
  ),
  'issue.hold-decided': holdChoices.map((choice) => ({ choice })),
  'test.sent': [{ count: 31 }, { count: 31, strange: 32 }],
  'export.made': [{ what: 'journal' }, { what: 'deliveries' }],
  'suppression.made': ['unsubscribed', 'bounced', 'complained', 'suppressed-by-hand'].map((reason) => ({
    reason,
  })),
  'suppression.lifted': [{ reason: 'unsubscribed', askedByPerson: true, why: 'قيمة1' }],
  'suppression.put-back': [{ made: 31, lifted: 32 }],
  'person.erased': [{ deliveries: 31, withdrawn: 32, subscribers: 33, why: 'قيمة1' }],
  'content.saved': kept.flatMap((type) => [
    ...['create', 'clone', 'delete', 'publish', 'unpublish', 'discardDraft', 'update'].map((action) => ({
      ...{ type, action, title: 'قيمة1', fields: Object.keys(labels[type] ?? {}) },
    })),
    { type, broughtBack: 31 },
  ]),
  'sender.changed': ['senderName', 'replyTo', 'listId'].map((field) => ({
    ...{ field, before: 'قيمة1', after: 'قيمة2' },
  })),
  'four-eyes.set': [{ after: 'off' }, { after: 'automatic' }],
  'upload.deleted': [{ title: 'قيمة1' }, {}],
  'user.created': [{ who: 'قيمة1', roles: 'قيمة2' }, { who: 'قيمة1' }],
  'user.invited': [{ who: 'قيمة1' }],
  'user.changed': [
    { who: 'قيمة1', isActive: true, roles: 'قيمة2', keys: ['email', 'password'] },
    { who: 'قيمة1', isActive: false },
  ],
  'user.deleted': [{ who: 'قيمة1' }],
  'user.second-factor-added': [{ who: 'قيمة1' }],
  'user.second-factor-removed': [{ who: 'قيمة1' }],
  'user.recovery-codes-made': [{ who: 'قيمة1' }],
  'user.recovery-code-used': [{ who: 'قيمة1' }],
  'role.created': [{ who: 'قيمة1' }],
  'role.changed': [{ who: 'قيمة1' }],
  'role.deleted': [{ who: 'قيمة1' }],
  'role.permissions': [{ who: 'قيمة1', given: ['a', 'b', 'c'], taken: ['a'] }],
  'token.created': ['read-only', 'full-access', 'custom', 'admin', null].map((type) => ({
    ...{ who: 'قيمة1', type },
  })),
  'token.changed': [{ who: 'قيمة1' }],
  'token.deleted': [{ who: 'قيمة1' }],
  'token.permissions': [{ who: 'قيمة1', given: ['a', 'b', 'c'], taken: [] }],
  'ledger.held': [...ledgerHolds, 'unheard-of'].map((hold) => ({ hold })),
  'ledger.released': [{ journal: { missing: 31, changed: 32, added: 33, forged: 1 } }, {}],
  'ledger.restored': [{ madeAt: '2026-01-31T09:05:00Z' }, {}],
};

const problem = { code: 'too-long', path: '', values: { maximum: 31 } };
const named = { uid: uids.article, field: 'body' };
/** What each refused save may be about. */
const saves: Record<SaveProblemCode, unknown[]> = {
  LINK_INVALID: [{ uid: uids.article, field: 'sourceUrl' }],
  TEXT_TOO_LONG: [{ uid: uids.issue, field: 'subject', limit: 255 }],
  LIST_TOO_DEEP: [{ ...named, limit: 31 }],
  BODY_INVALID: [
    { ...named, block: 31, problem },
    { ...named, block: null, problem },
  ],
  FRAMING_INVALID: [{ ...named, problem }],
  ENDS_BEFORE_START: [{ ...named, start: 'startDate', from: '2023-05-07', end: 'endDate', to: '2023-05-02' }],
  ISSUE_TAKEN: [{ number: 242, language: 'fr' }],
  FIGURES_INVALID: [
    {
      places: [
        { level: 'group', name: 'قيمة1' },
        { level: 'row', name: 31 },
        { level: 'period', name: 32 },
      ],
      problem,
    },
    { places: [], problem },
  ],
  FIGURES_UNNAMED: [
    { group: { level: 'group', name: 'قيمة1' }, row: 31, others: 0 },
    { group: { level: 'group', name: 31 }, row: 32, others: 33 },
  ],
  RULE_INVALID: [{}],
  ADDRESS_INVALID: [{ address: 'قيمة1' }],
  SENDER_BEYOND_ASCII: [{ uid: uids.brand, field: 'senderAddress', address: 'قيمة1' }],
  ADDRESS_TAKEN: [{ address: 'قيمة1' }],
  ADDRESS_ALIKE: [{ address: 'قيمة1', held: 'قيمة2' }],
};

/** What errors of the delivery may be about, where a sentence says it. */
const deliveryData: Partial<Record<DeliveryErrorCode, unknown[]>> = {
  EDITION_MISSING: ['fr', 'ar', 'en', 'قيمة1'].map((language) => ({ language })),
  LEDGER_UNDECIDED: [1, 2, 3, 31].map((campaigns) => ({ campaigns })),
  SENDER_INVALID: [{ problems: senderExpectations.map((expected) => ({ field: 'قيمة1', expected })) }],
};

interface Said {
  what: string;
  sentence: string;
}

/** Every sentence of the desk in one language, with the same data in the same order. */
export function everythingIn(language: DeskLanguage): Said[] {
  const words = wordsOf(language);
  const problemSaid = Object.entries(saves).flatMap(([code, data]) =>
    data.map((each) => ({
      what: code,
      sentence: saveSentence({ path: [], code, data: each } as unknown as SaveProblem, language),
    })),
  );
  const refused = deskRefusalCodes.flatMap((what) => {
    const say = words.refusals[what] as (data: unknown) => string;
    return samplesOf(refusals[what].data).map((data) => ({ what, sentence: say(data) }));
  });
  const delivered = (Object.keys(words.delivery) as DeliveryErrorCode[]).flatMap((what) => {
    const say = words.delivery[what] as (data: unknown) => string;
    return (deliveryData[what] ?? [{}]).map((data) => ({ what, sentence: say(data) }));
  });
  const recorded = journalNames.flatMap((name) =>
    entries[name].map((data) => ({
      what: name,
      sentence: words.journal.sentences[name]({ number: 242, language: 'ar', data }),
    })),
  );
  const picture = { where: 'قيمة1', address: 'قيمة2' };
  const places = (['brand', 'issue', 'section'] as const).flatMap((area) => [
    { area, section: 31, field: 'title', value: null },
    { area, section: 31, heading: 'قيمة1', row: 'قيمة2', field: 'title', value: null },
    { area, article: 'قيمة1', cell: { table: 32, row: 33, column: 34 }, field: 'title', value: null },
    { area, section: 31, cell: { table: null, row: 33, column: null }, field: 'title', value: null },
  ]);
  const { preview, expected, obstacles } = words;
  const { renditions, ...chrome } = preview;
  const parts: [string, string][] = [
    ...places.map((place): [string, string] => ['place', words.place(place)]),
    ...Object.entries(expected).map(([kind, say]): [string, string] => [kind, say('قيمة1')]),
    ['picture-foreign', obstacles['picture-foreign'](picture)],
    ['picture-missing', obstacles['picture-missing'](picture)],
    ['article-unpublished', obstacles['article-unpublished']('قيمة1')],
    ['article-modified', obstacles['article-modified']('قيمة1')],
    ['edition-changed', obstacles['edition-changed']()],
    ['fieldProblem', words.fieldProblem({ where: 'قيمة1', field: 'قيمة2', problem: 'قيمة3' })],
    ['account', words.account('قيمة1')],
    ...Object.entries({ ...chrome, ...renditions, ...words.journal.kinds }),
    ...words.journal.columns.map((column): [string, string] => ['column', column]),
  ];
  const pieces = parts.map(([what, sentence]) => ({ what, sentence }));
  return [...problemSaid, ...refused, ...delivered, ...recorded, ...pieces];
}
