/** Colour of a badge or a bar, by meaning; the names are the design system's. */
export type Tone = 'neutral' | 'primary' | 'secondary' | 'success' | 'warning' | 'danger' | 'alternative';
