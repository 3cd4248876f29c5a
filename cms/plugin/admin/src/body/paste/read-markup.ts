import type { Block } from '@nachra/renderer';

import { joined, type Found } from './found-blocks';
import { inlinesOf, lineEnd, settle, type Run } from './inlines';
import {
  attribute,
  childrenOf,
  countIn,
  isElement,
  isText,
  tagOf,
  textOf,
  type Markup,
} from './markup';
import { lookWithin, type Look } from './styles';
import { readTable } from './read-table';
import type { Dropped } from './report';
import { blockTags, headingLevel, isLeftOut } from './elements';
import { wordItem } from './word-lists';

/** What surrounds a node: its look, the kind of block, and how many lists it lies in. */
interface Around {
  look: Look;
  block: 'paragraph' | 'quote' | { level: number };
  lists: number;
  format: 'ordered' | 'unordered';
  depth: number;
}

/** Whether an address of a picture is one of the installation's own. */
export type IsOwn = (url: string) => boolean;

/** Nobody writes deeper; a page may claim to. */
const mostDepth = 200;

/** What HTML of another program says, block by block: what the grammar of bodies has, and the rest counted. Pure. */
export function readMarkup(root: Markup, dropped: Dropped, isOwn: IsOwn): Found[] {
  const reader = new Reader(dropped, isOwn);
  reader.read(root, { look: { styles: {} }, block: 'paragraph', lists: 0, format: 'unordered', depth: 0 });
  return reader.end();
}

class Reader {
  private readonly found: Found[] = [];
  private runs: Run[] = [];
  private current: Around['block'] = 'paragraph';

  constructor(
    private readonly dropped: Dropped,
    private readonly isOwn: IsOwn,
  ) {}

  end(): Found[] {
    this.flush();
    return this.found;
  }

  read(node: Markup, around: Around): void {
    if (isText(node)) {
      this.runs.push({ ...around.look, text: node.nodeValue ?? '' });
      this.current = around.block;
      return;
    }
    if (around.depth > mostDepth || (!isElement(node) && around.depth > 0)) return;
    const tag = tagOf(node);
    if (isLeftOut(node, tag, this.dropped)) return;
    const inside = { ...around, depth: around.depth + 1 };
    const special = this.special(node, tag, inside);
    if (special) return;
    const look = lookWithin(node, around.look, this.dropped);
    const level = headingLevel(node, tag);
    const item = level === 0 ? wordItem(node) : null;
    if (item) {
      this.flush();
      this.item(childrenOf(node), { ...inside, look }, item);
    } else if (level > 0) this.block(node, { ...inside, block: { level }, look: withoutBold(look) });
    else if (tag === 'blockquote' || /quote/i.test(attribute(node, 'class')))
      this.block(node, { ...inside, block: 'quote', look });
    else if (blockTags.has(tag)) this.block(node, { ...inside, look });
    else this.each(childrenOf(node), { ...inside, look });
  }

  /** Elements that are no mere container of text; whether the node is one. */
  private special(node: Markup, tag: string, around: Around): boolean {
    switch (tag) {
      case 'br':
        this.runs.push({ ...around.look, text: lineEnd });
        return true;
      case 'img':
        this.picture(node);
        return true;
      case 'pre':
        this.flush();
        this.add({
          type: 'code',
          children: inlinesOf([{ text: textOf(node).replace(/\n$/, ''), styles: {} }]),
        });
        return true;
      case 'figure':
        this.figure(node, around);
        return true;
      case 'ul':
      case 'ol':
        this.flush();
        this.each(childrenOf(node), {
          ...around,
          lists: around.lists + 1,
          format: tag === 'ol' ? 'ordered' : 'unordered',
        });
        this.flush();
        return true;
      case 'li': {
        const level = Math.max(
          1,
          around.lists,
          countIn(node, 'aria-level'),
          countIn(node, 'data-aria-level'),
        );
        this.flush();
        const look = lookWithin(node, around.look, this.dropped);
        this.item(childrenOf(node), { ...around, look }, { level, format: around.format });
        return true;
      }
      case 'table':
        return this.table(node, around);
      default:
        return false;
    }
  }

  private each(nodes: readonly Markup[], around: Around): void {
    for (const node of nodes) this.read(node, around);
  }

  private block(node: Markup, around: Around): void {
    this.flush();
    this.current = around.block;
    this.each(childrenOf(node), around);
    this.flush();
  }

  /** An item has one text; lists within it, pictures and tables come after it. */
  private item(
    nodes: readonly Markup[],
    around: Around,
    { level, format }: { level: number; format: 'ordered' | 'unordered' },
  ): void {
    const inner = new Reader(this.dropped, this.isOwn);
    inner.each(nodes, { ...around, block: 'paragraph' });
    const found = inner.end();
    const texts: Found[] = [];
    while (found[0] && found[0].type !== 'item' && found[0].type !== 'image' && found[0].type !== 'table')
      texts.push(...found.splice(0, 1));
    if (texts.length > 0) this.found.push({ type: 'item', level, format, children: joined(texts) });
    this.found.push(...found);
  }

  private figure(node: Markup, around: Around): void {
    this.flush();
    const captions = childrenOf(node).filter((child) => tagOf(child) === 'figcaption');
    const before = this.found.length;
    this.each(
      childrenOf(node).filter((child) => !captions.includes(child)),
      around,
    );
    this.flush();
    const picture = this.found.slice(before).find((block) => block.type === 'image');
    const caption = captions.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
    if (picture && caption !== '') picture.image.caption = caption;
    else if (!picture) for (const one of captions) this.block(one, around);
  }

  /** Files and what is embedded are uploaded afterwards; a picture on another machine is not ours to send. */
  private picture(node: Markup): void {
    const url = attribute(node, 'src').trim();
    const isPoint = [attribute(node, 'width'), attribute(node, 'height')].some(
      (size) => size === '1' || size === '0',
    );
    if (url === '' || isPoint) return;
    const isEmbedded = /^data:image\/(?:png|jpe?g|gif|webp);base64,/i.test(url);
    if (!isEmbedded && !this.isOwn(url)) return this.dropped.add('pictures');
    this.flush();
    const [width, height] = ['width', 'height'].map((name) => Number(attribute(node, name)));
    const size = width && height && !isEmbedded ? { width, height } : {};
    this.add({
      type: 'image',
      image: { url, alternativeText: attribute(node, 'alt'), ...size },
      children: inlinesOf([]),
    });
  }

  private table(node: Markup, around: Around): boolean {
    const table = readTable(node, this.dropped, (cell) => {
      const inner = new Reader(this.dropped, this.isOwn);
      const look = lookWithin(cell, around.look, this.dropped);
      inner.each(childrenOf(cell), { ...around, block: 'paragraph', lists: 0, look });
      const found = inner.end();
      for (const { type } of found) if (type === 'image') this.dropped.add('pictures');
      return joined(found, '• ');
    });
    // What only lays a page out is read as if it were not there.
    if (table === 'layout') return false;
    this.flush();
    if (table) this.add(table);
    return true;
  }

  private add(block: Block): void {
    this.found.push(block);
  }

  private flush(): void {
    const { current } = this;
    const texts = settle(this.runs);
    this.runs = [];
    this.current = 'paragraph';
    for (const text of texts) {
      const children = inlinesOf(text);
      if (typeof current === 'object') this.add({ type: 'heading', level: current.level, children });
      else this.add({ type: current, children });
    }
  }
}

function withoutBold({ styles, ...look }: Look): Look {
  const { bold: _bold, ...others } = styles;
  return { ...look, styles: others };
}
