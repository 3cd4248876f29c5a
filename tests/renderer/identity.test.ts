import { parseIssue, renderIssue, type Edition, type IssueInput } from '@nachra/renderer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anIssue, everything } from '../support/issue';
import { textsIn, withText } from './leaves';

const render = (issue: unknown): Promise<Edition> => renderIssue(parseIssue(issue));

/** The same data with its keys in another order. */
function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => ({ entry: [key, shuffled(item, random)] as const, at: random() }))
      .sort((one, other) => one.at - other.at)
      .map(({ entry }) => entry),
  );
}

describe('an edition', () => {
  it('has the same bytes and the same hash for the same issue, whatever the order of its keys', async () => {
    const issue = everything((name) => name);
    const once = await render(issue);
    expect(once.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(once.sizeBytes).toBe(Buffer.byteLength(once.html));
    await fc.assert(
      fc.asyncProperty(
        fc.noShrink(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))),
        async (stream) => {
          const turned = shuffled(issue, () => stream.next().value as number);
          expect(await render(turned)).toEqual(once);
        },
      ),
      { numRuns: 5 },
    );
  });

  it('is the same whether a default is written or left out', async () => {
    const { masthead, sections } = anIssue();
    const written = { masthead: { greeting: false, ...masthead }, sections };
    expect((await render(written)).hash).toBe((await render({ masthead, sections })).hash);
  });

  it('is the same after a round trip through JSON', async () => {
    const edition = await render(anIssue());
    expect(JSON.parse(JSON.stringify(edition))).toEqual(edition);
  });

  it('has another hash and other slots if any text changes', async () => {
    const issue: IssueInput = everything((name) => `(${name})`, { language: 'fr' });
    const texts = [...textsIn(issue)].filter(({ text }) => text.startsWith('('));
    const first = await render(issue);
    for (const { path, text } of fc.sample(fc.constantFrom(...texts), { numRuns: 12, seed: 7 })) {
      const changed = await render(withText(issue, path, `${text}.`));
      expect([path, changed.hash]).not.toEqual([path, first.hash]);
      expect(changed.slots.nonce).not.toBe(first.slots.nonce);
    }
  });
});
