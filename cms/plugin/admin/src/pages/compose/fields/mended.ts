import type { LiveNote } from '../../../../../shared/desk';
import { keysWithin, replaced, type Keys } from '../../../model/replace-text';
import { draftOf, typed, type DocumentName, type Drafts } from '../drafts/drafts';
import { fieldAt } from './field-places';

/** Where on the page a text of the mail is typed. */
interface TextPlace {
  document: DocumentName;
  /** The section that it belongs to, by its name on the page; null outside of sections. */
  section: string | null;
  /** From the form of the document, or the section, to the text. */
  keys: Keys;
}

/** The text that a mend is of; null where no form of the page has it. Pure. */
export function textPlace(
  { place }: NonNullable<LiveNote['mend']>,
  { issue }: Drafts,
  issueId: string,
): TextPlace | null {
  const found = fieldAt(place, issue.form.sections);
  if (found === null || found.field === null || found.selection.is === 'picker') return null;
  const { selection, field } = found;
  const keys = keysWithin(field, place.slice(place.lastIndexOf(`.${field}`) + 1));
  if (selection.is === 'article')
    return { document: { type: 'article', documentId: selection.documentId }, section: null, keys };
  const document = { type: 'issue', documentId: issueId } as const;
  return { document, section: selection.is === 'section' ? selection.key : null, keys };
}

/** Drafts with another text in a place; null where what is there is not the text that was read. Pure. */
export function withText(drafts: Drafts, at: TextPlace, from: string, to: string): Drafts | null {
  const { document, section, keys } = at;
  const form = draftOf(drafts, document)?.form;
  if (form === undefined) return null;
  if (section === null) {
    const changed = replaced(form, keys, from, to);
    return changed === null ? null : typed(drafts, document, changed);
  }
  const { sections } = drafts.issue.form;
  const own = sections.find(({ key }) => key === section);
  const changed = own === undefined ? null : replaced(own, keys, from, to);
  if (changed === null) return null;
  return typed(drafts, document, { sections: sections.map((one) => (one === own ? changed : one)) });
}
