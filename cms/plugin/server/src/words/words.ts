import type { ServerTrouble } from '@nachra/delivery';
import type { RenditionName } from '@nachra/renderer';
import type { Language, Obstacle, Stage } from '../../../shared/desk';
import type { Place } from '../editions/place-of';
import type { StageEvent } from '../stages/machine';

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
