type Channels = [red: number, green: number, blue: number];

/** The contrast that text needs (WCAG 2.2 AA). @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const leastContrast = 4.5;

/** Contrast ratio of two `#rrggbb` colours, 1 to 21. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `colour` over `base` with the opacity `share` (0 to 1), as an opaque `#rrggbb`: Outlook has no transparency. */
export function mix(colour: string, base: string, share: number): string {
  const over = channels(colour);
  const under = channels(base);
  return toHex(over.map((value, index) => value * share + (under[index] ?? 0) * (1 - share)) as Channels);
}

/** The nearest colour to `colour` that is readable on `background`, found by stepping towards black or white. */
export function readable(colour: string, background: string): string {
  const target = luminance(background) > 0.18 ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(target, colour, share);
    if (contrast(candidate, background) >= leastContrast) return candidate;
  }
  return target;
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): Channels {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Channels;
}

function toHex(values: Channels): string {
  return `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}
