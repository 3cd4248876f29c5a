import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssueDetail } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { openNewsroom, type Newsroom } from './newsroom';

describe('an approval that only one person could give', () => {
  let room: Newsroom;
  let issue: string;
  let number: number;
  beforeAll(async () => {
    room = await openNewsroom();
    issue = await room.issue();
    ({ number } = await room.detail(issue));
  });
  afterAll(() => room.close());

  it('counts as nobody else’s look at it once there are two, and names the one who may', async () => {
    expect((await room.approve(issue)).status).toBe(200);
    await room.cms.token('nachra-publisher');
    await room.desk('POST', `/issues/${issue}/withdraw`);
    await room.desk('POST', `/issues/${issue}/submit`);
    expect((await room.approve(issue)).body.error.details).toMatchObject({
      code: 'FOUR_EYES',
      data: { number, deeds: ['submitted'], approvers: ['nachra-publisher Test'] },
    });
  });

  it('bars whoever gave it, and who has changed it since; it is nobody’s then, and only then is that said', async () => {
    const token = await room.cms.token('nachra-publisher');
    expect((await room.save(uids.issue, issue, { subject: 'AMANEWS, un autre objet' }, token)).status).toBe(
      200,
    );
    const { approvalBar } = (
      await room.cms.call<IssueDetail>('GET', `/newsletter/issues/${issue}`, { token })
    ).body;
    const names = ['strapi-super-admin Test', 'nachra-publisher Test'];
    expect([...(approvalBar?.data.names ?? [])].sort()).toEqual([...names].sort());
    expect(approvalBar).toMatchObject({ data: { number, deeds: ['changed'], approvers: [] } });
    expect(approvalBar?.message).toContain('car vous avez modifié son contenu. Ne peuvent pas l’approuver,');
    expect(approvalBar?.message).toContain('Personne d’autre n’en a le droit');
  });
});
