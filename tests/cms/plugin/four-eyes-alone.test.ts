import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { aPng } from '../../support/pictures';
import { openNewsroom, type Newsroom } from './newsroom';
import { uploadPicture } from './uploads';

describe('an approval that only one person could give', () => {
  let room: Newsroom;
  let issue: string;
  beforeAll(async () => {
    // Nothing leaves: a mail server is only named.
    room = await openNewsroom({ SMTP_URL: 'smtp://127.0.0.1:9' });
    const { id } = (await uploadPicture(room.cms, await room.cms.token(), aPng(60, 40, 'alone'))).body;
    issue = await room.issue({ cover: id });
  });
  afterAll(() => room.close());

  it('is not sent with half of its picture, as a power cut or a hand may leave it', async () => {
    expect((await room.approve(issue)).status).toBe(200);
    const { body } = await room.preview(issue).then((preview) => ({ body: JSON.stringify(preview) }));
    const name = /assets\/([0-9a-f]{32}\.png)/.exec(body)?.[1] ?? '';
    const file = path.join(room.cms.dataDir, 'assets', name);
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, 40));
    onTestFinished(() => writeFile(file, whole));
    const list = await room.list('Une image à moitié', ['reader@half.test']);
    expect((await room.send(issue, [list])).body.error.details).toMatchObject({
      code: 'PICTURE_LOST',
      data: { picture: name },
    });
  });

  it('counts as nobody else’s look at it once there are two', async () => {
    await room.cms.token('nachra-publisher');
    await room.desk('POST', `/issues/${issue}/withdraw`);
    expect((await room.approve(issue)).body.error.details.code).toBe('FOUR_EYES');
  });
});
