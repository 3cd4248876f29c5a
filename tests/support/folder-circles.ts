import { dirname, join, relative, sep } from 'node:path';
import { importedFiles } from './imports';
import { sourcesUnder } from './wall';

/**
 * Folders that import each other, directly or by way of others, types included. Such folders can only be understood, moved
 * and tested together, and have no order in which to read them.
 *
 * The rule holds at every level. Take any folder: each of its sub-folders, with all that lies beneath it, is one node, and so
 * is each file that lies in it directly. No node may reach itself by way of another. So a sub-folder may use a file beside it
 * (`rules/` uses `rule.ts`), and another file may use the sub-folder (`preflight.ts` uses `rules/`), but not one and the same.
 * The folder's own `index.ts` is its door and no node: it may import everything, and the rule for files sees to the rest.
 *
 * @param root the folder to begin with
 * @returns pairs (`dispatch ↔ servers`), then the ways round that remain without those pairs (`a → b → c → a`); what lies
 *   deeper begins with its folder (`mailbox/imap: parse ↔ fetch`)
 */
export function folderCirclesIn(root: string): string[] {
  const arrows = sourcesUnder(root).flatMap((from) => importedFiles(from).map((to) => ({ from, to })));
  const folders = new Set(arrows.flatMap(({ from }) => foldersDownTo(root, from)));
  return [...folders].sort().flatMap((folder) => {
    const nodes = new Map<string, Set<string>>();
    for (const { from, to } of arrows) {
      const [one, other] = [nodeOf(folder, from), nodeOf(folder, to)];
      if (one === null || other === null || one === other) continue;
      nodes.set(one, (nodes.get(one) ?? new Set()).add(other));
    }
    const place = relative(root, folder).split(sep).join('/');
    return circlesAmong(nodes).map((circle) => (place === '' ? circle : `${place}: ${circle}`));
  });
}

function foldersDownTo(root: string, file: string): string[] {
  const folders = [];
  for (let folder = dirname(file); folder.length >= root.length; folder = dirname(folder))
    folders.push(folder);
  return folders;
}

/** Which node of a folder a file belongs to; null for a file from elsewhere, and for the folder's own door. */
function nodeOf(folder: string, file: string): string | null {
  if (!file.startsWith(join(folder, sep))) return null;
  const [first = '', ...rest] = relative(folder, file).split(sep);
  return rest.length === 0 && /^index\.tsx?$/.test(first) ? null : first;
}

/** Pairs that import each other; then the ways round that are left once the pairs are thought away. */
function circlesAmong(nodes: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const isPair = (one: string, other: string) => nodes.get(one)?.has(other) && nodes.get(other)?.has(one);
  const pairs = [...nodes].flatMap(([one, others]) =>
    [...others].filter((other) => one < other && isPair(one, other)).map((other) => `${one} ↔ ${other}`),
  );
  const rest = new Map(
    [...nodes].map(([one, others]) => [one, new Set([...others].filter((other) => !isPair(one, other)))]),
  );
  const rounds = new Set<string>();
  for (const node of [...rest.keys()].sort()) {
    const way = wayRound(rest, node);
    if (way !== null) rounds.add([...way, way[0]].join(' → '));
  }
  return [...pairs.sort(), ...rounds];
}

/** The shortest way from a node back to itself, begun at the first of its nodes in the alphabet. */
function wayRound(nodes: ReadonlyMap<string, ReadonlySet<string>>, start: string): string[] | null {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of [...(nodes.get(way.at(-1) ?? '') ?? [])].sort()) {
      if (next === start) {
        const at = way.indexOf([...way].sort()[0] ?? '');
        return [...way.slice(at), ...way.slice(0, at)];
      }
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}
