import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadPlugin, withoutRevision } from '../../support/cms';
import { eventually, openNewsroom, type Newsroom, type Refused } from './newsroom';

const { openNewsletter } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/open-newsletter')>('open-newsletter');
const { parseSettings } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/common/settings')>('common/settings');

/** Two machines, or one that was set back, do not agree on the hour; what came first is known all the same. */
describe('a clock that is wrong', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom();
  });
  afterEach(() => vi.useRealTimers());
  afterAll(() => room.close());

  const aheadBy = (minutes: number) =>
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });

  it('does not let an approval outlive a release after a restore', async () => {
    // Before there are two who may approve: then four eyes are asked for.
    const issue = await room.issue();
    aheadBy(8);
    expect((await room.approve(issue)).status).toBe(200);
    vi.useRealTimers();
    const anchors = room.cms.strapi.db.query('plugin::newsletter.ledger-anchor');
    const anchor = await eventually(
      () => anchors.findOne({}) as Promise<{ position: string } | null>,
      (row) => row !== null,
    );
    // A second opening on the same stores stands for the start after a restore.
    await anchors.updateMany({ where: {}, data: { position: String(Number(anchor?.position) + 500) } });
    const settings = parseSettings(room.cms.strapi.config.get('plugin::newsletter'));
    const open = await openNewsletter(room.cms.strapi, { ...settings, worker: 'none' });
    const rim = {
      ...{ id: 9, name: 'Rim Test', language: 'fr' as const },
      ...{ may: () => true, mayEdit: () => true, mayCreate: () => true, mayRead: () => true, ability: null },
    };
    try {
      expect(open.hold()).toBe('older');
      expect((await open.desk.holds.release(rim)).hold).toBeNull();
      expect((await room.detail(issue)).stage).toBe('drafting');
    } finally {
      await open.close();
    }
  });

  it('does not let somebody approve what she has changed since', async () => {
    const publisher = await room.cms.token('nachra-publisher');
    const article = await room.article();
    const issue = await room.issue({ articles: [article] });
    const approveAs = async (token: string) => {
      const { edition, findings } = await room.detail(issue);
      const acknowledged = findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
      return room.cms.call<Refused>('POST', `/newsletter/issues/${issue}/approve`, {
        token,
        body: { hash: edition?.hash, acknowledged },
      });
    };
    aheadBy(2);
    expect((await approveAs(await room.cms.token())).status).toBe(200);
    vi.useRealTimers();
    expect((await room.save(uids.article, article, { title: 'Changé après' }, publisher)).status).toBe(200);
    await withoutRevision(() => room.cms.strapi.documents(uids.article).publish({ documentId: article }));
    expect((await approveAs(publisher)).body.error?.details.code).toBe('FOUR_EYES');
  });
});
