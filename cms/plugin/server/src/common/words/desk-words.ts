import type { DeliveryErrorTable } from '@nachra/delivery';
import { languages, type Language, type RenditionName } from '@nachra/renderer';
import type { RefusalData } from '../../../../shared/desk';
import type { JournalWords } from './journal-words';
import type { Place, ProblemKind } from '../obstacle';
import type { SaveProblemCode } from '../../../../shared/refusal-codes';
import type { SaveProblemData } from '../save-problem';

/** Languages that the desk speaks: those of the newsletter. */
export const deskLanguages = languages;
/** The language that the desk speaks with one person. */
export type DeskLanguage = Language;

/** What is said to nobody in particular is in this one: log lines and the errors of scripts. */
export const logLanguage: DeskLanguage = 'en';

/** Every sentence the plugin says to a person of the admin. A sentence says what happened, why, and what to do. */
export interface Words {
  locale: DeskLanguage;
  /** Labels of the admin's fields, by the contract's names. */
  fields: Record<string, string>;
  /** The account of the operating system that ran a command: a name such as `root` is nobody’s of the team. */
  account(name: string): string;
  place(place: Place): string;
  fieldProblem(problem: { where: string; field: string; problem: string }): string;
  expected: Record<Exclude<ProblemKind, 'no-articles'>, (detail: string) => string>;
  /** A section of articles that has none. */
  noArticles(where: string): string;
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

/** What is said when something about a review is refused. */
export type ReviewRefusalWords = Pick<
  Words['refusals'],
  | 'REVIEWER_UNKNOWN'
  | 'REVIEW_OVER'
  | 'REVIEW_NOT_ASKED'
  | 'COMMENT_UNKNOWN'
  | 'COMMENT_MISPLACED'
  | 'COMMENT_LIMIT'
  | 'FINDING_UNKNOWN'
  | 'FINDING_BINDING'
  | 'SET_ASIDE_CLOSED'
  | 'SET_ASIDE_CHANGED'
  | 'INVITATION_UNKNOWN'
  | 'INVITATION_LIMIT'
>;
