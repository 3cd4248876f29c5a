import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNewsroom, type Newsroom, type Refused } from './newsroom';

describe('a desk without a mail server, or with one that is away', () => {
  let room: Newsroom;

  describe('when SMTP_URL is not set', () => {
    beforeAll(async () => {
      room = await openNewsroom({ NACHRA_WORKER: 'embedded' });
    });
    afterAll(() => room.close());

    it('works up to the approval, and refuses to send with the setting to set', async () => {
      const issue = await room.issue();
      expect((await room.approve(issue)).status).toBe(200);
      const list = await room.list('Tous', ['amal@example.test']);
      const send = await room.send(issue, [list]);
      expect([send.status, send.body.error.details.code]).toEqual([409, 'SMTP_MISSING']);
      expect(send.body.error.message).toMatch(/d’ajouter son adresse \(SMTP_URL\) au fichier \.env/);
      const test = await room.desk<Refused>('POST', `/issues/${issue}/test`, {
        addresses: ['amal@example.test'],
      });
      expect([test.status, test.body.error.details.code]).toEqual([409, 'SMTP_MISSING']);
    });
  });

  describe('when the server does not answer', () => {
    beforeAll(async () => {
      room = await openNewsroom({ SMTP_URL: 'smtp://127.0.0.1:1' });
    });
    afterAll(() => room.close());

    it('says so to whoever sends a test, with the server’s name and what to check', async () => {
      const issue = await room.issue();
      const { status, body } = await room.desk<Refused>('POST', `/issues/${issue}/test`, {
        addresses: ['amal@example.test'],
      });
      expect([status, body.error.details.code]).toEqual([502, 'SMTP_TROUBLE']);
      expect(body.error.message).toMatch(
        /^Le serveur d’envoi 127\.0\.0\.1 est injoignable ; faites vérifier son adresse \(SMTP_URL\)/,
      );
    });
  });
});
