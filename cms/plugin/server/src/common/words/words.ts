import type { ServerTrouble } from '@nachra/delivery';
import type { RenditionName } from '@nachra/renderer';
import type { Language, Obstacle, Stage, StageEvent } from '../../../../shared/desk';

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

/** A field, by the label it has in the admin, and what is wrong with it. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** What is wrong, coarsely: enough to say it in the person's language. */
export type ProblemKind = 'missing' | 'no-entries' | 'address' | 'date' | 'values' | 'other';

/** Every sentence the plugin says to a person of the admin. A sentence says what happened, why, and what to do. */
export interface Words {
  locale: 'fr' | 'en';
  /** Labels of the admin's fields, by the contract's names. */
  fields: Record<string, string>;
  place(place: Place): string;
  fieldProblem(problem: { where: string; field: string; problem: string }): string;
  expected: Record<ProblemKind, (detail: string) => string>;
  editionChanged(): string;
  articleUnpublished(title: string): string;
  articleModified(title: string): string;
  refusedBecause(obstacles: readonly Obstacle[]): string;
  issueUnknown(): string;
  issueLocked(number: number, stage: Stage): string;
  issueScheduled(number: number): string;
  stageGuarded(): string;
  stageRefused(number: number, stage: Stage, event: StageEvent): string;
  notApproved(number: number, stage: Stage): string;
  changedSinceApproval(number: number, language: Language): string;
  audienceNotChosen(): string;
  listUnknown(): string;
  segmentUnknown(): string;
  segmentInvalid(name: string): string;
  senderIncomplete(problems: readonly FieldProblem[]): string;
  campaignUnknown(): string;
  startInPast(): string;
  noRecipients(candidates: number): string;
  smtpMissing(): string;
  smtpTrouble(host: string, trouble: ServerTrouble, reply: string): string;
  addressInvalid(): string;
  suppressionUnknown(): string;
  invalidInput(problems: readonly FieldProblem[]): string;
  failed(): string;
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
