import { describe, expect, it } from 'vitest';
import { afterEcho, withWritten } from '../../../cms/plugin/admin/src/body/echoes';
import {
  changesOf,
  inLine,
  stored,
  typed,
  type Drafts,
} from '../../../cms/plugin/admin/src/pages/compose/drafts/drafts';
import { canonical } from '../../../cms/plugin/admin/src/model/canonical';
import { keptDrafts, type TextStore } from '../../../cms/plugin/admin/src/pages/compose/drafts/kept-drafts';
import type { Composition } from '../../../cms/plugin/shared/desk';

const article = { type: 'article', documentId: 'a' } as const;

const composition = (revision: number, title: string): Composition => ({
  title: 'AMANEWS',
  issue: {
    ...{ documentId: 'i', number: 242, language: 'fr', stage: 'drafting', revision: 1 },
    form: { subject: 'Objet', sections: [] },
  },
  articles: [{ documentId: 'a', revision, state: 'draft', form: { title } }],
  dashboards: [],
  siblings: [],
  usualKinds: [],
  may: { issue: true, article: true, dashboard: true },
});
const titleIn = (drafts: Drafts) => drafts.articles['a']?.form.title;

describe('what is typed in the composer', () => {
  it('stays when an answer comes that was asked for before the save that is done by now', () => {
    const typing = typed(inLine(null, composition(1, 'Avant'), {}), article, { title: 'Après' });
    const saved = stored(typing, article, { title: 'Après' }, 2);
    const late = inLine(saved, composition(1, 'Avant'), {});
    expect(titleIn(late)).toBe('Après');
    expect(late.articles['a']).toMatchObject({ revision: 2 });
    const next = inLine(late, composition(2, 'Après'), {});
    expect([titleIn(next), changesOf(next.articles['a']!)]).toEqual(['Après', {}]);
    expect(titleIn(inLine(next, composition(3, 'D’une collègue'), {}))).toBe('D’une collègue');
  });
});

describe('what a database gives back in another order of its keys', () => {
  const [sent, back] = [
    [{ type: 'paragraph', children: [{ type: 'text', text: 'x' }] }],
    [{ children: [{ text: 'x', type: 'text' }], type: 'paragraph' }],
  ];

  it('is the same to the editors, and nothing that was typed', () => {
    expect(canonical(back)).toBe(canonical(sent));
    expect(canonical([{ b: 1 }, { a: 1 }])).not.toBe(canonical([{ a: 1 }, { b: 1 }]));
    expect(canonical({ a: [1, 2] })).not.toBe(canonical({ a: [2, 1] }));
    expect(changesOf({ revision: 1, saved: { body: back }, form: { body: sent } })).toEqual({});
    expect(Object.keys(changesOf({ revision: 1, saved: { body: back }, form: { body: [] } }))).toEqual([
      'body',
    ]);
  });
});

/** What a browser's storage does, with the room that a test gives it. */
class Shelf implements TextStore {
  private readonly held = new Map<string, string>();
  constructor(private readonly room = Infinity) {}
  get length(): number {
    return this.held.size;
  }
  key(at: number): string | null {
    return [...this.held.keys()][at] ?? null;
  }
  getItem(key: string): string | null {
    return this.held.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (value.length > this.room) throw new DOMException('QuotaExceededError');
    this.held.set(key, value);
  }
  removeItem(key: string): void {
    this.held.delete(key);
  }
}

describe('what a browser keeps of what is typed', () => {
  const titles = (shelf: TextStore, person = '7') =>
    Object.values(keptDrafts(person, () => shelf).read()).map(({ changes }) => changes['title']);

  it('is apart for two windows: the save of one leaves the other’s typing alone', () => {
    const shelf = new Shelf();
    const [one, two] = [keptDrafts('7', () => shelf), keptDrafts('7', () => shelf)];
    one.keep('article/a', 1, { title: 'Dans l’une' });
    two.keep('article/a', 1, { title: 'Dans l’autre' });
    one.keep('article/a', 1, { title: 'Dans l’une encore' });
    one.forget('article/a');
    expect(titles(shelf)).toEqual(['Dans l’autre']);
    two.forget('article/a');
    expect(shelf).toHaveLength(0);
  });

  it('is taken over by the page that reads it, and gone once that has saved', () => {
    const shelf = new Shelf();
    keptDrafts('7', () => shelf).keep('article/a', 1, { title: 'Avant la coupure' });
    const next = keptDrafts('7', () => shelf);
    expect(next.read()).toMatchObject({
      'article/a': { revision: 1, changes: { title: 'Avant la coupure' } },
    });
    next.keep('article/a', 1, { title: 'Après' });
    expect(titles(shelf)).toEqual(['Après']);
    next.forget('article/a');
    expect(shelf).toHaveLength(0);
  });

  it('is not forgotten by a page that has not read it, nor read by another person', () => {
    const shelf = new Shelf();
    const open = keptDrafts('7', () => shelf);
    keptDrafts('7', () => shelf).keep('issue/i', 1, { title: 'Plus tard' });
    open.forget('issue/i');
    expect(titles(shelf)).toEqual(['Plus tard']);
    expect([titles(shelf, '77'), titles(shelf, '8')]).toEqual([[], []]);
  });

  it('is said not to be kept where there is no room', () => {
    const kept = keptDrafts('7', () => new Shelf(10));
    kept.keep('article/a', 1, { title: 'Trop long' });
    expect(kept.isKeeping()).toBe(false);
  });
});

describe('the values that an editor is handed', () => {
  it('are its own as they come back in their order, and from outside when an earlier one is brought back', () => {
    const written = ['a', 'ab', 'abc'].reduce<readonly string[]>(withWritten, []);
    const rest = afterEcho(written, 'ab');
    expect(rest).toEqual(['abc']);
    const none = afterEcho(rest ?? [], 'abc');
    expect(none).toEqual([]);
    // An arrangement is taken back, and what was typed since with it.
    expect(afterEcho(withWritten(none ?? [], 'abcd'), 'abcd')).toEqual([]);
    expect(afterEcho([], 'abc')).toBeNull();
  });
});
