import type { Brand } from '../../contract/masthead';
import type { Theme } from '../emails/theme';
import { mix, readable } from './contrast';

/** Every colour that a template can use, light and dark, all readable where the templates use them. */
export interface Palette {
  ground: string;
  paper: string;
  ink: string;
  muted: string;
  line: string;
  primary: string;
  /** Text on `primary`. */
  onPrimary: string;
  /** Secondary text on `primary`. */
  onPrimaryMuted: string;
  /** `primary` as text on paper and on tint. */
  primaryInk: string;
  accent: string;
  /** Text on `accent`. */
  onAccent: string;
  /** A light tint of `primary` on paper, for panels. */
  tint: string;
  /** A light tint of `accent` on paper, for the newest figures. */
  glow: string;
  dark: {
    ground: string;
    paper: string;
    panel: string;
    ink: string;
    muted: string;
    line: string;
    primaryInk: string;
    glow: string;
  };
}

/** The palette of an issue, derived from its brand's two colours and the theme's neutral ones. */
export function paletteOf(colours: Brand['colours'], theme: Theme): Palette {
  const { light, dark } = theme;
  const tint = mix(colours.primary, light.paper, 0.07);
  const onPrimary = readable('#fdfdfb', colours.primary);
  return {
    ...light,
    primary: colours.primary,
    onPrimary,
    onPrimaryMuted: readable(mix(onPrimary, colours.primary, 0.78), colours.primary),
    primaryInk: readable(colours.primary, tint),
    accent: colours.accent,
    onAccent: readable(light.ink, colours.accent),
    tint,
    glow: mix(colours.accent, light.paper, 0.16),
    dark: {
      ...dark,
      primaryInk: readable(mix(colours.primary, '#ffffff', 0.35), dark.panel),
      glow: mix(colours.accent, dark.paper, 0.24),
    },
  };
}
