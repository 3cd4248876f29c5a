import {
  InvalidIssueError,
  issueJsonSchema,
  languages,
  parseIssue,
  problemCodes,
  problemText,
} from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { unusedFields } from './unused-fields';
import { amanews242, anArticle, anIssue, aSection, everything } from '../support/issue';

describe('the contract', () => {
  it('has every field used by the issue of everything', () => {
    const unused = unusedFields(
      issueJsonSchema(),
      everything((name) => name),
    );
    expect(unused).toEqual([]);
  });

  it('accepts N° 242', () => {
    expect(parseIssue(amanews242()).masthead.number).toBe(242);
  });

  const withBlock = (block: unknown) => anIssue({ sections: [aSection([anArticle({ body: [block] })])] });
  const body = 'sections[0].articles[0].body[0]';
  const table = (children: unknown[]) => withBlock({ type: 'table', headerRow: false, children });

  it('accepts the largest table, and one of an empty cell', () => {
    expect(() => parseIssue(table(rows(60, 8)))).not.toThrow();
    expect(() => parseIssue(table(rows(1, 1, '')))).not.toThrow();
  });

  it.each<[what: string, issue: unknown, path: string, words: RegExp]>([
    ['no object', 'N° 242', '', /expected an object, got text/],
    ['no section', anIssue({ sections: [] }), 'sections', /at least one entry/],
    [
      'a blank title',
      anIssue({ masthead: { title: ' \n' } }),
      'masthead.title',
      /expected text, got an empty string/,
    ],
    [
      'a number that is text',
      anIssue({ masthead: { number: '7' as never } }),
      'masthead.number',
      /a number, got text/,
    ],
    ['half a number', anIssue({ masthead: { number: 7.5 } }), 'masthead.number', /whole number/],
    [
      'a day that is not',
      anIssue({ masthead: { publicationDate: '2023-02-30' } }),
      'masthead.publicationDate',
      /YYYY-MM-DD/,
    ],
    [
      'a language we do not have',
      anIssue({ masthead: { language: 'de' as never } }),
      'masthead.language',
      /"fr", "ar", "en"/,
    ],
    [
      'a period that ends before it begins',
      anIssue({ masthead: { period: { label: 'x', from: '2023-05-31', to: '2023-05-01' } } }),
      'masthead.period.to',
      /not before/,
    ],
    [
      'a field by a wrong name',
      anIssue({ masthead: { titel: 'x' } as never }),
      'masthead.titel',
      /no such field/,
    ],
    [
      'an article of an unknown kind',
      anIssue({ sections: [aSection([{ kind: 'gossip', title: 'x' } as never])] }),
      'sections[0].articles[0].kind',
      /"editorial".*"feature"/,
    ],
    ['a block of an unknown type', withBlock({ type: 'video' }), `${body}.type`, /"paragraph".*"list"/],
    [
      'a picture without address',
      withBlock({ type: 'image', image: {}, children: [] }),
      `${body}.image.url`,
      /missing/,
    ],
    [
      'a picture of another protocol',
      withBlock({ type: 'image', image: { url: 'data:image/png;base64,AA' }, children: [] }),
      `${body}.image.url`,
      /https/,
    ],
    [
      'a script for an address',
      withBlock({
        type: 'paragraph',
        children: [{ type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'x' }] }],
      }),
      `${body}.children[0].url`,
      /https:\/\/, http:\/\/, mailto: or tel:/,
    ],
    [
      'a link whose user name reads as its host',
      withBlock({
        type: 'paragraph',
        children: [
          {
            type: 'link',
            url: 'https://bank.example@thief.example/',
            children: [{ type: 'text', text: 'x' }],
          },
        ],
      }),
      `${body}.children[0].url`,
      /user name before “@”/,
    ],
    [
      'a table that does not say whether it has a header row',
      withBlock({ type: 'table', children: rows(2, 2) }),
      `${body}.headerRow`,
      /missing/,
    ],
    [
      'a row of a table with a cell too few',
      withBlock({ type: 'table', headerRow: true, children: [...rows(2, 3), ...rows(1, 2)] }),
      `${body}.children[2].children`,
      /expected 3 cells in row 3, as in the first, got 2/,
    ],
    ['a table without rows', table([]), `${body}.children`, /at least one entry/],
    ['a table without columns', table(rows(1, 0)), `${body}.children[0].children`, /at least one entry/],
    ['a table of nine columns', table(rows(1, 9)), `${body}.children[0].children`, /at most 8/],
    ['a table of 61 rows', table(rows(61, 1)), `${body}.children`, /at most 60/],
    [
      'a block in a cell',
      table([{ type: 'table-row', children: [{ type: 'table-cell', children: rows(1, 1) }] }]),
      `${body}.children[0].children[0].children[0].type`,
      /"text".*"link"/,
    ],
    [
      'HTML for a body',
      anIssue({ sections: [aSection([anArticle({ body: '<p>x</p>' as never })])] }),
      'sections[0].articles[0].body',
      /a list, got text/,
    ],
    [
      'a colour of another notation',
      anIssue({
        masthead: { brand: { ...anIssue().masthead.brand, colours: { primary: 'red', accent: '#abc' } } },
      }),
      'masthead.brand.colours.primary',
      /#rrggbb/,
    ],
  ])('refuses %s, and names the field and what was expected', (_, issue, path, words) => {
    const problems = problemsOf(issue);
    expect(problems.map((problem) => problem.path)).toContain(path);
    const said = problems.filter((problem) => problem.path === path);
    expect(said.map((problem) => problemText(problem, 'en')).join('\n')).toMatch(words);
  });

  it.each(languages)('has a sentence in %s for every problem', (language) => {
    for (const code of problemCodes) {
      const sentence = problemText({ path: '', code, values: { reason: 'x' } }, language);
      expect(sentence).toMatch(/\S/);
    }
    const [missing] = problemsOf(anIssue({ masthead: { title: undefined as never } }));
    expect(missing).toEqual({ path: 'masthead.title', code: 'missing', values: { expected: 'text' } });
    expect(missing && problemText(missing, language)).not.toMatch(/[{}]/);
  });

  it('reports every problem at once', () => {
    const { masthead, sections } = anIssue();
    const problems = problemsOf({
      masthead: { ...masthead, title: undefined, number: -1 },
      sections: [...sections, {}],
    });
    expect(problems.map(({ path }) => path)).toEqual([
      'masthead.title',
      'masthead.number',
      'sections[1].type',
    ]);
  });
});

/** Rows of a table, each cell with the same text. */
function rows(count: number, columns: number, text = 'x'): object[] {
  const cell = { type: 'table-cell', children: [{ type: 'text', text }] };
  return Array.from({ length: count }, () => ({
    type: 'table-row',
    children: Array.from({ length: columns }, () => cell),
  }));
}

function problemsOf(issue: unknown): InvalidIssueError['problems'] {
  try {
    parseIssue(issue);
  } catch (error) {
    if (error instanceof InvalidIssueError) return error.problems;
    throw error;
  }
  throw new Error('The issue was taken.');
}
