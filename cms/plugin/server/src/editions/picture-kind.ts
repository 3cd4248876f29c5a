import { createHash } from 'node:crypto';

/**
 * The kinds of pictures that are served to readers, recognised by their first bytes because neither a file's name nor what a
 * server says of it is reliable. SVG is not among them: it may carry a script, and our host is the admin's too.
 */
const kinds: readonly { extension: string; type: string; begins: RegExp }[] = [
  { extension: 'png', type: 'image/png', begins: /^\x89PNG\r\n\x1a\n/ },
  { extension: 'jpg', type: 'image/jpeg', begins: /^\xff\xd8\xff/ },
  { extension: 'gif', type: 'image/gif', begins: /^GIF8[79]a/ },
  { extension: 'webp', type: 'image/webp', begins: /^RIFF[^]{4}WEBP/ },
  { extension: 'avif', type: 'image/avif', begins: /^[^]{4}ftypavif/ },
];

/** So many bytes say what a file is. */
export const headBytes = 16;

/** Names of pictures: a digest of the content and the kind. Nothing else is looked up, so a path never reaches the disk. */
const names = new RegExp(`^[0-9a-f]{32}\\.(?:${kinds.map(({ extension }) => extension).join('|')})$`);

/** Whether a file of the asset store can have this name. */
export function isPictureName(name: string): boolean {
  return names.test(name);
}

/** The kind of picture that these bytes begin as, as a file's extension; null when they are no picture of a kind that is served. */
export function pictureKind(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, headBytes);
  return kinds.find(({ begins }) => begins.test(head))?.extension ?? null;
}

/**
 * Names a picture by its bytes, as the renderer names those that it embeds: the same picture has one name everywhere.
 *
 * @returns null when the bytes are no picture of a kind that is served
 */
export function pictureName(bytes: Buffer): string | null {
  const kind = pictureKind(bytes);
  if (kind === null) return null;
  return `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${kind}`;
}

/** The MIME type that a name stands for. */
export function pictureType(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return kinds.find((kind) => kind.extension === extension)?.type ?? 'application/octet-stream';
}
