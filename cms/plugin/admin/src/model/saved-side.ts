import type { Comparison, Difference } from '../../../shared/desk';
import type { Text } from './text';

/**
 * What the saved side of a difference is called: by the name of whoever has changed that very field, where one person has; of a
 * field that only the reader has changed, that it is as it was.
 */
export function savedSide(
  { changedBy, label }: Pick<Difference, 'changedBy' | 'label'>,
  changes: Comparison['changes'],
): Text {
  if (changedBy === 'me') return { key: 'conflict.theirs.unchanged' };
  const isHere = (field: string) => label === field || label.startsWith(`${field} › `);
  const savers = new Set(changes.flatMap(({ by, fields }) => (fields.some(isHere) ? [by] : [])));
  const [name] = savers;
  return savers.size === 1 && name != null
    ? { key: 'conflict.theirs.of', values: { name } }
    : { key: 'conflict.theirs' };
}
