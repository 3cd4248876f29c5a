import { fold } from './fold';

/** The names of each month: French, English, Arabic of the Maghreb and of the Mashreq, with usual short forms. */
const months: readonly string[] = [
  'janvier janv january jan يناير جانفي كانون_الثاني',
  'février févr fév february feb فبراير فيفري شباط',
  'mars march mar مارس آذار',
  'avril avr april apr أبريل أفريل نيسان',
  'mai may ماي مايو أيار',
  'juin june jun يونيو يونيه جوان حزيران',
  'juillet juil july jul يوليوز يوليو يوليه جويلية تموز',
  'août august aug غشت أغسطس أوت آب',
  'septembre sept september sep شتنبر سبتمبر أيلول',
  'octobre oct october أكتوبر تشرين_الأول',
  'novembre nov november نونبر نوفمبر تشرين_الثاني',
  'décembre déc december dec دجنبر ديسمبر كانون_الأول',
];

/** Ordinals of quarters and halves. */
const ordinals: readonly string[] = [
  '1 1er 1ere 1st i premier first الأول أول',
  '2 2e 2eme 2nd 2d ii deuxième second seconde الثاني ثاني',
  '3 3e 3eme 3rd iii troisième third الثالث ثالث',
  '4 4e 4eme 4th iv quatrième fourth الرابع رابع',
];

/** Words that are a month only beside a year or alone: “you may”, “sept agences”, مارس (practised), آب (returned). */
const ambiguous = new Set([
  'may',
  'march',
  'mar',
  'jan',
  'sep',
  'sept',
  'dec',
  ...['مارس', 'آب'].map(folded),
]);

/** A pattern that matches any of the keys, longest first. */
export const anyOf = (words: Iterable<string>): string =>
  [...words].sort((one, other) => other.length - one.length).join('|');

/** Month (1 to 12) by its folded name. */
export const monthNumbers = numbered(months);
/** Quarter or half (from 1) by its folded ordinal. */
export const ordinalNumbers = numbered(ordinals);

/** Whether a folded name needs a year beside it to be a month. */
export const needsYear = (month: string): boolean => ambiguous.has(month);

function numbered(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap((names, at) => names.split(' ').map((name): [string, number] => [folded(name), at + 1])),
  );
}

function folded(name: string): string {
  return fold(name).text.replace('_', ' ');
}
