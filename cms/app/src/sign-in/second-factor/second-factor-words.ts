/** What is said to people about their second factor. */
export interface SecondFactorWords {
  /** Said by Strapi's own form, which cannot ask for the code. */
  asked: (url: string) => string;
  /** To whoever renames or deletes a role, by the word of the setting that names it. */
  roleIsNamed: (name: string) => string;
  title: string;
  /** To whoever comes without a ticket: too late, or after what it was for is done. */
  signInFirst: string;
  toAdmin: string;
  code: string;
  codeHint: string;
  password: string;
  wrong: string;
  wrongPassword: string;
  unreadable: string;
  signIn: { title: string; lead: string; lost: string; submit: string; back: string };
  setUp: {
    title: string;
    lead: string;
    /** To whoever may not go on without. */
    required: string;
    alt: string;
    /** To whoever reads this on the phone itself, and cannot scan its own screen. */
    here: string;
    toApp: string;
    byHand: string;
    code: string;
    submit: string;
    wrong: string;
  };
  codes: { title: string; lead: string; once: string; ended: string; replaced: string };
  own: { title: string; lead: (left: number) => string; renew: string; off: string; toOthers: string };
  off: { title: string; lead: string };
  others: {
    title: string;
    lead: string;
    email: string;
    password: string;
    submit: string;
    none: string;
    done: (email: string) => string;
    back: string;
  };
}
