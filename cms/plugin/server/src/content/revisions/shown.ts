import type { Shown } from '../../../../shared/desk';
import { fieldLabel } from '../../common/words/contract-fields';
import { framingField, framingText } from '../documents/stored-framing';
import type { DeskLanguage } from '../../common/words/words-of';
import type { Attribute, AttributesOf } from './schema';
import { showFigures } from './shown-figures';
import type { Content, Item, Value } from './snapshot';

type PlainShown = Exclude<Shown, { is: 'parts' }>;

/** What is needed to put values into words. */
export interface Showing {
  attributesOf: AttributesOf;
  /** What a component is called, such as "Citation". */
  componentName: (uid: string) => string;
  language: DeskLanguage;
}

const nothing: PlainShown = { is: 'nothing' };

/** A field as a person reads it: text as text, pictures as pictures, what is linked by its title. */
export function showValue(value: Value, attribute: Attribute, showing: Showing): Shown {
  if (value.is !== 'items') return showPlain(value, attribute);
  if (value.items.length === 0) return nothing;
  const isLines = value.items.every(({ content }) => Object.keys(content).length < 2);
  return isLines
    ? showPlain(value, attribute)
    : {
        is: 'parts',
        parts: value.items.map((item) => showPart(item, attribute, showing)),
      };
}

/** One section or the like; nothing where one side has it not. */
export function showItem(item: Item | undefined, attribute: Attribute, showing: Showing): Shown {
  return item === undefined ? nothing : { is: 'parts', parts: [showPart(item, attribute, showing)] };
}

/** What a section is called among others: its kind, and its heading where it has one. */
export function titleOfItem({ __component, content }: Item, { componentName, language }: Showing): string {
  const names = ['heading', 'title', 'text', 'language'];
  const named = names.map((name) => content[name]).find((value) => value && textOf(value) !== '');
  const said = named ? textOf(named).slice(0, 60) : '';
  return [__component && componentName(__component), said]
    .filter(Boolean)
    .join(language === 'fr' ? ' : ' : ': ');
}

function showPart(item: Item, attribute: Attribute, showing: Showing) {
  const { attributesOf, language } = showing;
  const uid = item.__component ?? attribute.component ?? '';
  const fields = [...attributesOf(uid)].flatMap(([name, known]) => {
    const value = item.content[name];
    const shown = value ? showPlain(value, known) : nothing;
    return shown.is === 'nothing' ? [] : [{ label: fieldLabel(uid, name, language), shown }];
  });
  return { title: titleOfItem(item, showing), fields };
}

function showPlain(value: Value, attribute: Attribute): PlainShown {
  switch (value.is) {
    case 'media':
      return value.pictures.length === 0
        ? nothing
        : {
            is: 'pictures',
            pictures: value.pictures.map(({ url, name, alternativeText }) => ({
              url,
              name,
              alternativeText,
            })),
          };
    case 'relation': {
      const titles = value.linked.map(({ title, documentId }) => title ?? documentId);
      return titles.length === 0 ? nothing : { is: 'titles', titles };
    }
    case 'items': {
      const paragraphs = value.items.map(({ content }) => ({
        style: 'item' as const,
        text: lineOf(content),
      }));
      return paragraphs.length === 0 ? nothing : { is: 'paragraphs', paragraphs };
    }
    case 'scalar':
      return showScalar(value.value, attribute);
  }
}

function showScalar(value: unknown, { type, customField }: Attribute): PlainShown {
  if (value === null || value === undefined || value === '') return nothing;
  if (customField === 'plugin::newsletter.figures') return showFigures(value);
  if (customField === 'plugin::newsletter.body') return showBody(value);
  if (customField === framingField) return { is: 'text', text: framingText(value) };
  if (type === 'boolean') return { is: 'yes-no', yes: value === true };
  if (typeof value === 'object') return { is: 'text', text: JSON.stringify(value) };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (type === 'enumeration') return { is: 'choice', choice: text };
  return type === 'date' ? { is: 'day', day: text } : { is: 'text', text };
}

/** The texts of a component in one line. */
function lineOf(content: Content): string {
  return Object.values(content)
    .map(textOf)
    .filter((text) => text !== '')
    .join(' · ');
}

function textOf(value: Value): string {
  if (value.is !== 'scalar') return '';
  return typeof value.value === 'string' || typeof value.value === 'number' ? String(value.value) : '';
}

interface BlockNode {
  type?: string;
  text?: string;
  /** Of a link. */
  url?: string;
  image?: { alternativeText?: string | null; caption?: string | null; crop?: unknown };
  headerRow?: boolean;
  children?: BlockNode[];
}
type Paragraph = Extract<PlainShown, { is: 'paragraphs' }>['paragraphs'][number];

function showBody(value: unknown): PlainShown {
  const nodes = Array.isArray(value) ? (value as BlockNode[]) : [];
  const paragraphs = nodes.flatMap(paragraphsOf).filter(saysSomething);
  return paragraphs.length === 0 ? nothing : { is: 'paragraphs', paragraphs };
}

function saysSomething(paragraph: Paragraph): boolean {
  const texts = paragraph.style === 'table' ? paragraph.rows.flat() : [paragraph.text];
  return texts.some((text) => text.trim() !== '');
}

function paragraphsOf(node: BlockNode): Paragraph[] {
  const children = node.children ?? [];
  if (node.type === 'list')
    return children.flatMap((item) =>
      item.type === 'list' ? paragraphsOf(item) : [{ style: 'item' as const, text: wordsIn(item) }],
    );
  if (node.type === 'table') {
    const rows = children.map((row) => (row.children ?? []).map(wordsIn));
    return [{ style: 'table', headed: node.headerRow === true, rows }];
  }
  if (node.image) {
    const { alternativeText, caption, crop } = node.image;
    const framing = crop ? framingText({ crop }) : '';
    return [{ style: 'text', text: [alternativeText, caption, framing].filter(Boolean).join(' · ') }];
  }
  const style = node.type === 'heading' || node.type === 'quote' ? node.type : 'text';
  return [{ style, text: wordsIn(node) }];
}

/** The words of a node; behind those of a link stands where it leads, which may be all that differs. */
function wordsIn({ type, text, url, children }: BlockNode): string {
  const words = text ?? (children ?? []).map(wordsIn).join('');
  return type === 'link' && url ? `${words} (${url})` : words;
}
