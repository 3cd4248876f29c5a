/**
 * How long one finished message of 75 KB takes to make, without sending it: ours, with and without signatures, against
 * nodemailer's composer. A process of its own: `node makers.mjs ROUNDS MS`.
 */
import { generateKeyPairSync } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { aMessage, sender, theEdition } from './messages.mjs';

const [rounds, ms] = process.argv.slice(2).map(Number);
const edition = await theEdition();
const rsa = {
  domain: 'news.example.test',
  selector: 'r',
  key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
};
const ed25519 = {
  domain: 'news.example.test',
  selector: 'e',
  key: generateKeyPairSync('ed25519').privateKey,
};
const ours = (dkim) => {
  const { makeFor } = aMessage(edition, dkim);
  const date = new Date();
  let index = 0;
  return () => makeFor((index += 1), date);
};
const joined = (make) => () => make().raw;
const { personalise, reader, envelope, raw } = aMessage(edition);
const parts = personalise();
const work = {
  'MailComposer, html and text': () =>
    new MailComposer({
      from: { name: sender.fromName, address: sender.fromAddress },
      to: reader.address,
      replyTo: sender.replyTo,
      envelope,
      ...parts,
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', Precedence: 'list' },
    })
      .compile()
      .build(),
  'our maker': ours([]),
  'our maker, joined to one buffer': joined(ours([])),
  'our maker, DKIM RSA-2048': ours([rsa]),
  'our maker, DKIM ed25519': ours([ed25519]),
  'our maker, DKIM both': ours([rsa, ed25519]),
};
const found = Object.fromEntries(Object.keys(work).map((name) => [name, []]));
for (let round = -1; round < rounds; round += 1) {
  for (const [name, make] of Object.entries(work)) {
    let made = 0;
    const begin = performance.now();
    const end = begin + ms;
    while (performance.now() < end) {
      for (let each = 0; each < 10; each += 1) {
        const message = make();
        if (message instanceof Promise) await message;
      }
      made += 10;
    }
    if (round >= 0) found[name].push(((performance.now() - begin) * 1_000) / made);
  }
}
process.send({ type: 'made', bytes: raw.length, found });
