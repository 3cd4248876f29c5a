/** What takes the place of the last characters before the caret. */
interface Help {
  /** How many characters before the caret go, with the one just typed. */
  removed: number;
  text: string;
}

const fixed = '\u00a0';
const narrow = '\u202f';
const space = /[ \u00a0\u202f]+$/;

/** The word that is being typed is an address, in which nothing is changed. */
const inAddress = /(?:^|\s)(?:\S*:\/\/|www\.|mailto:|tel:|\S*@)\S*$/i;

/**
 * What typography makes of a character in a language: guillemets, no-break spaces, apostrophes, dashes; null where it stays as
 * typed. Pure.
 *
 * @param before the text of the paragraph up to the caret, without the character
 */
export function typographicHelp(before: string, typed: string, language: string): Help | null {
  if (inAddress.test(before)) return null;
  return marksOfAll(before, typed) ?? (helps[language] ?? marksOfAll)(before, typed);
}

function marksOfAll(before: string, typed: string): Help | null {
  if (typed === '-' && /(?:^|[^-–])-$/.test(before)) return { removed: 2, text: '–' };
  if (typed === '-' && before.endsWith('–')) return { removed: 2, text: '—' };
  return typed === '.' && /(?:^|[^.])\.\.$/.test(before) ? { removed: 3, text: '…' } : null;
}

const helps: Readonly<Record<string, typeof marksOfAll>> = {
  fr: french,
  en: (before, typed) => {
    const opens = before === '' || /[\s([{«“‘–—]$/.test(before);
    if (typed === '"') return { removed: 1, text: opens ? '“' : '”' };
    return typed === "'" ? { removed: 1, text: opens ? '‘' : '’' } : null;
  },
  ar: (before, typed) => (typed === '"' ? { removed: 1, text: isQuoting(before) ? '»' : '«' } : null),
};

function french(before: string, typed: string): Help | null {
  const spaces = space.exec(before)?.[0].length ?? 0;
  const word = before.slice(0, before.length - spaces);
  const isAfterOpening = word.endsWith('«');
  switch (typed) {
    case '"':
      return isQuoting(before) && !isAfterOpening
        ? { removed: spaces + 1, text: `${fixed}»` }
        : { removed: 1, text: `«${fixed}` };
    case '»':
      return isAfterOpening ? null : { removed: spaces + 1, text: `${fixed}»` };
    case ' ':
      // The opening guillemet has brought its own.
      if (spaces > 0) return isAfterOpening ? { removed: 1, text: '' } : null;
      return isAfterOpening || /(?:^|[\s(«])[Nn]°$/.test(word) ? { removed: 1, text: fixed } : null;
    case "'":
      return /\p{L}$/u.test(before) ? { removed: 1, text: '’' } : null;
    case '%':
      return /\d$/.test(word) ? { removed: spaces + 1, text: `${narrow}%` } : null;
    case ';':
    case ':':
    case '!':
    case '?':
      return spaceBefore(word, spaces, typed);
    default:
      return /^\d$/.test(typed) ? numero(before, typed) : null;
  }
}

/** A mark of two parts has a narrow space before it, but in a time, an address or a row of marks. */
function spaceBefore(word: string, spaces: number, mark: string): Help | null {
  const last = word.at(-1) ?? '';
  if (last === '' || /[;:!?([«]/.test(last)) return null;
  if (spaces === 0 && mark === ':' && /(?:\d|https?|mailto|tel)$/i.test(word)) return null;
  return { removed: spaces + 1, text: narrow + mark };
}

/** "No 242" is how many write N° 242. */
function numero(before: string, digit: string): Help | null {
  const [found, letter] = /(?<=^|[\s(«])([Nn])o[ \u00a0]$/.exec(before) ?? [];
  return found && letter ? { removed: found.length + 1, text: `${letter}°${fixed}${digit}` } : null;
}

/** Whether a guillemet is still open. */
function isQuoting(before: string): boolean {
  return before.lastIndexOf('«') > before.lastIndexOf('»');
}
