/** What is said to people about their second factor. */
export interface SecondFactorWords {
  /** Said by Strapi's own form, which cannot ask for the code. */
  asked: (url: string) => string;
  title: string;
  /** To whoever comes without having signed in. */
  signInFirst: string;
  toSignIn: string;
  toAdmin: string;
  code: string;
  codeHint: string;
  password: string;
  wrong: string;
  wrongPassword: string;
  unreadable: string;
  signIn: { title: string; lead: string; submit: string };
  setUp: {
    title: string;
    lead: string;
    /** To whoever may not go on without. */
    required: string;
    alt: string;
    byHand: string;
    code: string;
    submit: string;
    wrong: string;
  };
  codes: { title: string; lead: string; once: string; ended: string };
  own: { title: string; lead: (left: number) => string; renew: string; off: string; toOthers: string };
  off: { title: string; lead: string };
  others: {
    title: string;
    lead: string;
    email: string;
    password: string;
    submit: string;
    none: string;
    done: string;
    back: string;
  };
}
