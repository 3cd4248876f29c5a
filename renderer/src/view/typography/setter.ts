import type { Language } from '../../contract/primitives';
import { clean } from './clean';
import { setFrench } from './french';

/** Applies a language's typography to authors' text. The result is still plain text, escaped at output. */
export interface Setter {
  /** One line: line ends become spaces. */
  line(text: string): string;
  /** The same for optional text; null for empty and blank text. */
  optional(text: string | null | undefined): string | null;
  /** A text of several paragraphs, split at blank lines; single line ends are kept. */
  paragraphs(text: string | undefined): string[];
  /** A part of a sentence after the character `before`; white space at its ends is kept. */
  part(text: string, before: string): string;
  /** Code: cleaned, without typography. */
  verbatim(text: string): string;
}

/** The setter of a language. */
export function setterFor(language: Language): Setter {
  const set = language === 'fr' ? setFrench : (text: string) => text;
  const line = (text: string) =>
    set(
      clean(text)
        .replace(/(?<!\s)\s*\n\s*/g, ' ')
        .trim(),
    );
  return {
    line,
    optional: (text) => (text && line(text) !== '' ? line(text) : null),
    paragraphs: (text) =>
      clean(text ?? '')
        .split(/\n\s*\n/)
        .map((paragraph) => set(paragraph.trim()))
        .filter((paragraph) => paragraph !== ''),
    part: (text, before) => set(clean(text), before),
    verbatim: clean,
  };
}
