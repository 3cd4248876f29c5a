import { issueRenderer, parseIssue, renderIssue, type IssueInput } from '@nachra/renderer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amanews242, anIssue, everything } from '../support/issue';

/** Changes that an editor may make between two previews. */
type Edit = (issue: IssueInput) => void;

const words = fc.constantFrom(
  'Assemblée',
  'x',
  '',
  '«\u202fOui\u202f»',
  '<b>',
  '10\u202f%',
  'nonceofthisissuehere',
);
const places = fc.nat({ max: 99 });

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(places, words).map(([at, text]): Edit => (issue) => {
    const articles = issue.sections.flatMap((section) => ('articles' in section ? section.articles : []));
    const article = articles[at % Math.max(1, articles.length)];
    if (article) article.title = `${article.title} ${text}`;
  }),
  fc.tuple(places, places).map(([from, to]): Edit => ({ sections }) => {
    const [moved] = sections.splice(from % sections.length, 1);
    if (moved) sections.splice(to % (sections.length + 1), 0, moved);
  }),
  places.map((at): Edit => ({ sections }) => {
    if (sections.length > 1) sections.splice(at % sections.length, 1);
  }),
  places.map((at): Edit => ({ sections }) => {
    const twice = sections[at % sections.length];
    if (twice && sections.length < 20) sections.push(structuredClone(twice));
  }),
  words.map((text): Edit => ({ masthead }) => {
    masthead.subject = `${masthead.subject} ${text}`;
  }),
  fc.constantFrom('#0b5a4a', '#7a1f3d').map((primary): Edit => ({ masthead }) => {
    masthead.brand.colours = { primary, accent: '#c8912b' };
  }),
  fc.constantFrom('fr', 'en', 'ar').map((language): Edit => ({ masthead }) => {
    masthead.language = language;
  }),
);

describe('an issue rendered again after each change', () => {
  it.each([
    ['with much memory', undefined],
    ['with little', 20_000],
    ['with none', 0],
  ])(
    'is the same edition as without any memory: %s',
    async (_, room) => {
      await fc.assert(
        fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 6 }), async (made) => {
          const render = issueRenderer(room);
          const issue = everything((name) => name);
          await render(parseIssue(issue));
          for (const edit of made) {
            edit(issue);
            const parsed = parseIssue(issue);
            expect(await render(parsed)).toEqual(await renderIssue(parsed));
          }
        }),
        { numRuns: 6 },
      );
    },
    120_000,
  );

  it('is the same for N° 242, one article after another', async () => {
    const render = issueRenderer();
    const issue = amanews242();
    for (const section of issue.sections) {
      if (!('articles' in section)) continue;
      for (const article of section.articles) {
        article.standfirst = `${article.standfirst ?? ''} Corrigé.`;
        const parsed = parseIssue(issue);
        expect(await render(parsed)).toEqual(await renderIssue(parsed));
      }
    }
  });

  it('keeps each issue’s own slots, even if a text contains their internal placeholder', async () => {
    const render = issueRenderer();
    const of = (subject: string) => parseIssue(anIssue({ masthead: { subject } }));
    for (const subject of ['One', 'Another', 'Snonceofthisissuehere_address_htmlS']) {
      const edition = await render(of(subject));
      expect(edition.html).toContain(`S${edition.slots.nonce}_unsubscribeUrl_attributeS`);
      expect(edition.html).toContain(subject);
    }
  });
});
