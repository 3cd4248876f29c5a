const narrowSpace = '\u202f';
const fixedSpace = '\u00a0';

/** Addresses stay unchanged: a space inside one would break it. */
const addresses =
  /(?:[a-z][a-z0-9+.-]{0,30}:\/\/|www\.|mailto:|tel:)[^\s«»]+|(?<![^\s«»])@*[^\s«»@]+@[^\s«»]+\.[^\s«»]+/giu;

/**
 * Applies French spacing: a narrow no-break space before `; : ! ?` and `%`, no-break spaces inside guillemets. Existing
 * spaces are replaced, never doubled; times (10:30), addresses and digits stay unchanged. Applying it twice changes nothing
 * more.
 *
 * @param before the character before `text`, if `text` is a part of a sentence
 */
export function setFrench(text: string, before = ''): string {
  const lead = /\S/u.test(before) ? before : '';
  const whole = lead + text;
  // Searching for addresses takes longer than everything else, and few texts have one.
  if (!/[@:.]\S/u.test(whole)) return setSpaces(whole).slice(lead.length);
  let result = '';
  let from = 0;
  for (const match of whole.matchAll(addresses)) {
    result += setSpaces(whole.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return (result + setSpaces(whole.slice(from))).slice(lead.length);
}

function setSpaces(text: string): string {
  // Most texts need no change, and the last replacement takes longer than the others together.
  if (!/[«»%;:!?]/.test(text)) return text;
  return (
    text
      .replace(/«[ \u00a0\u202f]*/g, `«${fixedSpace}`)
      .replace(/[ \u00a0\u202f]*»/g, `${fixedSpace}»`)
      .replace(/(\d)[ \u00a0\u202f]*%/g, `$1${narrowSpace}%`)
      // A mark that already has a space before it.
      .replace(/[ \u00a0\u202f]+(?=[;:!?])/g, narrowSpace)
      // A mark directly after its word; the character after it excludes 10:30, a:b and ?!.
      .replace(/(?<=[^\s;:!?([«\u00a0\u202f])(?=[;:!?]+(?:[\s»)\]”"’.,]|$))/gu, narrowSpace)
  );
}
