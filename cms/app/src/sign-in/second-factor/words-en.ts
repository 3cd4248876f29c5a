import type { SecondFactorWords } from './second-factor-words';

/** What is said about second factors, in English. */
export const english: SecondFactorWords = {
  asked: (url) => `Your password is right. This account asks for a second factor too: open ${url}`,
  title: 'Second factor',
  signInFirst: 'Sign in first: this page asks for your code afterwards. It waits for ten minutes.',
  toSignIn: 'Sign in',
  toAdmin: 'Go to Nachra',
  code: 'Code',
  codeHint: 'The six digits that your app shows, or a recovery code.',
  password: 'Your password',
  wrong:
    'This code is not valid, or was used already. Wait for the next one, and check the clock of your phone.',
  wrongPassword: 'This password is not yours.',
  unreadable:
    'Nachra can no longer check the codes of your app, because its ENCRYPTION_KEY has changed. Use a recovery code, or ask an administrator to remove your second factor.',
  signIn: {
    title: 'Your code',
    lead: 'Open your authenticator app and copy the code that it shows for Nachra.',
    submit: 'Sign in',
  },
  setUp: {
    title: 'Set up a second factor',
    lead: 'Scan this picture with an authenticator app (Aegis, FreeOTP, Google Authenticator, 1Password…), then copy the code that it shows.',
    required:
      'Your role asks for a second factor. Scan this picture with an authenticator app (Aegis, FreeOTP, Google Authenticator, 1Password…), then copy the code that it shows.',
    alt: 'QR code to scan with the authenticator app',
    byHand: 'Or type this key into the app:',
    code: 'Code that the app shows',
    submit: 'Set up',
    wrong: 'This is not the code that the app shows now. Check the clock of your phone, and try again.',
  },
  codes: {
    title: 'Your recovery codes',
    lead: 'Each of these codes stands in for your app once, should you lose your phone. Print them, or keep them in a password manager.',
    once: 'They are not shown again.',
    ended: 'Your other sessions were ended.',
  },
  own: {
    title: 'Your second factor',
    lead: (left) =>
      `It is set up. ${left === 0 ? 'You have no recovery code left.' : left === 1 ? 'You have one recovery code left.' : `You have ${left} recovery codes left.`} To change something, give your password and a code.`,
    renew: 'Make new recovery codes',
    off: 'Remove the second factor',
    toOthers: 'Remove somebody else’s',
  },
  off: {
    title: 'Second factor removed',
    lead: 'Your password is enough again to sign in. Your other sessions were ended.',
  },
  others: {
    title: 'Remove a second factor',
    lead: 'For somebody who has lost both phone and recovery codes. Make sure that it is this person who asks you. Her or his sessions will be ended, and the journal will say so.',
    email: 'E-mail address of the account',
    password: 'Your own password',
    submit: 'Remove',
    none: 'No account with this address has a second factor.',
    done: 'The second factor was removed.',
    back: 'Back to your second factor',
  },
};
