import type { Article } from '../../contract/article';
import type { Block, Body } from '../../contract/body';
import { linesOf, textOfLine } from '../../contract/places';
import type { Issue } from '../../contract/issue';
import type { DeepRule } from './inspection';
import { haveSameSections, pairArticles } from './pair-articles';
import { textDifferences, type TextDifference, type WrittenText } from './text-differences';

/** The figures that a text says are those of its translation. */
export const parityTextFigures: DeepRule = parityOf('parity-text-figures', 'figure');

/** The days and hours that a text says are those of its translation. */
export const parityTextDates: DeepRule = parityOf('parity-text-dates', 'date');

/** The links of a text lead where those of its translation do, but for the language of the page. */
export const parityTextAddresses: DeepRule = parityOf('parity-text-addresses', 'address');

/**
 * A text is compared as a whole, since a translation may turn its sentences otherwise and join its paragraphs. Tables are compared cell by
 * cell (`parity-tables`), names by whoever translates: many are written otherwise on purpose.
 */
function parityOf(name: string, is: TextDifference['is']): DeepRule {
  return {
    name,
    severity: 'warning',
    check: ({ issue, siblings, find }) =>
      siblings.flatMap((sibling) =>
        pairTexts(issue, sibling).flatMap(({ place, title, text, other }) => {
          const differing = textDifferences(text, other).filter((one) => one.is === is);
          if (differing.length === 0) return [];
          const written = differing.map(({ original, translation }) => ({
            one: original,
            other: translation,
          }));
          return [
            find(place, {
              ...{ title, language: { language: sibling.masthead.language } },
              differing: { differing: written },
            }),
          ];
        }),
      ),
  };
}

/** A text in two languages. */
interface TextPair {
  place: string;
  title: string;
  text: WrittenText;
  other: WrittenText;
}

/** Articles that say the same, and text sections at the same place, where something is written in both. */
function pairTexts(issue: Issue, sibling: Issue): TextPair[] {
  const [here, there] = [issue.masthead.language, sibling.masthead.language];
  const articles = pairArticles(issue, sibling).pairs.map(({ one, other }) => ({
    ...{ place: one.place, title: one.article.title },
    ...{ text: articleText(one.article, here), other: articleText(other.article, there) },
    isWritten: one.article.body.length > 0 && other.article.body.length > 0,
  }));
  const sections = haveSameSections(issue, sibling)
    ? issue.sections.flatMap((section, at) => {
        const other = sibling.sections[at];
        if (section.type !== 'text' || other?.type !== 'text') return [];
        const text = bodyText(section.body, here);
        return {
          ...{ place: `sections[${at}].body`, title: section.heading ?? beginning(text.text), text },
          ...{
            other: bodyText(other.body, there),
            isWritten: section.body.length > 0 && other.body.length > 0,
          },
        };
      })
    : [];
  return [...articles, ...sections].filter(({ isWritten }) => isWritten);
}

function articleText(
  { title, standfirst = '', body, callToAction }: Article,
  language: Issue['masthead']['language'],
) {
  const written = bodyText(body, language);
  return {
    ...written,
    text: [title, standfirst, written.text].join('\n'),
    links: [...written.links, ...(callToAction ? [callToAction.url] : [])],
  };
}

function bodyText(body: Body, language: WrittenText['language']): WrittenText {
  const lines = body
    .filter(({ type }) => type !== 'table' && type !== 'code')
    .flatMap((block: Block) => linesOf(block, ''))
    .map(({ value }) => value);
  return {
    language,
    text: lines.map(textOfLine).join('\n'),
    links: lines.flatMap((line) => line.flatMap((node) => (node.type === 'link' ? [node.url] : []))),
  };
}

/** Characters by which a section without a heading is named. */
const mostOfBeginning = 60;

function beginning(text: string): string {
  const first = text.trim().split('\n')[0] ?? '';
  return first.length > mostOfBeginning ? `${first.slice(0, mostOfBeginning).trimEnd()}…` : first;
}
