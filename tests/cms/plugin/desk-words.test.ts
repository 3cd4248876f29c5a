import { describe, expect, it } from 'vitest';
import { sectionNames } from '../../../cms/plugin/shared/field-labels';
import { own as labels } from '../../../cms/plugin/shared/field-words';
import { stages } from '../../../cms/plugin/shared/stages';
import { uids } from '../../../cms/plugin/shared/uids';
import { fieldLabel, sectionName } from '../../../cms/plugin/server/src/common/words/contract-fields';
import {
  deskLanguage,
  deskLanguages,
  saveSentence,
  wordsOf,
} from '../../../cms/plugin/server/src/common/words/words-of';
import { latinWordsIn } from '../../support/latin-words';
import { everythingIn } from './everything-said';

/** What stays in Latin letters in an Arabic sentence, besides what every text of ours may name: codes, examples to copy, and formats. */
const codes =
  /\b[A-Z]+(?:_[A-Z]+)+\b|\{ "all".*\] \}|smtps?:\/\/[\w:@]*|mailto:|\d[\dT:Z-]+|amanews\.exemple\.org/g;
const formats = ['STARTTLS', 'GIF', 'UTC', 'Outlook', 'Word', 'revision', 'refId', 'ref', 'field', 'null'];

/** Made of a sentence for each entry of a list, so that an empty list says nothing. */
const joined = new Set(['INPUT_INVALID', 'ISSUE_INVALID', 'APPROVAL_REFUSED']);

/** The data that a sentence says. */
const dataIn = (sentence: string): string[] =>
  [...new Set(sentence.match(/قيمة\d+|(?<![\w.:-])\d{2,}(?![\w@-]|:\d)/g) ?? [])].sort();

describe('the words of the desk', () => {
  it('are whole sentences with nothing left open, in each language', () => {
    for (const language of deskLanguages)
      for (const { what, sentence } of everythingIn(language)) {
        if (!joined.has(what)) expect(sentence, what).not.toBe('');
        expect(sentence, `${language} ${what}`).not.toMatch(/undefined|NaN|\[object|\$\{/);
        expect(
          sentence.replace(/«null»|write null|laissez null|\u2068null\u2069/g, ''),
          `${language} ${what}`,
        ).not.toMatch(/\bnull\b/);
      }
  });

  it('say the same data in each language', () => {
    const [french, ...others] = (['fr', 'en', 'ar'] as const).map((language) => everythingIn(language));
    for (const other of others)
      expect(other.map(({ what, sentence }) => [what, dataIn(sentence)])).toEqual(
        (french ?? []).map(({ what, sentence }) => [what, dataIn(sentence)]),
      );
  });

  it('are Arabic in Arabic: no Latin word but names, codes and examples, Western digits, Arabic marks', () => {
    for (const { what, sentence } of everythingIn('ar')) {
      expect(latinWordsIn(sentence.replaceAll(codes, ''), formats), `${what}: ${sentence}`).toEqual([]);
      expect(sentence, what).not.toMatch(/[٠-٩]/);
      expect(sentence, what).not.toMatch(/[\u0600-\u06ff]\s*[,;?]/);
    }
  });

  it('keep Latin names in an Arabic sentence in an order of their own', () => {
    const { refusals: said, journal } = wordsOf('ar');
    const names = ['Rim Alaoui', 'Nadia Berrada'];
    const barred = said.FOUR_EYES({ number: 242, deeds: ['changed'], names, approvers: ['سلمى'] });
    expect(barred).toContain('\u2068Rim Alaoui\u2069، \u2068Nadia Berrada\u2069');
    expect(barred).toContain('يستطيع اعتماده: سلمى.');
    const invited = journal.sentences['user.invited']({ data: { who: 'Rim\u202e Alaoui' } });
    expect(invited).toBe('دعوة «\u2068Rim Alaoui\u2069» بالبريد.');
    const days = { start: 'startDate', from: '2023-05-07', end: 'endDate', to: '2023-05-02' };
    const data = { uid: uids.article, ...days };
    const late = { path: [], code: 'ENDS_BEFORE_START' as const, data };
    expect(saveSentence(late, 'ar')).toContain('(\u20682023-05-02\u2069)');
  });

  it('count in Arabic as Arabic counts', () => {
    const sent = (recipients: number) =>
      wordsOf('ar').journal.sentences['campaign.frozen']({
        number: 242,
        data: { recipients, exclusions: 0 },
      });
    const said = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111].map(
      (count) => /إلى (.*)؛/.exec(sent(count))?.[1],
    );
    expect(said).toEqual([
      ...['0 قارئ', 'قارئ واحد', 'قارئين', '3 قراء', '10 قراء', '11 قارئًا', '99 قارئًا'],
      ...['100 قارئ', '102 قارئ', '103 قراء', '111 قارئًا'],
    ]);
  });

  it('have a name for every field and section, in each language', () => {
    const unnamed = deskLanguages.flatMap((language) => [
      ...Object.entries(labels).flatMap(([uid, fields]) =>
        [
          ...Object.keys(fields),
          'title',
          'language',
          'heading',
          'url',
          'name',
          'place',
          'startDate',
          'endDate',
        ]
          .concat('body', 'text', 'description', 'label', 'note')
          .filter((field) => fieldLabel(uid, field, language) === field)
          .map((field) => `${language} ${uid} ${field}`),
      ),
      ...Object.keys(sectionNames).filter((uid) => sectionName(uid, language) === undefined),
    ]);
    expect(unnamed).toEqual([]);
    const arabic = Object.entries(wordsOf('ar').fields).filter(([, label]) => /[A-Za-z]/.test(label));
    expect(arabic).toEqual([]);
  });

  it('name every stage of an issue in Arabic', () => {
    const said = stages.map((stage) => wordsOf('ar').refusals.NOT_APPROVED({ number: 242, stage }));
    expect(new Set(said).size).toBe(stages.length);
  });
});

describe('the language of the desk', () => {
  const chosen = (preferred: string | null, asked?: string) => deskLanguage(preferred, asked, 'fr');

  it('is that of the profile, whatever the browser asks for', () => {
    expect(chosen('ar', 'fr-MA,fr;q=0.9')).toBe('ar');
    expect(chosen('fr', 'ar-MA,ar;q=0.9')).toBe('fr');
  });

  it('is the first that the browser asks for and the desk speaks, where the profile says none', () => {
    expect(chosen(null, 'ar-MA,ar;q=0.9,fr;q=0.8')).toBe('ar');
    expect(chosen(null, 'es-ES,es;q=0.9,en;q=0.8,ar;q=0.7')).toBe('en');
    expect(chosen('es', 'AR')).toBe('ar');
    expect(chosen(null, 'arn,fil;q=0.5')).toBe('fr');
  });

  it('is the installation’s where nobody says anything that it speaks', () => {
    expect(chosen(null)).toBe('fr');
    expect(deskLanguage('constructor', 'toString;q=1', 'ar')).toBe('ar');
  });
});
