import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../support/repository';
import { expected } from './expected';

/** Folder of the messages that came back. */
export const folder = join(repositoryRoot, 'tests/fixtures/bounce');

export function fixture(name: string): Buffer {
  return readFileSync(join(folder, `${name}.eml`));
}

/** All of them, by name. */
export const fixtures = expected.map(([file]) => ({ file, bytes: fixture(file) }));

/** The same message with other line ends. Bytes in, bytes out: nothing is decoded. */
export function withLineEnds(bytes: Buffer, end: '\n' | '\r\n' | '\r'): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(/\r\n|\r|\n/g, end), 'latin1');
}
