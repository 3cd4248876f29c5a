import { describe, expect, it } from 'vitest';
import { loadCms } from '../../support/cms';
import { latinWordsIn } from '../../support/latin-words';

const { signInWords } =
  loadCms<typeof import('../../../cms/app/src/sign-in/sign-in-words')>('sign-in/sign-in-words');
const { secondFactorWords } = loadCms<
  typeof import('../../../cms/app/src/sign-in/second-factor/second-factor-words-of')
>('sign-in/second-factor/second-factor-words-of');

/** What is said, by where it stands; a sentence about something is made for some counts, or for an address. */
function saidIn(words: object, at = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = `${at}${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function') {
      const say = value as (about: never) => string;
      const abouts = key === 'tooMany' || key === 'lead' ? [0, 1, 2, 3, 11] : ['https://x.test'];
      return abouts.map((about) => [`${here} ${about}`, say(about as never)]);
    }
    return saidIn(value as object, `${here}.`);
  });
}

describe.each([
  ['the sign-in', signInWords],
  ['the second factor', secondFactorWords],
] as const)('what is said about %s', (_what, wordsIn) => {
  it('is said in each language, in the same places', () => {
    const places = (['fr', 'ar', 'en'] as const).map((language) =>
      saidIn(wordsIn(language)).map(([place]) => place),
    );
    expect(places[1]).toEqual(places[0]);
    expect(places[2]).toEqual(places[0]);
  });

  it('is Arabic in Arabic, but for names and addresses', () => {
    const known = [
      'ENCRYPTION_KEY',
      'Aegis',
      'FreeOTP',
      'Google Authenticator',
      '1Password',
      'npm run create-admin',
    ];
    for (const [place, sentence] of saidIn(wordsIn('ar'))) {
      expect(latinWordsIn(sentence, known), place).toEqual([]);
      expect(sentence, place).not.toMatch(/[٠-٩]|[\u0600-\u06ff]\s*[,;?]/);
      expect(sentence, place).not.toMatch(/undefined/);
    }
  });
});

it('counts minutes and codes in Arabic as Arabic counts', () => {
  const { tooMany } = signInWords('ar');
  expect([1, 2, 3, 15].map((minutes) => /بعد (.*)\./.exec(tooMany(minutes))?.[1])).toEqual([
    ...['دقيقة', 'دقيقتين', '3 دقائق', '15 دقيقة'],
  ]);
  const { lead } = secondFactorWords('ar').own;
  expect([0, 1, 2, 10].map((left) => /مُعدّ\. (.*?)\./.exec(lead(left))?.[1])).toEqual([
    'لم يبق لديكم أي رمز استرداد',
    'بقي لديكم رمز استرداد واحد',
    'بقي لديكم رمزا استرداد',
    'بقي لديكم 10 رموز استرداد',
  ]);
});
