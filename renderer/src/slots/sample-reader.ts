import type { Reader } from '../edition';
import type { Language } from '../issue/primitives';
import { wordsOf } from '../words/words';

/** A reader for previews and for the command line; `example.test` reaches nobody (RFC 6761). */
export function sampleReader(language: Language, links: Partial<Reader> = {}): Reader {
  return {
    ...wordsOf(language).sampleReader,
    unsubscribeUrl: 'https://news.example.test/unsubscribe/sample',
    viewUrl: 'https://news.example.test/issues/sample',
    ...links,
  };
}
