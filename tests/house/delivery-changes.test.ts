import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { committedFiles, repositoryRoot } from '../support/repository';
import { sourceRoots } from '../support/source-roots';

/** Where rows of `delivery` may be written: the named changes, and the steps that make the ledger. */
const home = ['delivery/src/campaigns/changes/', 'delivery/src/ledger/migrations/'];

/** A statement that makes, changes or removes deliveries, whatever is between its words. */
const change = /\b(?:UPDATE|INSERT\s+INTO|DELETE\s+FROM)\s+(?:ONLY\s+)?["'`]?delivery\b/;

describe('the rows of deliveries', () => {
  it('are written by the named changes alone', () => {
    const sources = committedFiles().filter(
      (file) => /\.tsx?$/.test(file) && sourceRoots.some((root) => file.startsWith(`${root}/`)),
    );
    const writers = sources.filter((file) => change.test(readFileSync(join(repositoryRoot, file), 'utf8')));
    expect(writers.filter((file) => !home.some((folder) => file.startsWith(folder)))).toEqual([]);
    expect(writers).not.toEqual([]);
  });

  it.each(['UPDATE delivery SET state = ?', 'DELETE FROM delivery', 'INSERT INTO\n  delivery (id)'])(
    'would be found in another place: %j',
    (statement) => {
      expect(change.test(statement)).toBe(true);
    },
  );

  it.each(['UPDATE delivery_note SET x = ?', 'SELECT id FROM delivery', 'FOR UPDATE', 'UPDATE campaign SET'])(
    'are not written by %j',
    (statement) => {
      expect(change.test(statement)).toBe(false);
    },
  );
});
