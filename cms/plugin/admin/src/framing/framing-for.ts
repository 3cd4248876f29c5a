import type { FramingForm } from '../../../shared/desk';

/** A framing, if it was made for this file: what was made for another one does not fit it. Pure. */
export function framingFor(
  { url }: { url?: string | null },
  framing: FramingForm | null | undefined,
): FramingForm | null {
  if (!framing?.crop && !framing?.focus) return null;
  return framing.of === undefined || fileName(framing.of) === fileName(url ?? '') ? framing : null;
}

function fileName(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
