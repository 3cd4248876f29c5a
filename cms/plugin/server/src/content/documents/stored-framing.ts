import { framingSchema } from '@nachra/renderer';
import { z } from 'zod';

/** The field of framings, which is JSON to Strapi: it refuses nothing in it. */
export const framingField = 'plugin::newsletter.framing';

/** A framing as it is stored: `of` names the file that it was made for, so that another one in its place is not cut by it. */
export const storedFramingSchema = framingSchema.extend({ of: z.string().max(1_000).optional() });

/** What is stored, without a judgement: the save has one, and the contract another when a mail is made. */
const laxSchema = z.object({ of: z.unknown(), crop: z.unknown(), focus: z.unknown() }).partial();

/**
 * What a stored framing says of a file, for the contract to judge. Empty where it says nothing of this one. Pure.
 *
 * @param url of the file as it is stored
 */
export function framingOf(stored: unknown, url: string): { crop?: unknown; focus?: unknown } {
  const { data } = laxSchema.safeParse(stored);
  if (data === undefined || (typeof data.of === 'string' && fileName(data.of) !== fileName(url))) return {};
  const { crop, focus } = data;
  return { ...(crop ? { crop } : {}), ...(focus ? { focus } : {}) };
}

/** Addresses of a file may have a host or none. */
function fileName(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

/** A framing in signs that every language reads: how far the frame goes across and down, and where the focal point is. Pure. */
export function framingText(stored: unknown): string {
  const { data } = storedFramingSchema.safeParse(stored);
  if (data === undefined) return '…';
  const percent = (share: number): string => String(Math.round(share * 100));
  const span = (from: number, length: number): string => `${percent(from)}–${percent(from + length)} %`;
  const { crop, focus } = data;
  return [
    crop && `↔ ${span(crop.x, crop.width)} ↕ ${span(crop.y, crop.height)}`,
    focus && `⊙ ${percent(focus.x)} × ${percent(focus.y)} %`,
  ]
    .filter(Boolean)
    .join(' · ');
}
