import type { Language } from '@nachra/renderer';
import type { SaveProblem } from '../save-problem';
import { en } from './en';
import { fr } from './fr';
import { logLanguage, type DeskLanguage, type Words } from './desk-words';

export { deskLanguages, logLanguage, type DeskLanguage } from './desk-words';

const catalogues: Record<DeskLanguage, Words> = { fr, en };

export function wordsOf(language: DeskLanguage): Words {
  return catalogues[language];
}

/**
 * The language to answer in: what the person chose in her profile, else what her browser asks for, else the
 * installation's; that of the log where the desk speaks none of them.
 *
 * @param acceptLanguage the header of RFC 9110 §12.5.4; its order is taken as the preference, which is how browsers write it
 */
export function deskLanguage(
  preferred: string | null | undefined,
  acceptLanguage: string | undefined,
  defaultLanguage: Language,
): DeskLanguage {
  const asked = (acceptLanguage ?? '').split(',').map((range) => range.trim().slice(0, 2).toLowerCase());
  return [preferred ?? '', ...asked, defaultLanguage].find(isDeskLanguage) ?? logLanguage;
}

/** What is wrong with a field that was about to be saved. */
export function saveSentence({ code, data }: SaveProblem, language: DeskLanguage): string {
  // A problem is only made with the data of its code.
  const sentence = catalogues[language].saves[code] as (about: typeof data) => string;
  return sentence(data);
}

function isDeskLanguage(language: string): language is DeskLanguage {
  return language in catalogues;
}
