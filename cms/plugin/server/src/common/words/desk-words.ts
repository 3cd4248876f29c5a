import type { DeliveryErrorTable } from '@nachra/delivery';
import type { RenditionName } from '@nachra/renderer';
import type { RefusalData } from '../../../../shared/desk';
import type { SaveProblemCode, SaveProblemData } from '../save-problem';

/** Where in an issue a problem lies, in terms a person of the desk knows. */
export interface Place {
  /** The brand, the issue's own fields, or one of its sections. */
  area: 'brand' | 'issue' | 'section';
  /** Counted from 1, in the order of the sections. */
  section?: number;
  heading?: string;
  /** Title of the article, when the problem lies in one. */
  article?: string;
  /** The article or dashboard it lies in, which is edited apart from the issue. */
  document?: { type: 'article' | 'dashboard'; documentId: string };
  /** The label of a row or the title of an entry, when the problem lies in one. */
  row?: string;
  /** The contract's name of the field: `start`, `values`. */
  field: string;
  /** What stands there; undefined when nothing does. */
  value: unknown;
}

/** Languages that the desk speaks. */
export const deskLanguages = ['fr', 'en'] as const;
export type DeskLanguage = (typeof deskLanguages)[number];

/** What is said to nobody in particular is in this one: log lines and the errors of scripts. */
export const logLanguage: DeskLanguage = 'en';

/** What is wrong, coarsely: enough to say it in the person's language. */
export type ProblemKind = 'missing' | 'no-entries' | 'address' | 'date' | 'values' | 'other';

/** Every sentence the plugin says to a person of the admin. A sentence says what happened, why, and what to do. */
export interface Words {
  locale: DeskLanguage;
  /** Labels of the admin's fields, by the contract's names. */
  fields: Record<string, string>;
  place(place: Place): string;
  fieldProblem(problem: { where: string; field: string; problem: string }): string;
  expected: Record<ProblemKind, (detail: string) => string>;
  /** What stands in the way of an issue's approval, besides its fields. */
  obstacles: Record<'article-unpublished' | 'article-modified', (title: string) => string> &
    Record<'edition-changed', () => string>;
  /** One sentence for each of the desk's refusals. */
  refusals: { readonly [Code in keyof RefusalData]: (data: RefusalData[Code]) => string };
  /** One sentence for each reason to refuse a save. */
  saves: { readonly [Code in SaveProblemCode]: (data: SaveProblemData[Code]) => string };
  /** One sentence for each error of the delivery. */
  delivery: DeliveryErrorTable<string>;
  preview: Record<
    | 'title'
    | 'dark'
    | 'imagesOff'
    | 'subject'
    | 'frame'
    | 'expired'
    | 'expiredHint'
    | 'obstacles'
    | 'obstaclesHint',
    string
  > & { renditions: Record<Exclude<RenditionName, 'dark' | 'images-off'>, string> };
}
