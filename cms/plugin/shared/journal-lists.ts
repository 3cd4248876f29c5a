/** What may stand in the journal, as server and admin share it. */

/** What may stand in the journal, by permanent names; {@link journalKindOf} sorts them for whoever reads. */
export const journalNames = [
  'issue.submitted',
  'issue.withdrawn',
  'issue.sent-back',
  'issue.all-clear',
  'issue.all-clear-taken-back',
  'issue.approved',
  'issue.voided',
  'issue.corrected',
  'issue.uncorrected',
  'issue.prepared',
  'finding.set-aside',
  'finding.taken-up',
  'campaign.frozen',
  'campaign.paused',
  'campaign.resumed',
  'campaign.cancelled',
  'campaign.decided',
  'campaign.held',
  'campaign.hold-decided',
  'issue.hold-decided',
  'test.sent',
  'export.made',
  'suppression.made',
  'suppression.lifted',
  'suppression.put-back',
  'person.erased',
  'content.saved',
  'sender.changed',
  'four-eyes.set',
  'upload.deleted',
  'user.created',
  'user.invited',
  'user.changed',
  'user.deleted',
  'user.second-factor-added',
  'user.second-factor-removed',
  'user.recovery-codes-made',
  'user.recovery-code-used',
  'role.created',
  'role.changed',
  'role.deleted',
  'role.permissions',
  'token.created',
  'token.changed',
  'token.deleted',
  'token.permissions',
  'ledger.held',
  'ledger.released',
  'ledger.restored',
] as const;
export type JournalName = (typeof journalNames)[number];

/** Kinds of journal entries, as a person chooses among them. */
export const journalKinds = [
  'issue',
  'campaign',
  'test',
  'export',
  'suppression',
  'content',
  'sender',
  'rights',
  'ledger',
] as const;
export type JournalKind = (typeof journalKinds)[number];

const kindsByArea: Record<string, JournalKind> = {
  'four-eyes': 'rights',
  finding: 'issue',
  user: 'rights',
  role: 'rights',
  token: 'rights',
  upload: 'content',
  person: 'suppression',
};

/** The kind of an entry: what stands before the dot of its name, or where that belongs. */
export function journalKindOf(name: JournalName): JournalKind {
  const area = name.slice(0, name.indexOf('.'));
  return kindsByArea[area] ?? journalKinds.find((kind) => kind === area) ?? 'content';
}
