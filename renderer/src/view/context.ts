import type { Pictures } from './pictures/open-pictures';
import type { Palette } from './colour/palette';
import type { Masthead } from '../contract/masthead';
import type { Language } from '../contract/primitives';
import type { Theme } from './emails/theme';
import { setterFor, type Setter } from './typography/setter';
import { wordsOf, type Words } from './emails/words';

/** The shared input of every part of the view: the language's words and typography, the theme's measures, the pictures. */
export interface ViewContext {
  language: Language;
  words: Words;
  set: Setter;
  measures: Theme['measures'];
  palette: Palette;
  /** Draws charts and ornaments, and embeds pictures; null if drawn pictures cannot reach the reader. */
  pictures: Pictures | null;
  ornaments: Masthead['ornaments'];
}

/** The context of an issue in one language. */
export function viewContext(
  language: Language,
  theme: Theme,
  look: Pick<ViewContext, 'palette' | 'pictures' | 'ornaments'>,
): ViewContext {
  return { language, words: wordsOf(language), set: setterFor(language), measures: theme.measures, ...look };
}
