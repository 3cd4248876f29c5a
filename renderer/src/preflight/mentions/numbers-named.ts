import type { Masthead } from '../../contract/masthead';
import { fold, type Folded } from './fold';
import { literal, publication, publicationKind } from './publication-words';

/** A number that a text gives the issue. */
export interface NamedNumber {
  /** Where mark and number stand in the folded text. */
  start: number;
  end: number;
  /** The author's words: “N° 241”. */
  written: string;
  /** Several in “N°s 241 et 242”. */
  numbers: readonly number[];
  /** Whether it may also be a reference to another issue, or the number of something else. */
  doubtful: boolean;
}

/** What the names of numbers are read with. */
type NumberContext = Pick<Masthead, 'title' | 'number'> & {
  /** The institution's name, which may stand for the newsletter's: “Al Amana n° 241”. */
  institution: string;
};

/** “N° 241”, “No. 241”: an issue at the start of a text, after the newsletter's name or a word for it. */
const signs = 'n ?° ?s?\\.?|no ?\\.|nr\\.?|[وفبك]?العدد(?:ان|ين)?|للعدد|الاعداد|numeros?';
/** Words and signs that mean much else: these also need an end after the number, or the newsletter's name before them. */
const weakSigns = 'num\\.?|number|nos?|issues?|edition|#|عدد|رقم';
const number = '\\d{1,3}(?:[ .,]\\d{3})+(?!\\d)|\\d+';
const joints = '[-/&]| (?:et|and|a|to|و|الي) ?';
/** “N° 242 – 243”, but not “N° 242 – 15 décembre” or “N° 242, 04/2023”. */
const spacedJoints = ' [-/&] |, ';
const ordinal = '(?:eme|er|e|st|nd|rd|th)';

/** Things that have numbers of their own. */
const things =
  /(?:^| )(?:articles?|art\.?|lois?|law|act|decrets?|decree|dahir|arretes?|circulaires?|circular|directives?|decision|resolution|annexe|annex|alinea|chapitre|chapter|page|rue|lot|agences?|branch|bureau|compte|account|dossier|facture|invoice|telephone|tel|fax|gsm|hors[- ]serie|supplement|cahier|episode|atelier|workshop|session|seance|objectif|goal|axe|pilier|priorite|priority|action|etape|step|point|question|lecon|conseil|astuce|tip|top|classee?s?|classement|ranked|rang|place|position|formulaire|form|version|القانون|قانون|الظهير|ظهير|المرسوم|مرسوم|المادة|مادة|الفصل|البند|دورية|الدورية|الصفحة|صفحة|الوكالة|الفرع|شارع|زنقة|الحساب|الهاتف|هاتف|المرتبة|الرتبة|المركز|القرار)\.?$/u;
/** What makes “n° 1” a rank. */
const rank =
  /^ ?(?:du|de|des|d'|au|aux|en|dans|sur|parmi|in|of|for|among|worldwide|mondiale?|national|marocain|africain|incontest|leader|choice|priority|في|علي|من|بال|عالمي|وطني|افريقي|مغربي)/u;
/** “Suite du n° 241”: an issue that a text refers to. */
export const reference =
  /(?:suites?|voir|annonc|prochain|next|upcoming|cf\.?|depuis|apres|avant|precedent|rappel|reli(?:re|sez)|retour|erratum|errata|rectificatif|corrige|see|since|after|before|announced|previous|last|following|corrects|انظر|تتمة|بعد|قبل|منذ|السابق|تصحيح)[^.:|]{0,24}$/u;
const phone =
  /(?:appele[zr]|compose[zr]|contacte[zr]|joindre|telephone|tel|vert|whatsapp|sms|call|dial|اتصل|الهاتف|هاتف|واتساب)[^|]{0,25}$/u;
const determiners =
  /(?:^| |(?<='))(?:le|la|l'|ce|cet|cette|notre|votre|du|au|de|d'|un|une|the|this|our|your|of|in|dans|pour|voici|هذا|في|من|ب)$/u;
const closed =
  /^(?: ?$| ?[-:;.,|)(\]»"·•!?–]| (?:est|is|sont|are|vient|parait|disponible|out|صدر|يصدر)(?!\p{L}))/u;

/** A small number after “n°” is a rank or a part of a list, unless the newsletter's name stands before it. */
const smallest = 10;
/** How many characters around a number are read. */
const aside = 120;
/** How near to the issue's own number a number of something unknown must be to be worth a look. */
const near = 3;

/**
 * The numbers that a text gives the issue, in any of the three languages. Amounts, years, telephone numbers, laws, ranks and
 * other things with numbers are none; what is left over is read by this grammar, on folded text:
 *
 * - *mark* (n°, no., numéro, issue, #, العدد, رقم …) *number*, or the newsletter's name or a word for it, then a *number* that
 *   nothing follows (“Bulletin 241”, not “Bulletin 12 juin”); numbers may be joined (“241-242”, “241 et 242”);
 * - before it: nothing, a separator, the newsletter's name, the institution's, a word for a publication, or an article (“le
 *   n° 241”). After another noun (“agence n° 241”) it is the number of that; within 3 of the issue's own it is doubtful.
 * - “suite du n° 241”, “voir n° 240”, or any number beside the issue's own in one text, is doubtful: it may be a reference.
 * - up to 10 it is a rank (“n° 1 du secteur”), unless the newsletter's name stands before it or the issue's own is small.
 */
export function numbersNamed(
  written: string,
  { title, number: own, institution }: NumberContext,
  isTitle = false,
): NamedNumber[] {
  const folded = fold(written);
  const name = literal(fold(title).text);
  const house = literal(fold(institution).text);
  const read = [...folded.text.matchAll(pattern(name))].flatMap(
    (match) => readOne(match, folded, { own, name, house, isTitle }) ?? [],
  );
  const knowsItself = read.some(({ numbers, doubtful }) => !doubtful && numbers.includes(own));
  return read.map((one) => ({
    ...one,
    doubtful: one.doubtful || (knowsItself && !one.numbers.includes(own)),
  }));
}

function pattern(name: string): RegExp {
  // “N° 242/2023” and “N° 242 – 2023” are a number and a year.
  const other = `(?!(?:19|20)\\d\\d(?!\\d))(?:${number})`;
  const more = `(?:${joints})${other}|(?:${spacedJoints})${other}(?! ?[\\p{L}\\d]|[/.-]\\d)`;
  // Bounded, so that a hostile text cannot make the search long.
  const list = `(?<list>(?:${number})(?:${more}){0,5})`;
  const bare = `(?<bare>${name}|newsletter|infolettre|bulletin|lettre|gazette|[وفبل]?(?:ال)?نشرة)[ _-]?`;
  const marked = `(?:(?<sign>${signs})|(?<weak>${weakSigns}))(?: ?(?<second>${signs}|number|#|رقم|:))? ?(?:ال)?-?`;
  const nth = `(?<nth>\\d+)${ordinal} (?:numero|issue|newsletter|bulletin)(?!\\p{L})`;
  const after = `(?:bis|ter|${ordinal})?(?![\\p{L}\\p{N}%]|[.,]\\d| ?%)`;
  return new RegExp(`(?<![\\p{L}\\p{N}&°])(?:(?:${bare}|${marked})${list}${after}|${nth})`, 'gu');
}

interface Reading {
  own: number;
  name: string;
  house: string;
  isTitle: boolean;
}

function readOne(match: RegExpExecArray, { text, written }: Folded, reading: Reading): NamedNumber | null {
  const { own, name, isTitle } = reading;
  const { list, nth, bare, weak, second } = match.groups ?? {};
  const end = match.index + match[0].length;
  const [before, after] = [
    text.slice(Math.max(0, match.index - aside), match.index),
    text.slice(end, end + aside),
  ];
  const numbers = numbersIn(list ?? nth ?? '', own);
  const [first = 0] = numbers;
  const made = (doubtful: boolean): NamedNumber => ({
    start: match.index,
    end,
    written: written(match.index, end),
    numbers,
    doubtful,
  });
  const place = bare !== undefined || nth !== undefined ? 'publication' : placeOf(before, reading);
  if (numbers.includes(own)) return place === 'thing' && !isTitle ? null : made(false);

  if (isTelephone(list ?? '') || /^(?: \d\d(?!\d)){2}/u.test(after) || phone.test(before)) return null;
  const ofNewsletter = new RegExp(
    `^ ?(?:de |du |of |من |ل)(?:la |l'|the |notre |our )?(?:${name}|${publication})(?!\\p{L})`,
    'u',
  ).test(after);
  const small = first <= smallest && !ofNewsletter;
  if (small && (rank.test(after) || (own > 2 * smallest && place === 'open'))) return null;
  if (bare !== undefined || (weak !== undefined && second === undefined)) {
    const isSaid = closed.test(after) || ofNewsletter || (bare === undefined && place === 'publication');
    if (!isSaid || (first >= 1900 && first <= 2100)) return null;
  }
  if (place === 'thing' && !isTitle) {
    const isNear = own > 2 * smallest && numbers.some((one) => Math.abs(one - own) <= near);
    return isNear && !things.test(before.trimEnd()) ? made(true) : null;
  }
  return made(reference.test(before));
}

/** What stands before a number: the newsletter's name or a word for it, nothing that matters, or something else. */
function placeOf(before: string, { name, house }: Reading): 'publication' | 'open' | 'thing' {
  let rest = before.trimEnd();
  for (let longer = ''; longer !== rest;) {
    longer = rest;
    rest = rest.replace(determiners, '').trimEnd();
  }
  const named = new RegExp(
    `(?:^|[^\\p{L}])(?:${name}|${house}|${publication})${publicationKind} ?[-|:,(]?$`,
    'u',
  );
  if (named.test(rest)) return 'publication';
  return /[\p{L}\p{N}']$/u.test(rest) && !reference.test(rest) ? 'thing' : 'open';
}

/** The numbers of a list. “N° 1 242” is 1 and 242 of thousands, or 1242: the one that is the issue's own counts. */
function numbersIn(list: string, own: number): number[] {
  const whole = list
    .split(new RegExp(`${spacedJoints}|${joints}`, 'u'))
    .map((one) => Number(one.replaceAll(/\D/g, '')));
  const parts = (list.match(/\d+/g) ?? []).map(Number);
  return whole.includes(own) || !parts.includes(own) ? whole : parts;
}

function isTelephone(list: string): boolean {
  const digits = list.replaceAll(/\D/g, '');
  return digits.length >= 7 || (digits.startsWith('0') && digits.length >= 6);
}
