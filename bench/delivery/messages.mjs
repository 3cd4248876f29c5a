/** What is sent: N° 242 cut to 75 KB a message, or a few lines where only the ledger is to be felt. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const requireBuilt = createRequire(path.join(root, 'delivery/dist/index.js'));
const { parseIssue, personalise, renderIssue } = requireBuilt('@nachra/renderer');
const { messageMaker, personHash, unsubscribeLinks } = requireBuilt('./index.js');

export const linkSecret = 'a-secret-of-the-bench-alone';
export const personKey = 'a-key-of-the-bench-alone';
export const messageBytes = 75 * 1024;

export const sender = {
  fromName: 'La Palme – lettre « d’ici »',
  fromAddress: 'lettre@news.example.test',
  replyTo: 'redaction@example.test',
  listName: 'La Palme',
  listId: 'palme.news.example.test',
  bounceAddress: 'retours@news.example.test',
  unsubscribeAddress: 'stop@news.example.test',
  publicUrl: 'https://news.example.test',
  feedbackSenderId: 'palme-lettre',
};

/** The edition whose messages come nearest to 75 KB: the sample without as many of its articles as that takes. */
export async function theEdition() {
  const sample = JSON.parse(readFileSync(path.join(root, 'emails/samples/amanews-242.json'), 'utf8'));
  const articles = sample.sections.flatMap((section) => section.articles ?? []);
  const sizes = [];
  for (let left = articles.length; left > 0; left -= 1) {
    const kept = new Set(articles.slice(0, left));
    const sections = sample.sections
      .map((section) =>
        section.articles
          ? { ...section, articles: section.articles.filter((each) => kept.has(each)) }
          : section,
      )
      .filter((section) => section.articles?.length !== 0);
    const edition = await renderIssue(parseIssue({ ...sample, sections }));
    const size = aMessage(edition).raw.length;
    sizes.push({ edition, off: Math.abs(size - messageBytes) });
    if (size < messageBytes) break;
  }
  return sizes.toSorted((a, b) => a.off - b.off)[0].edition;
}

/** The same edition with next to nothing in it: about 2 KB a message. */
export function small(edition) {
  const { nonce } = edition.slots;
  const address = edition.html.match(new RegExp(`[^\\s<>"]*${nonce}[^\\s<>"]*`))?.[0] ?? '';
  return { ...edition, html: `<p>Bonjour</p><p>${address}</p>`, text: 'Bonjour\n' };
}

/** One finished message, and what others make the same one of. */
export function aMessage(edition, dkim = []) {
  const make = messageMaker({
    edition,
    sender,
    campaignId: 'aaaaaaaaaa',
    secret: linkSecret,
    dkim,
  });
  const someone = personHash(personKey, 'reader1@readers.test');
  const recipient = (index) => ({
    deliveryId: `aaaaaaaaaa-${index.toString(36)}`,
    address: `reader${index}@readers.test`,
    // In a send it comes from the ledger, where the freeze has put it.
    person: someone,
  });
  const message = make(recipient(1), new Date());
  const reader = {
    address: recipient(1).address,
    unsubscribeUrl: unsubscribeLinks({ publicUrl: sender.publicUrl, secret: linkSecret }).urlFor(
      recipient(1),
    ),
    viewUrl: `${sender.publicUrl}/issues/${edition.number}/${edition.language}`,
  };
  return {
    raw: message.raw,
    envelope: message.envelope,
    reader,
    makeFor: (index, date) => make(recipient(index), date),
    personalise: () => {
      const { subject, html, text } = personalise(edition, reader);
      return { subject, html, text };
    },
  };
}
