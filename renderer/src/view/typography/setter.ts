import type { Language } from '../../contract/primitives';
import { clean } from './clean';
import { setFrench } from './french';

/** Sets authors' text as their language's typography wants it. The result is still plain text: escaping comes at output. */
export interface Setter {
  /** One line: line ends become spaces. */
  line(text: string): string;
  /** The same for text that may be left out; empty and blank texts count as left out. */
  optional(text: string | null | undefined): string | null;
  /** A text of several paragraphs, split at blank lines; single line ends are kept. */
  paragraphs(text: string | undefined): string[];
  /** A part of a sentence, whose neighbour's last character is `before`; white space at its ends is kept. */
  part(text: string, before: string): string;
  /** Code: cleaned, not set. */
  verbatim(text: string): string;
}

/** The setter of a language. */
export function setterFor(language: Language): Setter {
  const set = language === 'fr' ? setFrench : (text: string) => text;
  const line = (text: string) =>
    set(
      clean(text)
        .replace(/\s*\n\s*/g, ' ')
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
