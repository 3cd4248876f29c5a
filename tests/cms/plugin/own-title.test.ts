import type { Body } from '@nachra/renderer';
import { expect, it } from 'vitest';
import { withoutTitle } from '../../../cms/plugin/admin/src/body/paste/own-title';

const text = (value: string) => ({ type: 'text' as const, text: value });
const heading = (value: string): Body[number] => ({ type: 'heading', level: 3, children: [text(value)] });
const paragraph = (value: string): Body[number] => ({ type: 'paragraph', children: [text(value)] });
const rest = [paragraph('Elle passe chaque mardi au souk.')];

it.each([
  [heading('Une agence mobile à Tiznit'), 'Une agence mobile à Tiznit'],
  [paragraph('« UNE AGENCE MOBILE, à Tiznit »'), 'Une agence mobile à Tiznit'],
  [heading('L’agence – Tiznit'), "L'agence - Tiznit"],
  [paragraph('وكالة متنقلة في تيزنيت'), 'وكالة متنقلة في تيزنيت '],
])('leaves out the title of a document that was pasted: %j', (first, title) => {
  expect(withoutTitle([first, ...rest], title)).toEqual(rest);
});

it.each<[Body[number], string]>([
  [heading('Une agence'), 'Une agence mobile à Tiznit'],
  [heading('—'), ''],
  [{ type: 'list', format: 'unordered', children: [] }, 'Une agence'],
])('leaves everything where the document begins with something else: %j', (first, title) => {
  expect(withoutTitle([first, ...rest], title)).toBeNull();
});
