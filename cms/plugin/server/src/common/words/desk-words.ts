import type { DeliveryErrorTable } from '@nachra/delivery';
import type { RenditionName } from '@nachra/renderer';
import type { RefusalData } from '../../../../shared/desk';
import type { JournalWords } from './journal-words';
import type { Place, ProblemKind } from '../obstacle';
import type { SaveProblemCode, SaveProblemData } from '../save-problem';

/** Languages that the desk speaks. */
export const deskLanguages = ['fr', 'en'] as const;
/** One of them. */
export type DeskLanguage = (typeof deskLanguages)[number];

/** What is said to nobody in particular is in this one: log lines and the errors of scripts. */
export const logLanguage: DeskLanguage = 'en';

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
    Record<'picture-foreign' | 'picture-missing', (picture: { where: string; address: string }) => string> &
    Record<'edition-changed', () => string>;
  /** One sentence for each of the desk's refusals. */
  refusals: { readonly [Code in keyof RefusalData]: (data: RefusalData[Code]) => string };
  /** One sentence for each reason to refuse a save. */
  saves: { readonly [Code in SaveProblemCode]: (data: SaveProblemData[Code]) => string };
  /** What is said about entries of the journal. */
  journal: JournalWords;
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
