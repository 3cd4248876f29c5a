import { describe, expect, it } from 'vitest';
import { loadPlugin } from '../../support/cms';

type Table = typeof import('../../../cms/plugin/shared/stages');
type Effect = typeof import('../../../cms/plugin/server/src/content/stage/move-stage');
type DueEvent = typeof import('../../../cms/plugin/server/src/worker/due-event');
type ApprovalsModule = typeof import('../../../cms/plugin/server/src/campaigns/approvals/approvals');
type DigestModule = typeof import('../../../cms/plugin/server/src/editions/content-digest');
type Following = typeof import('../../../cms/plugin/server/src/worker/follow-campaigns');

const { stageAfter, stageRules } = loadPlugin<Table>('../../shared/stages');
const { stageMover } = loadPlugin<Effect>('content/stage/move-stage');
const { dueEvent } = loadPlugin<DueEvent>('worker/due-event');
const { sealOf } = loadPlugin<DigestModule>('editions/content-digest');
const { openApprovals } = loadPlugin<ApprovalsModule>('campaigns/approvals/approvals');
const { followCampaigns } = loadPlugin<Following>('worker/follow-campaigns');

type Campaign = NonNullable<Parameters<typeof dueEvent>[1]>;

const now = new Date('2023-08-01T09:00:00Z');
const later = new Date('2023-08-01T10:00:00Z');
const campaign = (status: Campaign['status'], hasReached = false, startAt = now): Campaign => ({
  id: 'aaaaaaaaaa',
  status,
  startAt,
  hasReached,
});

/** A table of one issue, which the effect writes to as it does to Strapi's. */
function tableOf(
  issue: Record<string, unknown>,
  before: (data: Record<string, unknown>) => void = () => undefined,
) {
  const updateMany = async ({ where, data }: { where: { stage: { $in: unknown[] } }; data: object }) => {
    before({ ...data });
    if (!where.stage.$in.includes(issue['stage'])) return { count: 0 };
    Object.assign(issue, data);
    return { count: 1 };
  };
  return { db: { query: () => ({ updateMany }) } } as unknown as Parameters<typeof stageMover>[0];
}

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

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
    expect(stageRules.void.from).toEqual(['approved', 'scheduled']);
  });

  it.each([
    ['a campaign that waits', 'approved', campaign('scheduled', false, later), 'schedule'],
    ['a campaign that runs', 'scheduled', campaign('running'), 'start'],
    ['a campaign that runs, missed while the process was down', 'approved', campaign('running'), 'start'],
    ['a campaign that has ended', 'sending', campaign('complete', true), 'finish'],
    ['a campaign paused before its time', 'approved', campaign('paused', false, later), 'schedule'],
    ['a campaign paused on its way', 'scheduled', campaign('paused', true), 'start'],
    ['a campaign cancelled before anybody got it', 'scheduled', campaign('cancelled'), 'release'],
    ['a campaign cancelled when some had it', 'sending', campaign('cancelled', true), 'finish'],
    [
      'a campaign paused before its time, when some had it',
      'scheduled',
      campaign('paused', true, later),
      'start',
    ],
    ['a campaign that the ledger has lost', 'scheduled', null, 'release'],
    ['nothing new', 'sending', campaign('running', true), null],
    ['no campaign at all', 'approved', null, null],
    ['nothing, once the issue was taken back', 'drafting', campaign('running'), null],
  ] as const)('follow %s', (_what, stage, found, event) => {
    expect(dueEvent(stage, found, now)).toBe(event);
  });
});

describe('following a campaign', () => {
  it('moves the issue by one read of the ledger, which counts no deliveries', async () => {
    const issue: Record<string, unknown> = { documentId: 'a', stage: 'sending' };
    const asked: string[] = [];
    const finished: string[] = [];
    const follower = followCampaigns({
      issues: {
        inStages: async () => [{ ...issue, number: 242, language: 'fr' } as never],
      },
      records: { standingHead: async () => ({ name: 'a/1' }) as never },
      moveStage: stageMover(tableOf(issue), log),
      finished: async ({ documentId }) => void finished.push(documentId),
      transaction: (work) => work(),
      ledger: {
        async rows(sql: string) {
          asked.push(sql);
          return [{ uid: 'c', intent: 'run', start_at: now.getTime(), unfinished: 0, reached: 1 }];
        },
      } as never,
      log,
      now: () => later,
      isHeld: () => false,
    });
    await follower.stop();
    await follower.look();
    expect(issue).toMatchObject({ stage: 'sent', sentAt: later });
    expect(asked).toHaveLength(1);
    expect(finished).toEqual(['a']);
    expect(asked[0]).not.toMatch(/COUNT/i);
  });
});

describe('an approval', () => {
  type Dependencies = Parameters<typeof openApprovals>[0];
  const person = {
    id: 1,
    name: 'Amal',
    language: 'fr',
    may: () => true,
    mayEdit: () => true,
    mayCreate: () => true,
    mayRead: () => true,
    ability: null,
  } as const;
  const sender = { fromName: 'AMANEWS' } as never;
  const consent = { hash: sealOf({ hash: 'one' }, sender), acknowledged: [], setAside: [] };

  /** A desk with one issue; `meanwhile` is run when the check has been made and nothing has been moved yet. */
  function deskWith(meanwhile: (text: { now: string }, issue: Record<string, unknown>) => void) {
    const counts = { renderings: 0, preflights: 0 };
    const text = { now: 'one' };
    const issue: Record<string, unknown> = { documentId: 'a', number: 242, stage: 'in-review', sections: [] };
    const brand = {
      images: 'linked',
      ...{ senderName: 'AMANEWS', newsletterTitle: 'AMANEWS', senderAddress: 'news@news.example.test' },
      listId: 'amanews.news.example.test',
    };
    const source = () => ({
      issue: { ...issue },
      brand,
      draft: { masthead: { title: text.now }, sections: [] },
      sender,
    });
    const rendering = () => ({ ...source(), edition: { hash: text.now, assets: [] }, problems: [] });
    const editions = {
      sourcesOf: async () => ({ shown: source(), published: source() }),
      async versionsOf() {
        counts.renderings += 1;
        return { shown: rendering(), published: source() };
      },
      picturesAmiss: async () => [],
      async findingsOf() {
        counts.preflights += 1;
        return [];
      },
    };
    const issues = { head: async () => issue, lock: async () => undefined };
    const table = tableOf(issue, () => meanwhile(text, issue));
    const moveStage = stageMover(table, log);
    let standing: { content: string } | null = null;
    const dependencies = {
      ...{ issues, editions, moveStage, assets: { keep: async () => undefined } },
      ledger: {
        transaction: (work: (statements: object) => unknown) =>
          work({ rows: async () => [], run: async () => 0 }),
      },
      ...{ stops: new Map(), afterwards: (act: () => Promise<unknown>) => act() },
      afterWriters: async () => undefined,
      records: {
        add: async (record: { content: string }) => void (standing = record),
        end: async () => void (standing = null),
        standingHead: async () => standing,
        claim: async () => standing !== null,
        past: async () => [],
        pastOfAny: async () => [],
      },
      journal: { record: async () => undefined, lastEntry: async () => 0 },
      reviews: { approved: async () => undefined },
      setAsides: { among: async (_: string, findings: unknown) => findings },
      approvers: async () => [{ id: '1', name: 'Amal' }],
      uploadsAt: async () => [],
      transaction: (work: () => Promise<unknown>) => work(),
      publicUrl: 'http://news.example.test',
      now: () => now,
    } as unknown as Dependencies;
    return { approvals: openApprovals(dependencies), issue, counts };
  }

  it('renders and checks an issue once, and is known by the seal of edition and sender', async () => {
    const { approvals, issue, counts } = deskWith(() => undefined);
    await approvals.approve('a', consent, person);
    expect(issue).toMatchObject({ stage: 'approved', approvedHash: consent.hash, approvedBy: 'Amal' });
    expect(counts).toEqual({ renderings: 1, preflights: 1 });
  });

  it('is void at once when an edit is saved between the check and the move', async () => {
    const { approvals, issue } = deskWith((text) => (text.now = 'two'));
    await approvals.approve('a', consent, person);
    expect(issue).toMatchObject({ stage: 'drafting', approvedHash: null });
  });

  it('is not taken back by somebody who saw none, and may not, when it is given between the look and the move', async () => {
    const { approvals, issue } = deskWith((_, held) => (held['stage'] = 'approved'));
    const editor = { ...person, may: () => false };
    await expect(approvals.withdraw('a', editor)).rejects.toMatchObject({ code: 'STAGE_REFUSED' });
    expect(issue).toMatchObject({ stage: 'approved' });
  });

  it('is given to the first of two who press the button at the same time', async () => {
    const { approvals } = deskWith(() => undefined);
    await approvals.approve('a', consent, person);
    await expect(approvals.approve('a', consent, person)).rejects.toMatchObject({ code: 'STAGE_REFUSED' });
  });
});
