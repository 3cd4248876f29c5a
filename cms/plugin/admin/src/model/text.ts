import type french from '../translations/fr.json';

/** Key of a text of the desk; French is the catalogue that the others follow. */
export type TextKey = keyof typeof french;

export type TextValues = Record<string, string | number | Date>;

/** Colour of a badge or a bar, by meaning; the names are the design system's. */
export type Tone = 'neutral' | 'primary' | 'secondary' | 'success' | 'warning' | 'danger' | 'alternative';

/** A text not yet put into a language: decisions return it, components show it. */
export interface Text {
  key: TextKey;
  values?: TextValues;
}
