import type { Brand } from '../../contract/masthead';
import type { Theme } from '../house/theme';
import { mix, readable } from './contrast';

/** Every colour a template may use, light and dark, all readable where the templates put them. */
export interface Palette {
  ground: string;
  paper: string;
  ink: string;
  muted: string;
  line: string;
  primary: string;
  /** Text on `primary`. */
  onPrimary: string;
  /** Quiet text on `primary`. */
  onPrimaryMuted: string;
  /** `primary` as text on paper and on tint. */
  primaryInk: string;
  accent: string;
  /** Text on `accent`. */
  onAccent: string;
  /** A breath of `primary` on paper: panels. */
  tint: string;
  /** A breath of `accent` on paper: the newest figures. */
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

/** Derives the palette of an issue from its brand's two colours and the theme's neutral ones. */
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
