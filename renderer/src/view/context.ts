import type { Pictures } from './pictures/open-pictures';
import type { Palette } from './colour/palette';
import type { Masthead } from '../contract/masthead';
import type { Language } from '../contract/primitives';
import type { Theme } from './house/theme';
import { setterFor, type Setter } from './typography/setter';
import { wordsOf, type Words } from './house/words';

/** What every part of the view needs to set text: the language's words and typography, and the theme's measures. */
export interface ViewContext {
  language: Language;
  words: Words;
  set: Setter;
  measures: Theme['measures'];
  palette: Palette;
  /** Draws charts and ornaments, embeds pictures; null when no picture of ours can reach the reader. */
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
