import type { Issue } from '../contract/issue';
import type { Block } from '../contract/body';
import { linesOf, type Placed } from '../contract/places';

/** Fields with names, codes and addresses instead of sentences. */
const silent = new Set(
  'brand number language type kind layout id src url code name place chair author source period publicationDate asOf end start date unit measure chart sumOf ornaments'.split(
    ' ',
  ),
);

/** Every text of an issue in its language, with its place. A block, an item and a cell are one text, including bold parts and links. */
export function proseOf(issue: Issue): Placed<string>[] {
  const { motto, whyReceived } = issue.masthead.brand;
  return [
    ...textsIn(motto, 'masthead.brand.motto'),
    { place: 'masthead.brand.whyReceived', value: whyReceived },
    ...textsIn(issue, ''),
  ];
}

/**
 * The same texts as they are stored, without those of the brand: each piece of a sentence that is bold or a link by itself, with the
 * place of the text.
 */
export function storedTextsOf(issue: Issue): Placed<string>[] {
  return textsIn(issue, '', storedTexts);
}

function textsIn(value: unknown, place: string, ofBlock = blockTexts): Placed<string>[] {
  if (typeof value === 'string') return [{ place, value }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, at) => textsIn(one, `${place}[${at}]`, ofBlock));
  return Object.entries(value).flatMap(([key, inside]) => {
    if (silent.has(key)) return [];
    const at = place === '' ? key : `${place}.${key}`;
    if (key === 'body')
      return (inside as Block[]).flatMap((block, index) => ofBlock(block, `${at}[${index}]`));
    return textsIn(inside, at, ofBlock);
  });
}

function storedTexts(block: Block, place: string): Placed<string>[] {
  if (block.type === 'code') return [];
  return linesOf(block, place).flatMap((line) =>
    line.value.flatMap((node, at) => {
      const own = `${line.place}.children[${at}]`;
      const pieces =
        node.type === 'link'
          ? node.children.map((piece, index) => ({ piece, at: `${own}.children[${index}]` }))
          : [{ piece: node, at: own }];
      return pieces.flatMap(({ piece, at: where }) =>
        piece.code ? [] : [{ place: `${where}.text`, value: piece.text }],
      );
    }),
  );
}

function blockTexts(block: Block, place: string): Placed<string>[] {
  if (block.type === 'code') return [];
  const texts = linesOf(block, place).map((line) => ({
    place: line.place,
    value: line.value
      .flatMap((node) => (node.type === 'link' ? node.children : [node]))
      // Code is not prose; a placeholder keeps the words around it apart.
      .map((node) => (node.code ? ' 0 ' : node.text))
      .join(''),
  }));
  const described =
    block.type === 'image'
      ? [block.image.alternativeText, block.image.caption].flatMap((value) =>
          value ? [{ place, value }] : [],
        )
      : [];
  return [...described, ...texts];
}
