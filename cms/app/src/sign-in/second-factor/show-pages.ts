import { renderPage, type PageData } from '@nachra/renderer';
import type { Context } from 'koa';
import { answerPage, pageBrand, pageLanguage } from '../own-page';
import { appAddress, qrCode } from './factor-codes';
import { secondFactorPath } from './tickets';
import type { SecondFactorWords } from './second-factor-words';
import { secondFactorWords } from './second-factor-words-of';

/** Where somebody else's second factor is removed. */
export const othersPath = `${secondFactorPath}/others`;

/** How an answer begins: its status, and why what was sent before was not taken. */
export interface Problem {
  status: number;
  sentence: string;
}

type Form = Omit<PageData['form'], 'brand' | 'problem'>;
type Message = Omit<PageData['message'], 'brand'>;

/** The words for whoever asks. */
export function wordsFor(context: Context): SecondFactorWords {
  return secondFactorWords(pageLanguage(context));
}

const codeField = (words: SecondFactorWords) =>
  ({
    name: 'code',
    label: words.code,
    hint: words.codeHint,
    type: 'text',
    autocomplete: 'one-time-code',
    isNumeric: true,
  }) as const;
const passwordField = (label: string) =>
  ({ name: 'password', label, type: 'password', autocomplete: 'current-password' }) as const;

/** Asks for the code, on the way in. */
export function askForCode(context: Context, problem: Problem | null): void {
  const words = wordsFor(context);
  const { title: heading, lead, submit } = words.signIn;
  const fields = [codeField(words)];
  showForm(context, problem, { heading, lead, action: secondFactorPath, fields, submit });
}

/** What is set up: for whom, and whether that may be left. */
interface SettingUp {
  secret: string;
  account: string;
  /** Of the role of somebody who may not go on without. */
  isRequired: boolean;
}

/** Shows the secret, and asks for the first code of the app. */
export function askForSetUp(context: Context, about: SettingUp, problem: Problem | null): void {
  const words = wordsFor(context);
  const { setUp } = words;
  const address = appAddress(about.secret, about.account, pageBrand.title);
  const code = { ...codeField(words), label: setUp.code, hint: undefined };
  showForm(context, problem, {
    heading: setUp.title,
    lead: about.isRequired ? setUp.required : setUp.lead,
    picture: {
      src: qrCode(address),
      alt: setUp.alt,
      text: setUp.byHand,
      code: (about.secret.match(/.{1,4}/g) ?? []).join(' '),
    },
    action: secondFactorPath,
    // The password was typed a moment ago by whoever has to set one up on the way in.
    fields: about.isRequired ? [code] : [code, passwordField(words.password)],
    submit: setUp.submit,
    links: about.isRequired ? [] : [{ label: words.toAdmin, url: '/admin' }],
  });
}

/** Shows what a signed-in person can do with a second factor. */
export function showOwn(
  context: Context,
  left: number,
  mayRemoveOthers: boolean,
  problem: Problem | null,
): void {
  const words = wordsFor(context);
  const { own } = words;
  showForm(context, problem, {
    heading: own.title,
    lead: own.lead(left),
    action: secondFactorPath,
    fields: [codeField(words), passwordField(words.password)],
    submit: [
      { label: own.renew, value: 'renew' },
      { label: own.off, value: 'remove' },
    ],
    links: [
      ...(mayRemoveOthers ? [{ label: own.toOthers, url: othersPath }] : []),
      { label: words.toAdmin, url: '/admin' },
    ],
  });
}

/** Asks whose second factor is to be removed. */
export function askForOther(context: Context, email: string, problem: Problem | null): void {
  const { others } = wordsFor(context);
  showForm(context, problem, {
    heading: others.title,
    lead: others.lead,
    action: othersPath,
    fields: [
      { name: 'email', label: others.email, type: 'email', autocomplete: 'off', value: email },
      passwordField(others.password),
    ],
    submit: others.submit,
    links: [{ label: others.back, url: secondFactorPath }],
  });
}

/** Shows recovery codes, this once. */
export function showRecoveryCodes(context: Context, codes: string[], hasEndedSessions: boolean): void {
  const { codes: words, toAdmin } = wordsFor(context);
  showMessage(context, 200, {
    heading: words.title,
    paragraphs: [words.lead, `${words.once}${hasEndedSessions ? ` ${words.ended}` : ''}`],
    codes,
    link: { label: toAdmin, url: '/admin' },
  });
}

/** Sends whoever brings no ticket, or not the right one, to the sign-in. */
export function askToSignIn(context: Context, status: 401 | 403 = 401): void {
  const { title, signInFirst, toSignIn } = wordsFor(context);
  showMessage(context, status, {
    heading: title,
    paragraphs: [signInFirst],
    link: { label: toSignIn, url: '/admin' },
  });
}

/** Says something, with one way to go on. */
export function showMessage(context: Context, status: number, data: Message): void {
  answerPage(context, status, renderPage('message', { brand: pageBrand, ...data }, pageLanguage(context)));
}

function showForm(context: Context, problem: Problem | null, data: Form): void {
  const page = { brand: pageBrand, problem: problem?.sentence ?? null, ...data };
  answerPage(context, problem?.status ?? 200, renderPage('form', page, pageLanguage(context)));
}
