import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentencesReadIn } from '../support/read-sentences';
import { repositoryRoot } from '../support/repository';
import { sourceRoots } from '../support/source-roots';
import { treeOf } from '../support/tree-of';
import { sourcesUnder } from '../support/wall';

/** Programs whose work it is to read what others wrote: bounces, answers of mail servers, errors of a database's driver. */
const readers = [/^delivery\/src\/(?:.+\/)?bounce\//, /\/throttled\.ts$/, /\/ledger\/sql\.ts$/];

/** What still reads a sentence, by file. Exact: delete a line with what it names, and add none. */
const stillRead: string[] = [];

describe('no program decides by the words of a sentence', () => {
  it('in this repository, except those still listed', () => {
    const found = sourceRoots
      .flatMap((root) => sourcesUnder(join(repositoryRoot, root)))
      .filter((file) => !readers.some((reader) => reader.test(relative(repositoryRoot, file))))
      .flatMap((file) => sentencesReadIn(file).map((read) => read.replace(/^\d+/, basename(file))));
    expect(found.sort()).toEqual([...stillRead].sort());
  });

  const reading: [what: string, text: string][] = [
    ['a regular expression on a message', `/absolute address/.test(problem.message);`],
    ['a named regular expression on a reply', `busy.exec(outcome.reply);`],
    ['a string method', `error.message.includes('address');`],
    ['a string method after optional chaining', `bounce?.sentence.startsWith('The server');`],
    ['a string method after a default', `(problem.message ?? '').split(': ');`],
    ['a comparison', `if (lastSentence === 'Too many bounces.') undo();`],
    ['a comparison with a template', 'if (`${name}.` !== sentence) undo();'],
    ['a comparison of two', `if (lastSentence !== bounce.sentence) undo();`],
    ['a switch', `switch (error.message) { default: }`],
  ];
  it.each(reading)('finds %s', (_what, text) => {
    expect(sentencesReadIn(join(treeOf({ 'a.ts': text }), 'a.ts'))).toHaveLength(1);
  });

  it('allows a sentence to be built, shown, shortened, cleaned and checked for presence', () => {
    const text = `
      const message = \`\${name} is missing.\`;
      show(message.slice(0, 80), reply.replaceAll('\\n', ' '), error.message === '', /x/.test(error.code));
      if (problem.code === 'absolute-address') list.includes(message);`;
    expect(sentencesReadIn(join(treeOf({ 'a.ts': text }), 'a.ts'))).toEqual([]);
  });
});
