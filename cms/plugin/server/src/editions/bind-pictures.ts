import type { IssueDraft } from './to-issue';

/** Finds what a picture's address stands for now; null leaves the address as it is. */
type BindPicture = (address: string) => Promise<string | null>;

/**
 * Binds the pictures of a draft to their content: each address is replaced by one that is named by the picture's bytes. From
 * then on the draft says everything that readers will see, and a picture that is replaced under the same address changes it.
 */
export async function bindPictures(draft: IssueDraft, bind: BindPicture): Promise<IssueDraft> {
  const addresses = [...new Set(picturesIn(draft).map(({ address }) => address))];
  const bound = new Map<string, string>();
  for (const address of addresses) {
    const found = await bind(address);
    if (found !== null) bound.set(address, found);
  }
  return bound.size === 0 ? draft : (replaced(draft, bound) as IssueDraft);
}

/** The addresses of the pictures in a draft, with their JSON paths. Pure. */
export function picturesIn(draft: IssueDraft): { path: string; address: string }[] {
  return walk(draft, '');
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
  return Object.entries(value).flatMap(([name, inside]) =>
    walk(inside, path === '' ? name : `${path}.${name}`, value),
  );
}

function replaced(value: unknown, bound: ReadonlyMap<string, string>, parent: object | null = null): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, bound));
  const key = addressKey(value, parent);
  if (key !== null) {
    const address = String(Reflect.get(value, key));
    return { ...value, [key]: bound.get(address) ?? address };
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [name, replaced(inside, bound, value)]),
  );
}
