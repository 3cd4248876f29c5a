import type { CampaignSummary, Language } from '../../../shared/desk';
import type { TextKey, TextValues } from './text';

/** What tells one send of a number from another. */
interface Send {
  number: number;
  languages: readonly Language[];
  correction?: CampaignSummary['correction'];
}

/** The number of a send with its languages and its correction, as in “243 (French, correction 1)”. */
export function sendNumber(
  text: (key: TextKey, values?: TextValues) => string,
  { number, languages, correction = null }: Send,
): string {
  const about = [
    ...languages.map((language) => text(`language.${language}`)),
    ...(correction === null ? [] : [text('send.correction', { round: correction.round })]),
  ];
  return about.length === 0 ? String(number) : `${number} (${about.join(text('comma'))})`;
}
