import type { Comparison, Side, Versions } from '../../../shared/desk';
import type { Text, TextKey } from './text';

const said: Readonly<Record<string, TextKey>> = {
  create: 'versions.by.create',
  clone: 'versions.by.create',
  publish: 'versions.by.publish',
  unpublish: 'versions.by.unpublish',
  discardDraft: 'versions.by.discardDraft',
};

/** Who saved, and how. @param program what a program is called. Pure. */
export function savedText(
  { by, action }: Pick<Versions['versions'][number], 'by' | 'action'>,
  program: string,
): Text {
  return { key: said[action] ?? 'versions.by.update', values: { by: by ?? program } };
}

/** The choice of a version over what is there now. @param left keys of what stays as it is now. Pure. */
export function choicesOf(
  { differences }: Pick<Comparison, 'differences'>,
  left: readonly string[],
): Record<string, Side> {
  return Object.fromEntries(differences.map(({ key }) => [key, left.includes(key) ? 'theirs' : 'mine']));
}
