import { parseIssue, renderIssue, type Language } from '@nachra/renderer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type BrowserSession } from '../support/browser';
import { anIssue } from '../support/issue';
import { chromium, describeWith } from '../support/requires';

/** A sentence, and what in it must be seen in its own order: from left to right in Arabic, from right to left in French. */
type Sample = [sentence: string, ...pieces: string[]];

const arabic: Sample[] = [
  ['هاتف المقر: +212 (0)5 37 12 34 56 أو (0)537-123-456.', '+212 (0)5 37 12 34 56', '(0)537-123-456'],
  ['اتصلوا على (+212) 537 12 34 56 أو 05 37 12 34 56.', '(+212) 537 12 34 56', '05 37 12 34 56'],
  ['تراجع بنسبة -5,2% مقابل +4,5% سنة 2023.', '-5,2%', '+4,5%'],
  ['تراجع بنسبة −3,5 % ثم –1,5% ثم ‑2% ثم ±1.', '−3,5 %', '–1,5%', '‑2%', '±1'],
  ['النتيجة (5,2)% و 25 °C و 5 € و $7', '(5,2)%', '25 °C', '5 €', '$7'],
  ['على https://a.example/ar/p?id=12&lang=ar#top قبل', 'https://a.example/ar/p?id=12&lang=ar#top'],
  ['موقعنا https://www.institut.example/ في خدمتكم.', 'https://www.institut.example/'],
  ['انظروا https://a.example/x_(y) أو www.a.example/?q=', 'https://a.example/x_(y)', 'www.a.example/?q='],
  ['العنوان: contact@institut.example؛ شكرا', 'contact@institut.example'],
  ['الملف rapport_(final).pdf ولغة C++ والنطاق .ma', 'rapport_(final).pdf', 'C++', '.ma'],
  ['لغة C# ومنصة .NET وقناة Canal+ وشركة S.A. هنا', 'C#', '.NET', 'Canal+', 'S.A.'],
  ['مؤسسة Al Amana (Maroc) في الرباط', 'Al Amana (Maroc)'],
  ['برنامج Forsa « Plus » و Quoi ? Oui هنا', 'Forsa « Plus »', 'Quoi ? Oui'],
  ['من 2019-2023 ومن 2019 – 2023 ومن 5-7% هنا', '2019-2023', '2019 – 2023', '5-7%'],
  ['يوم 30/06/2023 على 10:30-12:00 أو 9h30 مساء', '30/06/2023', '10:30-12:00', '9h30'],
  ['حساب MA64 0117 7800 0001 2100 0123 هنا', 'MA64 0117 7800 0001 2100 0123'],
  ['المبلغ 2 446 917 درهم و 1.250,50 درهم', '2 446 917', '1.250,50'],
  ['العملية 2 + 3 = 5 والوسم #Forsa2023 هنا', '2 + 3 = 5', '#Forsa2023'],
  ['12, rue des Dattiers', '12, rue des Dattiers'],
  ['العنوان 26, rue Al Moutanabi, Rabat في', '26, rue Al Moutanabi, Rabat'],
  ['غاز CO₂ و 10 m³ والموقع 33°35′N, 7°36′W هنا', 'CO₂', '10 m³', '33°35′N, 7°36′W'],
  ['قال: "OK, let’s go!" في (2e éd.) هنا', 'OK, let’s go!', '2e éd.'],
  ['فائدة 4,5 %/an و 5 €/mois و +/-5% هنا', '4,5 %/an', '5 €/mois', '+/-5%'],
  ['مبلغ 1,5 M€ و 250 k€ ثم 1.500,00 € و ~10% هنا', '1,5 M€', '250 k€', '1.500,00 €', '~10%'],
  ['Une phrase tout en français, vraiment ?', 'Une phrase tout en français, vraiment ?'],
];

/** Arabic sentences whose figures or words are read from the right, as they would be without us. */
const untouched: Sample[] = [
  ['سنوات 2021, 2022 و 2023', '2021, 2022'],
  ['برنامج Forsa (فرصة) وبعده', 'Forsa (فرصة)'],
  ['بنسبة 5,56% (SIAM 2023) هنا', '5,56% (SIAM'],
];

const french: Sample[] = [
  ['le programme رؤية المغرب 2030 est lancé', 'رؤية المغرب'],
  ['la loi القانون رقم 103.12 المتعلق du 3 mai', 'القانون رقم 103.12 المتعلق'],
  ['le mot مرحبا؟ suivi de 12 mots', 'مرحبا؟'],
  ['selon المادة 5 (الفقرة 2) de la loi', 'المادة 5 (الفقرة 2)'],
  [
    'par د. أحمد et la rubrique ثقافة/فن et le site موقع.المغرب existent',
    'د. أحمد',
    'ثقافة/فن',
    'موقع.المغرب',
  ],
  ['elle dit « برنامج Forsa الجديد » à 10 h', 'برنامج Forsa الجديد'],
  ['تقدم Al Amana Microfinance برنامج فرصة جديد.', 'تقدم Al Amana Microfinance برنامج فرصة جديد.'],
];
/** What follows an Arabic word in a French sentence is read from the left. */
const goesOn: Sample[] = [
  ['le programme فرصة, 2030, est lancé', 'فرصة, 2030, est'],
  ['les produits فرصة, تطوير et autres', 'فرصة, تطوير et'],
];

describeWith([chromium])('text of two directions, as Chromium shows it', () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await openBrowser({ width: 1400, height: 900 });
  });
  afterAll(() => session?.close());

  describe.each([
    ['ar', arabic, untouched],
    ['fr', french, goesOn],
  ] as const)('%s', (language, own, around) => {
    it.each(['html', 'text'] as const)('keeps each piece in its order in the %s part', async (part) => {
      await show(language, part, [...own, ...around]);
      const wrong: string[] = [];
      for (const [sentence, ...pieces] of own) {
        for (const piece of pieces) {
          const seen = await seenIn(sentence, piece);
          // The words of the other script inside a piece are read in their own order.
          const wanted = language === 'ar' ? ltrOrder(piece) : rtlOrder(piece);
          if (seen !== wanted) wrong.push(`${piece}: ${seen} instead of ${wanted}`);
        }
      }
      expect(wrong).toEqual([]);
    });

    it.each(['html', 'text'] as const)('leaves what is right in the %s part', async (part) => {
      await show(language, part, [...own, ...around]);
      for (const [sentence, piece = ''] of around) {
        const words = piece.split(' ');
        const seen = await wordsFromLeft(sentence, piece);
        expect(seen).toEqual(language === 'ar' ? words.reverse() : words);
      }
    });
  });

  async function show(language: Language, part: 'html' | 'text', samples: readonly Sample[]): Promise<void> {
    const edition = await renderIssue(parseIssue(listOf(language, samples)));
    const dir = edition.direction;
    await session.page.route('**/*', (route) => route.abort());
    // A line of its own for each sample, so that positions compare.
    const text = edition.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    await session.page.setContent(
      part === 'html' ? edition.html : `<pre dir="${dir}" style="font:16px sans-serif">${text}</pre>`,
      { waitUntil: 'domcontentloaded' },
    );
    await session.page.addStyleTag({ content: 'li,pre{white-space:pre!important}' });
  }

  /** The characters of a piece with their places, from left to right. */
  function placesOf(
    sentence: string,
    piece: string,
  ): Promise<{ character: string; left: number; at: number }[]> {
    return session.page.evaluate<{ character: string; left: number; at: number }[]>(
      `(${placesInPage})(${JSON.stringify([sentence, piece])})`,
    );
  }

  async function seenIn(sentence: string, piece: string): Promise<string> {
    return (await placesOf(sentence, piece))
      .map(({ character }) => character)
      .join('')
      .replace(/[\u00a0\u202f]/g, ' ');
  }

  async function wordsFromLeft(sentence: string, piece: string): Promise<string[]> {
    const places = await placesOf(sentence, piece);
    let at = 0;
    return piece
      .split(' ')
      .map((word) => {
        const middle = at + Math.floor(word.length / 2);
        at += word.length + 1;
        return { word, left: places.find((place) => place.at === middle)?.left ?? 0 };
      })
      .sort((one, other) => one.left - other.left)
      .map(({ word }) => word);
  }
});

/** Runs in the browser, whose types this project does not have. */
const placesInPage = `([whole, wanted]) => {
  const places = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    [...node.nodeValue].forEach((character, offset) => {
      if (!/\\p{Cf}/u.test(character)) places.push({ character, node, offset });
    });
  }
  const bare = (text) => text.replace(/[\\u00a0\\u202f]/g, ' ');
  const all = bare(places.map(({ character }) => character).join(''));
  if (!all.includes(bare(whole))) throw new Error('not shown: ' + whole);
  const start = all.indexOf(bare(whole)) + bare(whole).indexOf(bare(wanted));
  return places
    .slice(start, start + wanted.length)
    .map(({ character, node, offset }, at) => {
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const [box] = range.getClientRects();
      return { character, left: box ? box.left + box.width / 2 : 0, at };
    })
    .sort((one, other) => one.left - other.left);
}`;

function ltrOrder(piece: string): string {
  return piece.replace(/[\u00a0\u202f]/g, ' ');
}

/** What is seen from left to right of a piece that is read from the right: Latin words and figures keep their order. */
function rtlOrder(piece: string): string {
  const reversed = [...piece].reverse().join('');
  return reversed.replace(/[A-Za-z][A-Za-z ]*[A-Za-z]|\d[\d.]*\d/g, (run) => [...run].reverse().join(''));
}

function listOf(language: Language, samples: readonly Sample[]) {
  return anIssue({
    masthead: { language },
    sections: [
      {
        type: 'text',
        body: [
          {
            type: 'list',
            format: 'unordered',
            children: samples.map(([text]) => ({ type: 'list-item', children: [{ type: 'text', text }] })),
          },
        ],
      },
    ],
  });
}
