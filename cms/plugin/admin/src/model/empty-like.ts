import type { BodyNode } from './body-blocks';

/** A figure, a sign or a date in figures: what needs no translation. */
const untranslated = /^(?=.*\p{N})[\p{N}\p{P}\p{S}\s]+$/u;

/**
 * A block of the same shape with nothing written in it, to be translated: as many items, rows and cells, the figures in cells that hold
 * nothing else, the same picture and its credit. A picture's alternative text is asked for anew. Code stays. Pure.
 */
export function emptyLike(block: BodyNode): BodyNode {
  if (block.type === 'code') return block;
  if (block.image) return { ...block, image: { ...block.image, alternativeText: '' } };
  const children = block.children ?? [];
  if (!children.some(({ type }) => type === 'text' || type === 'link'))
    return { ...block, children: children.map(emptyLike) };
  const text = children
    .flatMap((node) => (node.type === 'link' ? (node.children ?? []) : [node]))
    .map((node) => node.text ?? '')
    .join('');
  return { ...block, children: [{ type: 'text', text: untranslated.test(text) ? text : '' }] };
}
