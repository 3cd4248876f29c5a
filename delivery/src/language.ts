import type { Edition } from '@nachra/renderer';

/** BCP 47 tag of an edition or a reader: the renderer's own set, taken from its edition. */
export type Language = Edition['language'];

/** All languages an edition may have. */
export const languages = ['fr', 'ar', 'en'] as const satisfies readonly Language[];
