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

/** The choice of a version in whole, over what is there now. Pure. */
export function wholeVersion({ differences }: Pick<Comparison, 'differences'>): Record<string, Side> {
  return Object.fromEntries(differences.map(({ key }) => [key, 'mine']));
}
