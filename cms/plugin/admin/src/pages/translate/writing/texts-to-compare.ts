import type { ArticleForm, CompareTexts } from '../../../../../shared/desk';
import type { BlockPair } from '../../../model/align-blocks';
import { linksOf, textOfBlock, type BodyNode } from '../../../model/body-blocks';
import { articleFieldsOf, type ArticleFieldName } from '../../compose/fields/article-fields';

type ComparedText = CompareTexts['texts'][number];

/** As the wire contract has it: what is longer is not compared. */
const mostCompared = 60_000;

/** How the answer names a block of the original. */
export function blockKey(original: number): string {
  return `body.${original}`;
}

/** The fields and blocks of which something is written on both sides, as they are sent to be compared. Pure. */
export function textsToCompare(
  original: ArticleForm,
  translation: ArticleForm,
  blocks: { original: readonly BodyNode[]; translation: readonly BodyNode[]; pairs: readonly BlockPair[] },
): ComparedText[] {
  const fields = articleFieldsOf(translation.kind).map((name) => ({
    key: name,
    original: fieldText(original, name),
    translation: fieldText(translation, name),
  }));
  const inBody = blocks.pairs.flatMap((pair) =>
    pair.original === null || pair.translation === null
      ? []
      : [
          {
            key: blockKey(pair.original),
            original: blockText(blocks.original[pair.original]),
            translation: blockText(blocks.translation[pair.translation]),
          },
        ],
  );
  let left = mostCompared;
  return [...fields, ...inBody].filter((one) => {
    if (isEmpty(one.original) || isEmpty(one.translation)) return false;
    left -= one.original.text.length + one.translation.text.length;
    return left >= 0;
  });
}

function fieldText(form: ArticleForm, name: ArticleFieldName): ComparedText['original'] {
  if (name === 'body' || name === 'images' || name === 'kind') return { text: '' };
  const value = form[name];
  if (Array.isArray(value)) return { text: value.map(({ text }) => text ?? '').join('\n') };
  const text = String(value ?? '').trim();
  return name.endsWith('Url') && text !== '' ? { text: '', links: [text] } : { text };
}

function blockText(block: BodyNode = {}): ComparedText['original'] {
  return { text: textOfBlock(block), links: linksOf(block) };
}

function isEmpty({ text, links = [] }: ComparedText['original']): boolean {
  return text.trim() === '' && links.length === 0;
}
