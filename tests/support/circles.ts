import path from 'node:path';
import { importedFiles } from './imports';
import { sourcesUnder } from './wall';

/**
 * Files of a folder that import each other in a circle, types included: such files can only be understood, moved and
 * tested together. Each circle is told once, as the way round it.
 */
export function circlesIn(root: string): string[] {
  const files = sourcesUnder(root);
  const arrows = new Map(files.map((file) => [file, importedFiles(file)]));
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) {
      circles.push([...way.slice(start), file].map((one) => path.relative(root, one)).join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of arrows.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  return circles;
}
