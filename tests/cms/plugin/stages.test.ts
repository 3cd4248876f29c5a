import { describe, expect, it } from 'vitest';
import { loadPlugin } from '../../support/cms';

type Machine = typeof import('../../../cms/plugin/server/src/content/stage/stage-machine');
type StagesModule = typeof import('../../../cms/plugin/server/src/campaigns/stages');
type FromCampaign = typeof import('../../../cms/plugin/server/src/campaigns/due-event');

const folder = 'campaigns';
const { moves, stageAfter } = loadPlugin<Machine>(`${folder}/../content/stage/stage-machine`);
const { dueEvent } = loadPlugin<FromCampaign>(`${folder}/due-event`);
const { openStages } = loadPlugin<StagesModule>(`${folder}/stages`);

type Campaign = NonNullable<Parameters<typeof dueEvent>[1]>;

const now = new Date('2023-08-01T09:00:00Z');
const later = new Date('2023-08-01T10:00:00Z');
const nobody = {
  queued: 0,
  claimed: 0,
  sending: 0,
  accepted: 0,
  deferred: 0,
  rejected: 0,
  'in-doubt': 0,
  suppressed: 0,
};
const campaign = (
  status: Campaign['status'],
  counts: Partial<Campaign['counts']> = {},
  startAt = now,
): Campaign => ({
  id: 'aaaaaaaaaa',
  key: 'key',
  issueId: 'issue',
  issueNumber: 242,
  issueTitle: 'AMANEWS',
  status,
  startAt,
  createdAt: now,
  createdBy: 'Amal',
  recipients: 10,
  exclusions: 0,
  exclusionsByReason: [],
  counts: { ...nobody, ...counts },
});

describe('the stages of an issue', () => {
  it('lead from drafting to sent, and nowhere from there', () => {
    const life = (['submit', 'approve', 'schedule', 'start', 'finish'] as const).reduce(
      (stages, event) => [...stages, stageAfter(stages.at(-1) ?? 'drafting', event) ?? 'drafting'],
      ['drafting'] as Parameters<typeof stageAfter>[0][],
    );
    expect(life).toEqual(['drafting', 'in-review', 'approved', 'scheduled', 'sending', 'sent']);
    expect(
      (['submit', 'withdraw', 'approve', 'void', 'release'] as const).map((event) =>
        stageAfter('sent', event),
      ),
    ).toEqual([null, null, null, null, null]);
  });

  it('lose an approval only before anything was sent', () => {
    expect(moves.void.from).toEqual(['approved', 'scheduled']);
  });

  it.each([
    ['a campaign that waits', 'approved', campaign('scheduled', {}, later), 'schedule'],
    ['a campaign that runs', 'scheduled', campaign('running', { queued: 10 }), 'start'],
    ['a campaign that runs, missed while the process was down', 'approved', campaign('running'), 'start'],
    ['a campaign that has ended', 'sending', campaign('complete', { accepted: 10 }), 'finish'],
    ['a campaign paused before its time', 'approved', campaign('paused', { queued: 10 }, later), 'schedule'],
    ['a campaign paused on its way', 'scheduled', campaign('paused', { accepted: 3 }), 'start'],
    [
      'a campaign cancelled before anybody got it',
      'scheduled',
      campaign('cancelled', { queued: 10 }),
      'release',
    ],
    ['a campaign cancelled when some had it', 'sending', campaign('cancelled', { accepted: 1 }), 'finish'],
    [
      'a campaign cancelled when one may have it',
      'sending',
      campaign('cancelled', { 'in-doubt': 1 }),
      'finish',
    ],
    ['a campaign that the ledger has lost', 'scheduled', null, 'release'],
    ['nothing new', 'sending', campaign('running', { accepted: 5 }), null],
    ['no campaign at all', 'approved', null, null],
  ] as const)('follow %s', (_what, stage, found, event) => {
    expect(dueEvent(stage, found, now)).toBe(event);
  });
});

describe('an approval', () => {
  type Dependencies = Parameters<typeof openStages>[0];
  const person = { id: 1, name: 'Amal', language: 'fr', may: () => true, mayEdit: () => true, mayRead: () => true } as const;

  /** A desk with one issue; `meanwhile` is run when the check has been made and nothing has been moved yet. */
  function deskWith(meanwhile: (text: { now: string }) => void) {
    const counts = { renderings: 0, preflights: 0 };
    const text = { now: 'one' };
    const issue: Record<string, unknown> = { documentId: 'a', number: 242, stage: 'in-review', sections: [] };
    const source = () => ({ issue: { ...issue }, brand: { images: 'linked' }, draft: { text: text.now } });
    const rendering = () => ({ ...source(), edition: { hash: text.now }, problems: [] });
    const editions = {
      sourcesOf: async () => ({ shown: source(), published: source() }),
      async versionsOf() {
        counts.renderings += 1;
        return { shown: rendering(), published: rendering() };
      },
      async findingsOf() {
        counts.preflights += 1;
        return [];
      },
    };
    const issues = {
      head: async () => issue,
      async move(_documentId: string, from: readonly unknown[], fields: { stage: string }) {
        if (fields.stage === 'approved') meanwhile(text);
        if (!from.includes(issue['stage'])) return false;
        Object.assign(issue, fields);
        return true;
      },
    };
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const dependencies = { issues, editions, ledger: {}, log, now: () => now } as unknown as Dependencies;
    return { stages: openStages(dependencies), issue, counts };
  }

  it('renders and checks an issue once, and answers with what it found', async () => {
    const { stages, issue, counts } = deskWith(() => undefined);
    const check = await stages.approve('a', 'one', person);
    expect(issue).toMatchObject({ stage: 'approved', approvedHash: 'one', approvedBy: 'Amal' });
    expect(check?.shown.issue).toMatchObject({ stage: 'approved', approvedHash: 'one' });
    expect(counts).toEqual({ renderings: 1, preflights: 1 });
  });

  it('is void at once when an edit is saved between the check and the move', async () => {
    const { stages, issue } = deskWith((text) => (text.now = 'two'));
    expect(await stages.approve('a', 'one', person)).toBeNull();
    expect(issue).toMatchObject({ stage: 'drafting', approvedHash: null });
  });

  it('is given to the first of two who press the button at the same time', async () => {
    const { stages } = deskWith(() => undefined);
    await stages.approve('a', 'one', person);
    await expect(stages.approve('a', 'one', person)).rejects.toMatchObject({ code: 'STAGE_REFUSED' });
  });
});
