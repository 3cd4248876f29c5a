import { describe, expect, it } from 'vitest';
import { collapseText } from '../../renderer/src/edition/markup/collapse-whitespace';
import { encodeHeader } from '../../renderer/src/edition/slots/encoders';
import { finishText } from '../../renderer/src/edition/text/finish';
import { setterFor } from '../../renderer/src/view/typography/setter';
import { within } from '../support/slowness.mts';
import { threadTimeOf } from '../support/thread-time';

const length = 100_000;
const pieces = [
  ' ',
  '\t',
  '\n',
  ' \n',
  'a',
  'a@',
  '@',
  'a@a.',
  '1',
  '1 ',
  '1  ',
  '-',
  'a ',
  '«',
  '!',
  'a:',
  'www.',
  '\u00a0',
];
const french = setterFor('fr');

describe('a hundred thousand characters of one piece of text', () => {
  it.each<[string, (text: string) => unknown]>([
    ['set as a line of French', (text) => french.line(text)],
    ['set as paragraphs', (text) => french.paragraphs(text)],
    ['collapsed as HTML', collapseText],
    ['written into a header', encodeHeader],
    ['finished as a text part', (text) => finishText(text, 'ltr')],
    ['finished as an Arabic text part', (text) => finishText(text, 'rtl')],
  ])('are %s in less than 100 ms', async (_what, work) => {
    const most = within(100);
    const slow: string[] = [];
    for (const piece of pieces) {
      const text = `x${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}x\n`;
      const cost = await threadTimeOf(() => work(text), most);
      if (cost >= most) slow.push(`${JSON.stringify(piece)}: ${Math.round(cost)} ms`);
    }
    expect(slow).toEqual([]);
  });
});
