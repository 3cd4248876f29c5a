import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../cms/plugin/admin/src/body/document/addresses';
import { typographicHelp } from '../../../cms/plugin/admin/src/body/typing/typographic-help';

/** What stands in a paragraph once a text was typed into it, key by key. */
function typed(text: string, language: string): string {
  let written = '';
  for (const key of text) {
    const help = typographicHelp(written, key, language);
    const whole = written + key;
    written = help ? whole.slice(0, whole.length - help.removed) + help.text : whole;
  }
  return written.replaceAll('\u00a0', '~').replaceAll('\u202f', '_');
}

describe('what is typed', () => {
  it.each([
    ['Il dit "oui" !', 'Il dit «~oui~»_!'],
    ['Il dit " oui " : non', 'Il dit «~oui~»_: non'],
    ['« oui »', '«~oui~»'],
    ['Vraiment? Oui; non!', 'Vraiment_? Oui_; non_!'],
    ['Quoi ?!', 'Quoi_?!'],
    ['à 10:30 ou 12%', 'à 10:30 ou 12_%'],
    ['12 %', '12_%'],
    ["l'agence n'a pas", 'l’agence n’a pas'],
    ['No 242 et n° 3', 'N°~242 et n°~3'],
    ['le no 7', 'le n°~7'],
    ['nono 7', 'nono 7'],
    ['un -- deux --- trois...', 'un – deux — trois…'],
    ['voir https://a.example/b?c="d"!', 'voir https://a.example/b?c="d"!'],
    ['écrire à salma@a.example:', 'écrire à salma@a.example:'],
    ['(voir "ceci")', '(voir «~ceci~»)'],
  ])('is set as French is: %s', (text, expected) => expect(typed(text, 'fr')).toBe(expected));

  it.each([
    ["\"Yes\", she said: 'no'; it's 10%...", '“Yes”, she said: ‘no’; it’s 10%…'],
    ['("so")', '(“so”)'],
  ])('is set as English is: %s', (text, expected) => expect(typed(text, 'en')).toBe(expected));

  it.each([['قال "نعم"؟', 'قال «نعم»؟']])('is set as Arabic is: %s', (text, expected) =>
    expect(typed(text, 'ar')).toBe(expected),
  );

  it('stays as it is typed in a language that nobody knows', () =>
    expect(typed('"a" : b\'c', '')).toBe('"a" : b\'c'));
});

describe('an address', () => {
  it.each([
    ['www.exemple.ma', 'https://www.exemple.ma'],
    ['exemple.ma/page', 'https://exemple.ma/page'],
    [' https://exemple.ma/a?b=c#d ', 'https://exemple.ma/a?b=c#d'],
    ['salma@exemple.ma', 'mailto:salma@exemple.ma'],
    ['mailto:salma@exemple.ma', 'mailto:salma@exemple.ma'],
    ['tel:+212522000000', 'tel:+212522000000'],
    ['/uploads/a.pdf', '/uploads/a.pdf'],
    ['localhost.example:8080/a', 'https://localhost.example:8080/a'],
  ])('is read as it is meant: %s', (text, expected) => expect(readAddress(text)).toBe(expected));

  it.each([
    ...['', 'mot', 'deux mots.fr', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)'],
    ...['data:text/html,x', 'file:///etc/passwd', 'ftp://a.example', '//thief.example/a', 'vbscript:x'],
    ...['https://bank.example@thief.example', 'user:pass@bank.example', 'https://', '<b>.fr'],
  ])('is refused where no mail client follows it: %s', (text) => expect(readAddress(text)).toBeNull());
});
