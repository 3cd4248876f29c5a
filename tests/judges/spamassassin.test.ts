import { spawnSync } from 'node:child_process';
import { messageMaker } from '@nachra/delivery';
import { beforeAll, expect, it } from 'vitest';
import { judgedEditions, type JudgedEdition } from '../support/editions';
import { linkSecret, sender } from '../support/campaign';
import { describeWith, spamassassin } from '../support/requires';

/** The score from which we would look for a reason; SpamAssassin itself marks from 5. */
const bearable = 1;

describeWith([spamassassin])('SpamAssassin', () => {
  let editions: JudgedEdition[];
  beforeAll(async () => {
    editions = await judgedEditions();
  });

  it('finds nothing of spam in N° 242, in any language', () => {
    for (const { name, edition } of editions.filter((one) => one.name.startsWith('amanews'))) {
      const make = messageMaker({
        edition,
        sender,
        campaignId: 'abcdefghij',
        defaultLanguage: edition.language,
        secret: linkSecret,
      });
      const { raw } = make({ deliveryId: 'abcdefghij-1', address: 'salma@readers.test' }, new Date());
      const { stdout, stderr } = spawnSync('spamassassin', ['--local', '--test-mode'], {
        input: raw,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      const [, score] = /^X-Spam-Status: \w+, score=(-?[\d.]+)/m.exec(stdout) ?? [];
      expect(score, `no score for ${name}: ${stderr}`).toBeDefined();
      expect(
        Number(score),
        `${name}\n${stdout.slice(stdout.indexOf('Content analysis details'))}`,
      ).toBeLessThan(bearable);
    }
  }, 120_000);
});
