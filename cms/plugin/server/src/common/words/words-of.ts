import type { Language } from '@nachra/renderer';
import type { SaveProblem } from '../save-problem';
import { ar } from './ar/catalogue-ar';
import { deskLanguages, type DeskLanguage, type Words } from './desk-words';
import { en } from './en/catalogue-en';
import { fr } from './fr/catalogue-fr';

export { deskLanguages, logLanguage, type DeskLanguage } from './desk-words';

const catalogues: Record<DeskLanguage, Words> = { fr, ar, en };

export function wordsOf(language: DeskLanguage): Words {
  return catalogues[language];
}

/**
 * The language to answer in: what the person chose in her profile, else what her browser asks for, else the installation's.
 *
 * @param acceptLanguage the header of RFC 9110 §12.5.4; its order is taken as the preference, which is how browsers write it
 */
export function deskLanguage(
  preferred: string | null | undefined,
  acceptLanguage: string | undefined,
  defaultLanguage: Language,
): DeskLanguage {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map((range) => /^[a-z]*/.exec(range.trim().toLowerCase())?.[0] ?? '');
  return [preferred ?? '', ...asked].find(isDeskLanguage) ?? defaultLanguage;
}

/** What is wrong with a field that was about to be saved. */
export function saveSentence({ code, data }: SaveProblem, language: DeskLanguage): string {
  // A problem is only made with the data of its code.
  const sentence = catalogues[language].saves[code] as (about: typeof data) => string;
  return sentence(data);
}

function isDeskLanguage(language: string): language is DeskLanguage {
  return (deskLanguages as readonly string[]).includes(language);
}
