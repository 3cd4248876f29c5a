import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { committedFiles } from '../support/repository';
import { sourceRoots } from '../support/source-roots';

/** Files of one name, where the name means one thing, with the reason. Exact: a line that is no longer needed fails. */
const oneMeaning: Record<string, string> = {
  'article.ts': 'the same article, in the contract and as Strapi stores it',
  'audience.ts': 'the people that lists and segments yield: chosen, planned, on the wire and asked for',
  'campaigns.ts': 'endpoints of campaigns, on the wire and as the admin asks them',
  'carry-over.ts': 'a command has the name of its npm script, and calls what does it',
  'comments.ts': 'what people say about an issue: kept, and on the wire',
  'composing.ts': 'endpoints of the composer, on the wire and as the admin asks them',
  'descriptions.ts': 'the descriptions of a package’s settings',
  'errors.ts': 'the errors of a package',
  'findings.ts': 'what the preflight found: on the wire, and as the admin groups it',
  'holds.ts': 'endpoints of holds, on the wire and as the admin asks them',
  'invitations.ts': 'invitations of colleagues: as they are mailed, and on the wire',
  'issue.ts': 'the same issue, in the contract and as Strapi stores it',
  'issues.ts': 'endpoints of issues, on the wire and as the admin asks them',
  'journal.ts': 'the record of who decided what: as it is written, on the wire and as the admin asks for it',
  'main.ts': 'where a process starts',
  'numbers.ts': 'endpoints that make numbers, on the wire and as the admin asks them',
  'picture-limits.ts':
    'the renderer’s, and the copy that the admin runs, which compiles only while it is the same',
  'picture-places.ts':
    'the renderer’s, and the copy that the admin runs, which compiles only while its formats are the same',
  'review-routes.ts': 'endpoints of reviews, on the wire and as the desk answers them',
  'reviews.ts': 'reviews by persons: as they are kept, on the wire and as the admin asks them',
  'seed.ts': 'a command has the name of its npm script, and calls what does it',
  'set-asides.ts': 'findings that a person has set aside: as they are kept, and on the wire',
  'settings.ts': 'what a package is told from outside',
  'spelling.ts': 'spelling: the rule, looked up for whoever writes, on the wire and as the admin asks it',
  'suppressions.ts': 'endpoints of suppressions, on the wire and as the admin asks them',
  'translations.ts': 'an article in its languages: kept, on the wire and as the admin asks them',
  'versions.ts': 'the saves of a document: as they are read, and in the words of the admin',
};

/** Files of a name that another has, whatever folder they are in; doors are `index.ts` everywhere. */
function twinsAmong(files: readonly string[]): string[] {
  const seen = new Map<string, number>();
  for (const name of files.map((file) => basename(file))) seen.set(name, (seen.get(name) ?? 0) + 1);
  return [...seen].flatMap(([name, times]) => (times > 1 && name !== 'index.ts' ? name : [])).sort();
}

/** Files beside a folder of their name: `desk.ts` and `desk/`. */
function shadowsAmong(files: readonly string[]): string[] {
  const folders = new Set(files.map((file) => dirname(file)));
  return files.filter((file) => folders.has(file.replace(/\.tsx?$/, '')));
}

describe('a name of a file means one thing', () => {
  const sources = committedFiles().filter(
    (file) => /\.tsx?$/.test(file) && sourceRoots.some((root) => file.startsWith(`${root}/`)),
  );

  it('is given once, but where it means the same', () => {
    expect(twinsAmong(sources)).toEqual(Object.keys(oneMeaning));
  });

  it('is not that of a folder beside it', () => {
    expect(shadowsAmong(sources)).toEqual([]);
  });

  it('finds a name given twice, and a file beside a folder of its name', () => {
    const files = ['a/rule.ts', 'b/rule.ts', 'a/index.ts', 'b/index.ts', 'a/desk.tsx', 'a/desk/routes.ts'];
    expect(twinsAmong(files)).toEqual(['rule.ts']);
    expect(shadowsAmong(files)).toEqual(['a/desk.tsx']);
  });
});
