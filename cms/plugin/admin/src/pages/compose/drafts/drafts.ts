import type {
  ArticleForm,
  ArticleState,
  Composition,
  DashboardForm,
  IssueForm,
  SectionForm,
} from '../../../../../shared/desk';
import { inOrder } from '../../../model/canonical';

/** A section with a name of its own on this page, which it keeps while it has no number in the store. */
export type KeyedSection = SectionForm & { key: string };
export type IssueFields = Omit<IssueForm, 'sections'> & { sections: KeyedSection[] };

/** One document on the page: what is stored, and what is typed. */
export interface Draft<Fields extends object> {
  /** The revision that the typing began from. */
  revision: number;
  saved: Fields;
  form: Fields;
}

/** Everything that is written on the page. */
export interface Drafts {
  issue: Draft<IssueFields>;
  articles: Readonly<Record<string, Draft<ArticleForm> & { state: ArticleState }>>;
  dashboards: Readonly<Record<string, Draft<DashboardForm>>>;
}

/** A document of the page. */
type DocumentType = 'issue' | 'article' | 'dashboard';
export interface DocumentName {
  type: DocumentType;
  documentId: string;
}
/** The documents of a page, as they are saved. */
export interface SavedDocuments {
  /** Those in which something is typed that is not stored, in the order in which they are saved. */
  changed: readonly DocumentName[];
  /** Undefined where the page has none of that name. */
  draftOf: (document: DocumentName) => Draft<object> | undefined;
  /** What was sent is stored, under this revision. */
  onStored: (document: DocumentName, sent: Changes, revision: number) => void;
}
/** Fields that were changed, with what they hold now. */
export type Changes = Readonly<Record<string, unknown>>;

/** What was typed in an earlier life of the page, by {@link nameOf}. */
export type Kept = Readonly<Record<string, { revision: number; changes: Changes }>>;

export function nameOf({ type, documentId }: DocumentName): string {
  return `${type}/${documentId}`;
}

/** The draft of a document; undefined where the page has none. Pure. */
export function draftOf(drafts: Drafts, { type, documentId }: DocumentName): Draft<object> | undefined {
  if (type === 'issue') return drafts.issue;
  return type === 'article' ? drafts.articles[documentId] : drafts.dashboards[documentId];
}

/** What was asked of a draft before: at each key all of a page are asked about, of which one has changed. */
const known = new WeakMap<Draft<object>, Changes>();

/** The fields of a draft that differ from what is stored, without names that only the page knows. Pure. */
export function changesOf(draft: Draft<object>): Changes {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const { saved, form } = draft as Draft<Record<string, unknown>>;
  const changes = Object.fromEntries(
    Object.entries(form).filter(
      ([field, value]) => value !== saved[field] && textOf(value) !== textOf(saved[field]),
    ),
  );
  known.set(draft, changes);
  return changes;
}

export function isChanged(draft: Draft<object>): boolean {
  return Object.keys(changesOf(draft)).length > 0;
}

/** The documents in which something is typed that is not stored: the issue last, which may name what is stored before it. Pure. */
export function changedDocuments(drafts: Drafts, issueId: string): DocumentName[] {
  const of = (type: DocumentType, all: Readonly<Record<string, Draft<object>>>): DocumentName[] =>
    Object.entries(all).flatMap(([documentId, draft]) => (isChanged(draft) ? [{ type, documentId }] : []));
  return [
    ...of('article', drafts.articles),
    ...of('dashboard', drafts.dashboards),
    ...of('issue', { [issueId]: drafts.issue }),
  ];
}

/** Drafts with some fields of one document typed anew. Pure. */
export function typed(drafts: Drafts, name: DocumentName, fields: object): Drafts {
  return withDraft(drafts, name, (draft) => ({ ...draft, form: { ...draft.form, ...fields } }));
}

/** Drafts after a save of one document: what was sent is what is stored; what was typed since is still to be saved. Pure. */
export function stored(drafts: Drafts, name: DocumentName, sent: Changes, revision: number): Drafts {
  return withDraft(drafts, name, (draft) => ({ ...draft, revision, saved: { ...draft.saved, ...sent } }));
}

/** Drafts with that of one document made anew, where the page has it. */
function withDraft(
  drafts: Drafts,
  { type, documentId }: DocumentName,
  over: <One extends Draft<object>>(draft: One) => One,
): Drafts {
  if (type === 'issue') return { ...drafts, issue: over(drafts.issue) };
  if (type === 'article') {
    const draft = drafts.articles[documentId];
    return draft ? { ...drafts, articles: { ...drafts.articles, [documentId]: over(draft) } } : drafts;
  }
  const draft = drafts.dashboards[documentId];
  return draft ? { ...drafts, dashboards: { ...drafts.dashboards, [documentId]: over(draft) } } : drafts;
}

/**
 * Brings the page in line with what the server has now. What is typed stays; a document in which somebody types keeps the revision
 * that this began from, so that a save over another person's is asked about. Pure.
 *
 * @param before null when the page opens
 * @param kept what was typed before the page was opened
 */
export function inLine(before: Drafts | null, now: Composition, kept: Kept): Drafts {
  const { issue } = now;
  const keyed = keyedSections(issue.form.sections ?? [], before?.issue.form.sections ?? []);
  const merge = <Fields extends object>(
    name: DocumentName,
    revision: number,
    fields: Fields,
    held: Draft<Fields> | undefined,
  ): Draft<Fields> => draftInLine(held, { revision, fields }, kept[nameOf(name)]);
  return {
    issue: merge<IssueFields>(
      { type: 'issue', documentId: issue.documentId },
      issue.revision,
      { ...issue.form, sections: keyed },
      before?.issue,
    ),
    articles: {
      ...before?.articles,
      ...Object.fromEntries(
        now.articles.map(({ documentId, revision, state, form }) => [
          documentId,
          {
            ...merge({ type: 'article', documentId }, revision, form, before?.articles[documentId]),
            state,
          },
        ]),
      ),
    },
    dashboards: {
      ...before?.dashboards,
      ...Object.fromEntries(
        now.dashboards.map(({ documentId, revision, form }) => [
          documentId,
          merge({ type: 'dashboard', documentId }, revision, form, before?.dashboards[documentId]),
        ]),
      ),
    },
  };
}

/**
 * One draft, as {@link inLine} has it. Pure.
 *
 * @param held undefined where the page has it not yet
 * @param typedBefore what was typed in it before the page was opened
 */
export function draftInLine<Fields extends object>(
  held: Draft<Fields> | undefined,
  { revision, fields }: { revision: number; fields: Fields },
  typedBefore: Kept[string] | undefined,
): Draft<Fields> {
  if (held === undefined) {
    if (typedBefore === undefined) return { revision, saved: fields, form: fields };
    return {
      revision: Math.min(revision, typedBefore.revision),
      saved: fields,
      form: { ...fields, ...typedBefore.changes },
    };
  }
  // It was asked for before a save that is done by now.
  if (revision < held.revision) return held;
  const changes = changesOf(held);
  if (Object.keys(changes).length === 0) return { revision, saved: fields, form: fields };
  if (revision !== held.revision) return held;
  return { revision, saved: fields, form: { ...fields, ...changes } };
}

/** Sections by their names on the page: those that were new when they were saved keep theirs, by their place. */
function keyedSections(sections: readonly SectionForm[], before: readonly KeyedSection[]): KeyedSection[] {
  return sections.map((section, at) => {
    // Each type of section is numbered by itself.
    const { id, __component } = section;
    const same = before.find(
      (one) => one.id !== undefined && one.id === id && one.__component === __component,
    );
    const there = before[at];
    const isNewThere = there?.id === undefined && there?.__component === __component;
    const name = `${__component.split('.').at(-1)}-${id}`;
    return { ...section, key: (same ?? (isNewThere ? there : undefined))?.key ?? name };
  });
}

/** Sections as they are sent: without their names on the page. Pure. */
export function unkeyed(sections: readonly KeyedSection[]): SectionForm[] {
  return sections.map(({ key: _, ...section }) => section);
}

/** A value as it is compared: nothing, an empty text and an empty list are the same, and a section's name is no part of it. */
function textOf(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value) && value.length === 0) return '';
  return JSON.stringify(value, (name, inside: unknown) =>
    name === 'key' || inside === null || inside === '' ? undefined : inOrder(inside),
  );
}
