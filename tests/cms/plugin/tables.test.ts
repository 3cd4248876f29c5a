import { parseIssue, InvalidIssueError, renderIssue } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { findingIn, obstacleIn } from '../../../cms/plugin/server/src/common/words/obstacle-words';
import { textProblems } from '../../../cms/plugin/server/src/content/checks/text-lengths';
import { showValue } from '../../../cms/plugin/server/src/content/revisions/shown';
import { locateFindings, problemObstacles } from '../../../cms/plugin/server/src/editions/obstacles';
import { shownSchema } from '../../../cms/plugin/shared/desk/revisions';
import { aTable, issueOfTables } from '../../support/tables';

const vague = aTable([
  ['Document', 'Où'],
  ['Statuts', { link: 'ici', url: 'https://a.example/' }],
]);
const located = (draft: unknown) => ({ draft: draft as never, documentId: 'a' });

describe('a fault in a table of text', () => {
  it.each([
    ['fr', [vague], 'Article « La pépinière ouvre », tableau (ligne 2, colonne 2), '],
    ['en', [vague], 'Article “La pépinière ouvre”, table (row 2, column 2), '],
    ['fr', [aTable([['un']]), vague], 'Article « La pépinière ouvre », tableau 2 (ligne 2, colonne 2), '],
  ] as const)('has its cell in the sentence of its place: %s', async (language, tables, where) => {
    const issue = issueOfTables('fr', [...tables]);
    const { findings } = await renderIssue(parseIssue(issue));
    const found = findings.filter(({ rule }) => rule === 'link-text-vague');
    const places = locateFindings(found, located(issue)).map((one) => findingIn(one, language).place);
    expect(places).toEqual([expect.stringContaining(where)]);
    expect(places[0]).not.toMatch(/children/);
  });

  it('is told by its row, if the row has a cell too few', () => {
    const issue = issueOfTables('fr', [aTable([['a', 'b'], ['c']])]);
    const [obstacle] = problemObstacles(problemsOf(issue), located(issue));
    expect(obstacle && obstacleIn(obstacle, 'fr').message).toMatch(
      /tableau \(ligne 2\) : le champ « (?!children).+ » .*2 cellules attendues dans la ligne 2, comme dans la première, 1 trouvées/,
    );
  });
});

describe('a body with a table', () => {
  const attributes = () => ({ body: { type: 'json', customField: 'plugin::newsletter.body' } });
  const problems = (body: unknown) =>
    textProblems('plugin::newsletter.article', { body }, attributes).map(({ code }) => code);

  it('has as many characters as its cells', () => {
    const cells = (length: number) => [aTable([['x'.repeat(length), 'x'.repeat(length)]])];
    expect(problems(cells(50_000))).toEqual([]);
    expect(problems(cells(50_001))).toEqual(['TEXT_TOO_LONG']);
  });

  it('is shown as a table where versions are compared', () => {
    const value = { is: 'scalar', value: [vague, aTable([['', '']], false)] } as const;
    const shown = showValue(value, { type: 'json', customField: 'plugin::newsletter.body' }, {} as never);
    expect(shownSchema.parse(shown)).toEqual({
      is: 'paragraphs',
      paragraphs: [
        {
          style: 'table',
          headed: true,
          rows: [
            ['Document', 'Où'],
            ['Statuts', 'ici (https://a.example/)'],
          ],
        },
      ],
    });
  });
});

function problemsOf(issue: unknown): InvalidIssueError['problems'] {
  try {
    parseIssue(issue);
  } catch (error) {
    if (error instanceof InvalidIssueError) return error.problems;
    throw error;
  }
  throw new Error('The issue was taken.');
}
