import type { Brand } from '../../contract/masthead';
import type { Language } from '../../contract/primitives';

/** The institution on a public page; a masthead's brand has all these fields except `title`. */
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

/** An issue in the archive. Dates are `YYYY-MM-DD`. */
interface PageIssue {
  number: number;
  subject: string;
  periodLabel: string;
  publicationDate: string;
  url: string;
  language: Language;
}

/** One field of a form. A password is never written back into it. */
interface PageField {
  name: string;
  label: string;
  hint?: string;
  type: 'text' | 'email' | 'password';
  value?: string;
  /** As browsers know it: `new-password`. */
  autocomplete: string;
  /** Whether the browser asks for it; it is asked for by default. */
  required?: boolean;
  /** Of digits alone: phones show their keypad. */
  isNumeric?: boolean;
}

/** Somewhere else to go. */
interface PageLink {
  label: string;
  url: string;
}

/** One of several things that a form can do; `value` is posted as `action`. */
interface PageButton {
  label: string;
  value: string;
}

/** The data of each public page. Values are plain text: the pages escape them. */
export interface PageData {
  /** `/`: the published issues, in the order given. */
  archive: Common & { issues: PageIssue[] };
  /** `/issues/:number`: a thin bar above the mail itself, which is in a sandboxed frame. */
  issue: Common & {
    number: number;
    periodLabel: string;
    /** The mail: its address, or its HTML. */
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
  /** Any other message: a heading and paragraphs in the reader's language. */
  message: Common & {
    heading: string;
    paragraphs: string[];
    /** What is to be copied letter by letter. */
    codes?: string[];
    link?: PageLink;
  };
  /** A question with fields, posted back to `action`: for the people of the institution, who read their words in the desk's languages. */
  form: Common & {
    heading: string;
    lead: string;
    /** Why what was sent before was not taken. */
    problem: string | null;
    action: string;
    fields: PageField[];
    /** What it does, or the several things that it can do. */
    submit: string | PageButton[];
    /** Shown before the fields, with what is to be copied where nobody can see it. */
    picture?: { src: string; alt: string; text: string; code: string };
    links?: PageLink[];
  };
}

/** The public pages, by the names of their templates. */
export type PageName = keyof PageData;
