import type { Brand } from '../../contract/masthead';
import type { Language } from '../../contract/primitives';

/** What a public page says about the institution; the whole of a masthead's brand fits. */
export interface PageBrand {
  /** The institution: Al Amana Microfinance. */
  name: string;
  /** The newsletter: AMANEWS. */
  title: string;
  url?: string;
  colours?: Brand['colours'];
}

interface Common {
  brand: PageBrand;
}

/** An issue of the archive as a link. Dates are `YYYY-MM-DD`. */
export interface PageIssue {
  number: number;
  subject: string;
  periodLabel: string;
  publicationDate: string;
  url: string;
  language: Language;
}

/** What each public page is made from. Values are plain text: the pages escape them. */
export interface PageData {
  /** `/`: the published issues, in the order given. */
  archive: Common & { issues: PageIssue[] };
  /** `/issues/:number`: a thin bar over the mail itself, which stands in a sandboxed frame. */
  issue: Common & {
    number: number;
    periodLabel: string;
    /** The mail: the address it is served from, or its HTML. */
    frame: { src: string } | { srcdoc: string };
    archiveUrl: string;
    /** The same number in other languages. */
    others: { language: Language; url: string }[];
  };
  'issue-not-found': Common & { archiveUrl: string };
  /** GET `/unsubscribe/:token`: a question and a button; the button posts to `action`. A GET changes nothing. */
  unsubscribe: Common & { action: string; address?: string };
  /** The answer to that POST. */
  unsubscribed: Common & { already: boolean; archiveUrl?: string };
  /** Anything else a reader must be told: a heading and paragraphs in the reader's language. */
  message: Common & { heading: string; paragraphs: string[]; link?: { label: string; url: string } };
}

export type PageName = keyof PageData;
