import { absolute } from './media';

type Json = unknown;

/**
 * Makes the addresses in Blocks JSON absolute: of pictures and of links, at any depth. Everything else passes as it is;
 * the contract reads and judges it afterwards.
 */
export function withAbsoluteUrls(node: Json, origin: string): Json {
  if (Array.isArray(node)) return node.map((child) => withAbsoluteUrls(child, origin));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === 'url' && typeof value === 'string' ? absolute(value, origin) : withAbsoluteUrls(value, origin),
    ]),
  );
}
