import type { Issue } from '@nachra/renderer';

/**
 * The brand as the samples print it, with a sender under a domain that never exists (RFC 2606): whoever installs Nachra
 * puts the institution's own in its place.
 *
 * @param samples the issue in the default language first
 */
export function brandDocument(samples: readonly Issue[]): Record<string, unknown> {
  const [first] = samples;
  if (!first) throw new Error('There is no sample issue to take the brand from.');
  const { brand, title, language } = first.masthead;
  return {
    name: brand.name,
    newsletterTitle: title,
    url: brand.url,
    primaryColour: brand.colours.primary,
    accentColour: brand.colours.accent,
    defaultLanguage: language,
    senderName: title,
    senderAddress: 'amanews@news.example.test',
    replyTo: 'communication@news.example.test',
    listId: 'amanews.news.example.test',
    bounceAddress: 'retours@news.example.test',
    unsubscribeAddress: 'desabonnement@news.example.test',
    wordings: samples.map(({ masthead }) => ({
      language: masthead.language,
      motto: masthead.brand.motto.join('\n'),
      postalAddress: masthead.brand.postalAddress,
      whyReceived: masthead.brand.whyReceived,
      words: masthead.brand.words.join('\n'),
    })),
  };
}
