import type { ArticleForm, CompareTexts } from '../../../../../shared/desk';
import type { BlockPair } from '../../../model/align-blocks';
import { linksOf, textOfBlock, type BodyNode } from '../../../model/body-blocks';
import { articleFieldsOf, type ArticleFieldName } from '../../compose/fields/article-fields';

type ComparedText = CompareTexts['texts'][number];

/** As many characters as one request may compare by the wire contract. */
const mostCompared = 60_000;

/** How the answer names a block of the original. */
export function blockKey(original: number): string {
  return `body.${original}`;
}

/**
 * The fields and blocks of which something is written on both sides, as they are sent to be compared, in as many requests as it takes. Blocks
 * that are read as one are compared as one. Pure.
 */
export function textsToCompare(
  original: ArticleForm,
  translation: ArticleForm,
  blocks: { original: readonly BodyNode[]; translation: readonly BodyNode[]; pairs: readonly BlockPair[] },
): ComparedText[][] {
  const fields = articleFieldsOf(translation.kind).map((name) => ({
    key: name,
    original: fieldText(original, name),
    translation: fieldText(translation, name),
  }));
  const inBody = groupsOf(blocks.pairs).flatMap(({ originals, translations }) => {
    const [first] = originals;
    if (first === undefined) return [];
    return {
      key: blockKey(first),
      original: blocksText(originals.map((at) => blocks.original[at])),
      translation: blocksText(translations.map((at) => blocks.translation[at])),
    };
  });
  const requests: ComparedText[][] = [];
  let left = 0;
  for (const one of [...fields, ...inBody]) {
    if (isEmpty(one.original) || isEmpty(one.translation)) continue;
    const size = one.original.text.length + one.translation.text.length;
    // Longer than a whole article may be: the server would refuse it.
    if (size > mostCompared) continue;
    if (size > left || requests.length === 0) {
      requests.push([]);
      left = mostCompared;
    }
    requests.at(-1)?.push(one);
    left -= size;
  }
  return requests;
}

/** The blocks of each line, with those that are joined to it. */
function groupsOf(pairs: readonly BlockPair[]): { originals: number[]; translations: number[] }[] {
  const groups: { originals: number[]; translations: number[] }[] = [];
  for (const { original, translation, isJoined } of pairs) {
    if (!isJoined) groups.push({ originals: [], translations: [] });
    if (original !== null) groups.at(-1)?.originals.push(original);
    if (translation !== null) groups.at(-1)?.translations.push(translation);
  }
  return groups;
}

function fieldText(form: ArticleForm, name: ArticleFieldName): ComparedText['original'] {
  if (name === 'body' || name === 'images' || name === 'kind') return { text: '' };
  const value = form[name];
  if (Array.isArray(value)) return { text: value.map(({ text }) => text ?? '').join('\n') };
  const text = String(value ?? '').trim();
  return name.endsWith('Url') && text !== '' ? { text: '', links: [text] } : { text };
}

function blocksText(blocks: readonly (BodyNode | undefined)[]): ComparedText['original'] {
  const known = blocks.filter((block) => block !== undefined);
  return { text: known.map(textOfBlock).join('\n'), links: known.flatMap(linksOf) };
}

function isEmpty({ text, links = [] }: ComparedText['original']): boolean {
  return text.trim() === '' && links.length === 0;
}
