import { createRequire } from 'node:module';
import path from 'node:path';
import { canonicalJson, sha256 } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../support/repository';

type Digests = typeof import('../../../cms/plugin/server/src/editions/content-digest');
const { contentDigest, hasDigest } = createRequire(__filename)(
  path.join(repositoryRoot, 'cms/plugin/dist/cjs/server/src/editions/content-digest.js'),
) as Digests;
type Sources = Parameters<Digests['contentDigest']>[0];

const sender = { name: 'AMANEWS', address: 'a@news.example.test' };
const draft = (words: string[], subject = 'Objet') => ({
  masthead: { brand: { name: 'Al Amana', words }, subject },
  sections: [],
});
function sourcesOf(words: string[], subject?: string): Sources {
  const source = { draft: draft(words, subject), brand: { images: 'linked' }, sender };
  return { shown: source, published: source } as unknown as Sources;
}
/** The digest that approvals had while the words of the house were part of it. */
const earlier = (words: string[]) =>
  sha256(canonicalJson({ version: 1, draft: draft(words), images: 'linked', sender }));

describe('the digest of what is approved', () => {
  const digest = contentDigest(sourcesOf(['forsa'])) ?? '';

  it('does not hang on the words of the house, which no reader gets', () => {
    expect(hasDigest(sourcesOf([]), digest)).toBe(true);
    expect(hasDigest(sourcesOf(['forsa', 'amanews']), digest)).toBe(true);
    expect(hasDigest(sourcesOf(['forsa'], 'Autre objet'), digest)).toBe(false);
  });

  it('of an earlier version holds while the content is what it was', () => {
    expect(earlier(['forsa'])).not.toBe(digest);
    expect(hasDigest(sourcesOf(['forsa']), earlier(['forsa']))).toBe(true);
    expect(hasDigest(sourcesOf(['forsa'], 'Autre objet'), earlier(['forsa']))).toBe(false);
  });

  it('is none while what is shown and what is published differ', () => {
    const { shown } = sourcesOf(['forsa']);
    const { published } = sourcesOf(['forsa'], 'Autre objet');
    expect(contentDigest({ shown, published })).toBeNull();
    expect(hasDigest({ shown, published }, digest)).toBe(false);
  });
});
