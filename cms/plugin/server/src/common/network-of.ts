import { isIP } from 'node:net';

/**
 * What attempts from an address are counted by: the address itself in version 4, and in version 6 the network of 64 bits that one
 * line is given whole, since whoever has it can ask from a new address each time. Pure.
 *
 * @example networkOf('2001:db8::7') // '2001:db8:0:0::/64'
 */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(bare) !== 6) return bare;
  // The standard's own writing, in which every group is as short as it can be.
  const [head = '', tail = ''] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail);
  const left = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return `${left.slice(0, 4).join(':')}::/64`;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
