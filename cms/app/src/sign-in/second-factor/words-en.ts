import type { SecondFactorWords } from './second-factor-words';

/** What is said about second factors, in English. */
export const english: SecondFactorWords = {
  asked: (url) => `Your password is right. This account asks for a second factor too: open ${url}`,
  roleIsNamed: (name) =>
    `NACHRA_SECOND_FACTOR_ROLES names this role as “${name}”, and Nachra would not start again without it. Have the setting changed first: it also takes the code of the role, which no renaming changes.`,
  title: 'Second factor',
  signInFirst:
    'This page opens for ten minutes only: when you have just given your password, or from Settings → Second factor. Go to Nachra and begin again there.',
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
    lost: 'You have neither any more? Ask an administrator to remove your second factor.',
    submit: 'Sign in',
    back: 'Back to the sign-in',
  },
  setUp: {
    title: 'Set up a second factor',
    lead: 'It is a code that your phone gives you, besides your password. Scan this picture with an authenticator app (Aegis, FreeOTP, Google Authenticator, 1Password…), then copy the code of six digits that it shows.',
    required:
      'Your role asks for a second factor: a code that your phone gives you, besides your password. Scan this picture with an authenticator app (Aegis, FreeOTP, Google Authenticator, 1Password…), then copy the code of six digits that it shows.',
    alt: 'QR code to scan with the authenticator app',
    here: 'Are you reading this on that very phone?',
    toApp: 'Add the account to the app on this phone',
    byHand: 'Or copy this key into the app:',
    code: 'Code that the app shows',
    submit: 'Set up',
    wrong: 'This is not the code that the app shows now. Check the clock of your phone, and try again.',
  },
  codes: {
    title: 'Your recovery codes',
    lead: 'Each of these codes stands in for your app once, should you lose your phone. Print them, or keep them in a password manager.',
    once: 'They are not shown again: keep them before you leave this page. If you have not kept them, make new ones under Settings → Second factor.',
    ended: 'The second factor is set up. Your other sessions were ended.',
    replaced: 'The recovery codes that you had are no longer valid.',
  },
  own: {
    title: 'Your second factor',
    lead: (left) =>
      `It is set up. ${left === 0 ? 'You have no recovery code left.' : left === 1 ? 'You have one recovery code left.' : `You have ${left} recovery codes left.`} To change something, give a code and your password. New recovery codes replace the old ones.`,
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
    done: (email) =>
      `The second factor of ${email} was removed, and the sessions of the account were ended. The password is enough to sign in, unless the role asks for a second factor: Nachra then has another one set up.`,
    back: 'Back to your second factor',
  },
};
