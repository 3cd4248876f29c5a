import type { Body } from '@nachra/renderer';

import { nestItems } from './found-blocks';
import type { Markup } from './markup';
import { readMarkup, type IsOwn } from './read-markup';
import { Dropped, keptIn, type PasteReport } from './report';

/** What a clipboard says, as a body; pictures that are embedded in it still have their `data:` addresses. */
interface Pasted {
  body: Body;
  report: PasteReport;
}

/**
 * Reads the HTML of a clipboard, as word processors, spreadsheets, mail programs and browsers write it, into a body. What the
 * grammar has is kept, and the rest is counted. Pure.
 *
 * @param root of a parsed document
 * @param isOwn whether a picture's address is one of the installation's own
 */
export function readPasted(root: Markup, isOwn: IsOwn): Pasted {
  const dropped = new Dropped();
  const body = nestItems(readMarkup(root, dropped, isOwn));
  return { body, report: { kept: keptIn(body), dropped: dropped.counts() } };
}
