import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from './newsroom';

describe('an approval that only one person could give', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom();
  });
  afterAll(() => room.close());

  it('counts as nobody else’s look at it once there are two', async () => {
    const issue = await room.issue();
    expect((await room.approve(issue)).status).toBe(200);
    await room.cms.token('nachra-publisher');
    await room.desk('POST', `/issues/${issue}/withdraw`);
    expect((await room.approve(issue)).body.error.details.code).toBe('FOUR_EYES');
  });
});
