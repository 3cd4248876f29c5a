import { spawnSync } from 'node:child_process';
import { messageMaker, personHash } from '@nachra/delivery';
import { parseIssue, renderIssue, type ImagesOption } from '@nachra/renderer';
import { expect, it } from 'vitest';
import { amanews242 } from '../support/issue';
import { linkSecret, personKey, sender } from '../support/campaign';
import { describeWith, spamassassin } from '../support/requires';
import { within } from '../support/slowness.mts';

/** A higher score fails; SpamAssassin itself marks a mail as spam from 5. */
const highestScore = 1;

const ways: ImagesOption[] = [
  { mode: 'linked', assetBase: 'https://news.example.test/assets' },
  { mode: 'embedded' },
];
const variants = (['fr', 'en', 'ar'] as const).flatMap((language) =>
  ways.map((images) => ({ language, images, mode: images.mode })),
);

describeWith([spamassassin])('SpamAssassin', () => {
  it.each(variants)(
    'does not take N° 242 for spam: $language, pictures $mode',
    async ({ language, images }) => {
      const edition = await renderIssue(parseIssue(amanews242(language)), { images });
      const make = messageMaker({
        edition,
        sender,
        campaignId: 'abcdefghij',
        secret: linkSecret,
      });
      const address = 'salma@readers.test';
      const person = personHash(personKey, address);
      const { raw } = make({ deliveryId: 'abcdefghij-1', address, person }, new Date());
      expect(raw.includes('multipart/related')).toBe(images.mode === 'embedded');
      const { stdout, stderr } = spawnSync('spamassassin', ['--local', '--test-mode'], {
        input: raw,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      const [, score] = /^X-Spam-Status: \w+, score=(-?[\d.]+)/m.exec(stdout) ?? [];
      expect(score, `no score: ${stderr}`).toBeDefined();
      expect(Number(score), stdout.slice(stdout.indexOf('Content analysis details'))).toBeLessThan(
        highestScore,
      );
    },
    within(60_000),
  );
});
