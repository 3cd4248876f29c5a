import type { Issue } from './issue';
import type { Article } from './article';
import type { Dashboard } from './dashboard';
import type { Block, Body, InlineNode, ListBlock } from './body';
import type { Image } from './primitives';
import { articlePicturePlace, bodyPicturePlace, pictureFormats, type PicturePlace } from './picture-places';

/** A part of an issue with its JSON path. */
export interface Placed<T> {
  place: string;
  value: T;
}

/** Every article, in order. */
export function articlesOf(issue: Issue): Placed<Article>[] {
  return issue.sections.flatMap((section, at) =>
    section.type === 'articles'
      ? section.articles.map((value, index) => ({ place: `sections[${at}].articles[${index}]`, value }))
      : [],
  );
}

/** Every dashboard, in order. */
export function dashboardsOf(issue: Issue): Placed<Dashboard>[] {
  return issue.sections.flatMap((section, at) =>
    section.type === 'dashboard' ? [{ place: `sections[${at}].dashboard`, value: section.dashboard }] : [],
  );
}

/** Every body: of text sections, then of articles. */
export function bodiesOf(issue: Issue): Placed<Body>[] {
  const sections = issue.sections.flatMap((section, at) =>
    section.type === 'text' ? [{ place: `sections[${at}].body`, value: section.body }] : [],
  );
  const articles = articlesOf(issue).map(({ place, value }) => ({
    place: `${place}.body`,
    value: value.body,
  }));
  return [...sections, ...articles];
}

/** A picture of an author or the brand, and where it stands; a logo stands in no place that has a format. */
interface ShownPicture extends Pick<Image, 'alt' | 'src' | 'width' | 'crop' | 'focus' | 'cut'> {
  at: PicturePlace | null;
  /** The width of the column that it stands in, px; 0 for a logo. */
  column: number;
}

/** Every visible picture of an author or the brand. */
export function picturesOf(issue: Issue): Placed<ShownPicture>[] {
  const { brand, cover } = issue.masthead;
  return [
    ...(brand.logo ? [{ place: 'masthead.brand.logo', value: { ...brand.logo, at: null, column: 0 } }] : []),
    ...(cover
      ? [
          {
            place: 'masthead.cover',
            value: { ...cover, at: 'cover' as const, column: pictureFormats.cover.width },
          },
        ]
      : []),
    ...issue.sections.flatMap((section, at) =>
      section.type === 'image'
        ? [
            {
              place: `sections[${at}].image`,
              value: { ...section.image, at: 'free' as const, column: pictureFormats.free.width },
            },
          ]
        : [],
    ),
    ...issue.sections.flatMap((section, at) =>
      section.type === 'articles'
        ? section.articles.flatMap(({ kind, images }, articleAt) =>
            images.map((image, index) => ({
              place: `sections[${at}].articles[${articleAt}].images[${index}]`,
              value: {
                ...image,
                at: articlePicturePlace({ kind, layout: section.layout, articleAt, at: index }),
                column: pictureFormats[bodyPicturePlace(section.layout)].width,
              },
            })),
          )
        : [],
    ),
    ...issue.sections.flatMap((section, at) => {
      if (section.type === 'text') return blockPictures(section.body, `sections[${at}].body`, 'free');
      if (section.type !== 'articles') return [];
      return section.articles.flatMap(({ body }, articleAt) =>
        blockPictures(body, `sections[${at}].articles[${articleAt}].body`, bodyPicturePlace(section.layout)),
      );
    }),
  ];
}

function blockPictures(body: Body, place: string, at: PicturePlace): Placed<ShownPicture>[] {
  return body.flatMap((block, index) => {
    if (block.type !== 'image') return [];
    const { url: src, alternativeText, width, crop, cut } = block.image;
    const value = {
      ...{ src, alt: alternativeText ?? '', width: width ?? undefined, crop: crop ?? undefined, cut },
      at,
      column: pictureFormats[at].width,
    };
    return [{ place: `${place}[${index}].image`, value }];
  });
}

/** The visible text of every link an author wrote. */
export function linkTextsOf(issue: Issue): Placed<string>[] {
  return [
    ...issue.sections.flatMap((section, at) =>
      section.type === 'links'
        ? section.links.map(({ label }, index) => ({
            place: `sections[${at}].links[${index}].label`,
            value: label,
          }))
        : [],
    ),
    ...articlesOf(issue).flatMap(({ place, value }) =>
      value.callToAction ? [{ place: `${place}.callToAction.label`, value: value.callToAction.label }] : [],
    ),
    ...bodiesOf(issue).flatMap(({ place, value }) =>
      value.flatMap((block, index) => blockLinks(block, `${place}[${index}]`)),
    ),
  ];
}

function blockLinks(block: Block, place: string): Placed<string>[] {
  return linesOf(block, place).flatMap((line) =>
    line.value.flatMap((node, index) =>
      node.type === 'link'
        ? [{ place: `${line.place}.children[${index}]`, value: textOfLine(node.children) }]
        : [],
    ),
  );
}

/** The inline nodes of a block: its own, or those of each item of a list and of each cell of a table, by the place of that node. */
export function linesOf(
  block: Block | ListBlock['children'][number],
  place: string,
): Placed<readonly InlineNode[]>[] {
  const inside = (at: number) => `${place}.children[${at}]`;
  switch (block.type) {
    case 'list':
      return block.children.flatMap((child, at) => linesOf(child, inside(at)));
    case 'table':
      return block.children.flatMap((row, at) =>
        row.children.map((cell, column) => ({
          place: `${inside(at)}.children[${column}]`,
          value: cell.children,
        })),
      );
    default:
      return [{ place, value: block.children }];
  }
}

/** The text of inline nodes, as the author typed it. */
export function textOfLine(nodes: readonly InlineNode[]): string {
  return nodes
    .flatMap((node) => (node.type === 'link' ? node.children : [node]))
    .map(({ text }) => text)
    .join('');
}

/** The addresses of the authors' and the brand's pictures, each once: the keys of `files` for embedded pictures. */
export function pictureAddresses(issue: Issue): string[] {
  return [...new Set(picturesOf(issue).map(({ value }) => value.src))];
}
