import type { pictureLimits as limits, sharpPixels as sharp } from '@nachra/renderer';

/** What pictures of a mail may be (the renderer's): pixels across, and KiB of all of them together. */
export const pictureLimits: typeof limits = {
  widest: 1_200,
  heaviestKib: 1_000,
  heaviestEmbeddedKib: 500,
};

/** How many pixels of a picture are shown for each px of its place on a sharp screen (the renderer's). */
export const sharpPixels: typeof sharp = 2;

/** How wide the column of a mail is, in px (`measures` of `emails/theme.json`): a picture with fewer pixels does not fill it. */
export const columnOfMail = 536;
