import type { TextKey } from '../../../model/text';
import type { DocumentName, KeyedSection } from './drafts';

type Sections = readonly KeyedSection[];

/**
 * Sections as they were arranged before a step, with what was typed in them since: their order, which there are, and which articles
 * or dashboard each holds where the step changed that. What came from elsewhere meanwhile stays. Pure.
 */
export function arrangedBack(before: Sections, after: Sections, now: Sections): KeyedSection[] {
  const of = (sections: Sections, { key }: KeyedSection) => sections.find((one) => one.key === key);
  const kept = before.flatMap((section): KeyedSection[] => {
    const present = of(now, section);
    const then = of(after, section);
    if (present === undefined) return then === undefined ? [section] : [];
    const isChanged = then !== undefined && JSON.stringify(heldBy(then)) !== JSON.stringify(heldBy(section));
    return [isChanged ? { ...present, ...heldBy(section) } : present];
  });
  const others = now.filter((section) => !of(before, section) && !of(after, section));
  return others.reduce((sections, one) => {
    const above = now[now.indexOf(one) - 1];
    const at = above === undefined ? -1 : sections.findIndex(({ key }) => key === above.key);
    return [...sections.slice(0, at + 1), one, ...sections.slice(at + 1)];
  }, kept);
}

/** What the button says that takes such a step back: by what came in, what went out, or where it stands. Pure. */
export function undoText(before: Sections, after: Sections): TextKey {
  const [had, has] = [namesIn(before), namesIn(after)];
  if (addedIn(before, after).length > 0) return 'compose.undo.add';
  return had.some((name) => !has.includes(name)) ? 'compose.undo.remove' : 'compose.undo';
}

/** What a step put in: keys of sections, and the documents that these hold. Pure. */
export function addedIn(before: Sections, after: Sections): string[] {
  const had = namesIn(before);
  return namesIn(after).filter((name) => !had.includes(name));
}

/**
 * What somebody writes in when she types fields of a document: the document and the sections that hold it, or those sections of an
 * issue that differ. Pure.
 */
export function writtenIn(document: DocumentName, fields: object, now: Sections): string[] {
  const { documentId } = document;
  if (document.type !== 'issue')
    return [documentId, ...now.filter((one) => namesIn([one]).includes(documentId)).map(({ key }) => key)];
  const sections = 'sections' in fields ? (fields.sections as Sections) : [];
  return sections.filter((section) => !now.includes(section)).map(({ key }) => key);
}

function namesIn(sections: Sections): string[] {
  return sections.flatMap((section) => [section.key, ...Object.values(heldBy(section)).flat().map(String)]);
}

/** The documents that a section holds: a step puts them in and takes them out, nobody types them. */
function heldBy(section: KeyedSection): object {
  if ('articles' in section) return { articles: section.articles };
  return 'dashboard' in section ? { dashboard: section.dashboard ?? null } : {};
}
