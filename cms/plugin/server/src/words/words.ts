import type { DeliveryErrorTable } from '@nachra/delivery';
import type { RenditionName } from '@nachra/renderer';
import type { RefusalData } from '../../../shared/desk';
import type { SaveProblemCode, SaveProblemData } from '../validation/check';
import type { Place } from '../editions/place-of';

/** Languages the admin is offered in; French is its default. */
export const deskLanguages = ['fr', 'en'] as const;
export type DeskLanguage = (typeof deskLanguages)[number];

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
  > & { views: Record<Exclude<RenditionName, 'dark' | 'images-off'>, string> };
}
