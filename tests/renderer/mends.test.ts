import { mendedAddress, parseIssue, renderIssue, type Finding, type IssueInput } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { anArticle, anIssue, aSection, paragraphs } from '../support/issue';

type Language = 'fr' | 'en' | 'ar';

/** Rules whose findings have one right value. */
const rules = ['word-doubled', 'space-stray'];

const saying = (text: string, language: Language = 'fr') =>
  anIssue({
    masthead: { language },
    sections: [aSection([anArticle({ standfirst: text, body: paragraphs('Elle ouvre lundi.') })])],
  });

async function found(issue: IssueInput): Promise<Finding[]> {
  const { findings } = await renderIssue(parseIssue(issue));
  return findings.filter(({ rule }) => rules.includes(rule));
}

/** The text after each mend that is offered, one after the other, and the rules that asked for them. */
async function mended(text: string, language: Language): Promise<{ text: string; by: string[] }> {
  const by: string[] = [];
  for (let now = text; ;) {
    const [finding] = await found(saying(now, language));
    if (finding === undefined) return { text: now, by };
    expect(finding.mend).toMatchObject({ place: 'sections[0].articles[0].standfirst', from: now });
    now = finding.mend?.to ?? '';
    by.push(finding.rule);
    // Each rule asks once: what it has mended it does not find again.
    expect(new Set(by).size).toBe(by.length);
  }
}

describe('a mend', () => {
  it.each<[rule: string, language: Language, from: string, to: string]>([
    ['word-doubled', 'fr', 'Elle ouvre lundi lundi matin.', 'Elle ouvre lundi matin.'],
    ['word-doubled', 'fr', 'Le le Conseil, le le le Bureau', 'Le Conseil, le Bureau'],
    ['word-doubled', 'en', 'It opens on on Monday.', 'It opens on Monday.'],
    ['word-doubled', 'ar', 'افتتح المعرض المعرض يوم الاثنين', 'افتتح المعرض يوم الاثنين'],
    ['space-stray', 'fr', 'Rabat , Fès  et ( bientôt ) Agadir .', 'Rabat, Fès et (bientôt) Agadir.'],
    ['space-stray', 'fr', 'Le 9\u00a0 mai', 'Le 9\u00a0mai'],
    ['space-stray', 'fr', 'Ouvert  !', 'Ouvert !'],
    ['space-stray', 'en', 'It opens : on Monday !', 'It opens: on Monday!'],
    ['space-stray', 'ar', 'افتتح المعرض ، ثم أغلق .', 'افتتح المعرض، ثم أغلق.'],
  ])('of %s in %s: “%s”', async (rule, language, from, to) => {
    expect(await mended(from, language)).toEqual({ text: to, by: [rule] });
  });

  it('of both rules in one text is made one after the other', async () => {
    const { text, by } = await mended('La  foire foire , à Fès.', 'fr');
    expect(text).toBe('La foire, à Fès.');
    expect(by.sort()).toEqual([...rules].sort());
  });

  it.each<[language: Language, text: string]>([
    ['fr', 'Nous nous réunissons, et faire faire des travaux ne suffit pas. Rabat. Rabat encore.'],
    [
      'fr',
      'Le prix de De Gaulle, à la La Palme : 3 500 % ; « oui » ! Est-ce fini ? Et puis ... voilà, .NET.',
    ],
    ['fr', 'Ligne un \n ligne deux, a a'],
    ['en', 'It is what it is is true; she said that that had had an effect.'],
    ['ar', 'تقدم العمل شيئا شيئا، رويداً رويداً.'],
  ])('is offered for nothing that is right, in %s: “%s”', async (language, text) => {
    expect(await found(saying(text, language))).toEqual([]);
  });

  it('leaves code alone, and finds a text within a link of a body', async () => {
    const body = [
      { type: 'paragraph' as const, children: [{ type: 'text' as const, text: 'a  = b  , c', code: true }] },
      { type: 'code' as const, children: [{ type: 'text' as const, text: 'si si  fin fin' }] },
      {
        type: 'paragraph' as const,
        children: [
          { type: 'text' as const, text: 'Voir ' },
          {
            type: 'link' as const,
            url: 'https://a.example/',
            children: [{ type: 'text' as const, text: 'le rapport rapport annuel' }],
          },
        ],
      },
    ];
    const place = 'sections[0].articles[0].body[2].children[1].children[0].text';
    expect(await found(anIssue({ sections: [aSection([anArticle({ body })])] }))).toMatchObject([
      { rule: 'word-doubled', place, mend: { place, to: 'le rapport annuel' } },
    ]);
  });
});

describe('an address that was meant', () => {
  it.each([
    ['www.example.org', 'https://www.example.org'],
    [' alamana.example/a?b=1 ', 'https://alamana.example/a?b=1'],
    ['info@example.org', 'mailto:info@example.org'],
    ['https://example.org', null],
    ['mailto:info@example.org', null],
    ['javascript:alert(1)', null],
    ['deux mots.fr', null],
    ['example', null],
    ['', null],
  ])('by “%s” is %s, and is one then', (text, address) => {
    expect(mendedAddress(text)).toBe(address);
    if (address !== null) expect(mendedAddress(address)).toBeNull();
  });
});
