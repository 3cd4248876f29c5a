import {
  articleKindSchema,
  articleLayouts,
  articlePicturePlace,
  bodyPicturePlace,
  canonicalJson,
  framingSchema,
  pictureFormats,
  type Framing,
  type PicturePlace,
} from '@nachra/renderer';
import { keysOf } from './place-of';
import type { IssueDraft } from './to-issue';

/** A picture of a draft that has an address, and how it is to be cut for its place; null where it is shown whole. */
interface PictureToBind {
  address: string;
  cut: { framing: Framing; at: PicturePlace } | null;
}

/** What a picture is replaced by; its pixels where it was cut. */
interface BoundPicture {
  address: string;
  cut: { width: number; height: number } | null;
}

/** Finds what a picture stands for now; null leaves it as it is. */
export type BindPicture = (picture: PictureToBind) => Promise<BoundPicture | null>;

type Node = Readonly<Record<string, unknown>>;

/**
 * Binds the pictures of a draft to their content: each address is replaced by one that is named by the picture's bytes, those of the
 * part that is seen where it is framed. From then on the draft says everything that readers will see, and a picture that is replaced
 * under the same address, or cut differently, changes it. A framing that is not one stays, for the contract to refuse.
 */
export async function bindPictures(draft: IssueDraft, bind: BindPicture): Promise<IssueDraft> {
  const bound = new Map<string, BoundPicture | null>();
  const placed = new Map<string, string>();
  for (const { path, address } of picturesIn(draft)) {
    const picture = { address, cut: cutOf(draft, path) };
    const key = canonicalJson(picture);
    placed.set(path, key);
    if (!bound.has(key)) bound.set(key, await bind(picture));
  }
  return replaced(draft, '', (path) => bound.get(placed.get(path) ?? '') ?? null) as IssueDraft;
}

/** The addresses of the pictures in a draft, with their JSON paths. Pure. */
export function picturesIn(draft: IssueDraft): { path: string; address: string }[] {
  return walk(draft, '');
}

/** How a picture of a draft is to be cut; null where it is shown whole. Pure. */
function cutOf(draft: IssueDraft, path: string): PictureToBind['cut'] {
  const keys = keysOf(path);
  const picture = keys.reduce<unknown>((node, key) => (node as Node | undefined)?.[key], draft) as Node;
  const at = placeAt(draft, keys);
  const { crop, focus } = picture;
  const { data: framing } = framingSchema.safeParse({ crop: crop ?? undefined, focus: focus ?? undefined });
  if (at === null || framing === undefined) return null;
  const isSeenWhole = framing.crop === undefined && pictureFormats[at].ratio === null;
  return isSeenWhole || (framing.crop === undefined && framing.focus === undefined) ? null : { framing, at };
}

function placeAt(draft: IssueDraft, keys: readonly (string | number)[]): PicturePlace | null {
  if (keys[0] === 'masthead') return keys[1] === 'cover' ? 'cover' : null;
  const [, at, part, index, list, which] = keys;
  const section = draft.sections[Number(at)];
  if (part !== 'articles') return 'free';
  const layout = articleLayouts.find((one) => one === section?.['layout']) ?? 'list';
  if (list !== 'images') return bodyPicturePlace(layout);
  const article = (section?.['articles'] as Node[] | undefined)?.[Number(index)];
  const { data: kind } = articleKindSchema.safeParse(article?.['kind']);
  return articlePicturePlace({ kind, layout, articleAt: Number(index), at: Number(which) });
}

/** In a draft a picture is an object with `src`, or in a body a block of the type `image` whose `image` has a `url`. */
function addressKey(value: object, parent: object | null): 'src' | 'url' | null {
  if ('src' in value && typeof value.src === 'string') return 'src';
  const inBody = parent !== null && 'type' in parent && parent.type === 'image' && 'children' in parent;
  return inBody && 'url' in value && typeof value.url === 'string' ? 'url' : null;
}

function walk(
  value: unknown,
  path: string,
  parent: object | null = null,
): { path: string; address: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, at) => walk(one, `${path}[${at}]`));
  const key = addressKey(value, parent);
  if (key !== null) return [{ path, address: String(Reflect.get(value, key)) }];
  return Object.entries(value).flatMap(([name, inside]) => walk(inside, below(path, name), value));
}

function replaced(
  value: unknown,
  path: string,
  boundAt: (path: string) => BoundPicture | null,
  parent: object | null = null,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one, at) => replaced(one, `${path}[${at}]`, boundAt));
  const key = addressKey(value, parent);
  if (key === null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inside]) => [
        name,
        replaced(inside, below(path, name), boundAt, value),
      ]),
    );
  const bound = boundAt(path);
  if (bound === null) return value;
  if (bound.cut === null) return { ...value, [key]: bound.address };
  const { crop: _crop, focus: _focus, ...whole } = value as Node;
  return { ...whole, [key]: bound.address, ...bound.cut, cut: true };
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
