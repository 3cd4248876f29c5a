import type { Edition } from '@nachra/renderer';
import { z } from 'zod';
import { languages, type Language } from '../language';
import type { Ledger, Statements } from '../ledger';

/** An edition as it comes back from the ledger's JSON: the fields of the renderer's `Edition`, none left to trust. */
const editionSchema: z.ZodType<Edition> = z.object({
  hash: z.string(),
  language: z.enum(languages),
  direction: z.enum(['ltr', 'rtl']),
  number: z.number(),
  title: z.string(),
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  slots: z.object({
    nonce: z.string(),
    names: z.array(z.enum(['greeting', 'address', 'unsubscribeUrl', 'viewUrl'])),
  }),
  greeting: z.object({ named: z.tuple([z.string(), z.string()]), unnamed: z.string() }),
  // Editions frozen before charts came have none.
  assets: z
    .array(
      z.object({
        name: z.string(),
        type: z.literal('image/png'),
        contentId: z.string(),
        sha256: z.string(),
        width: z.number(),
        height: z.number(),
        base64: z.string(),
      }),
    )
    .default([]),
  sizeBytes: z.number(),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(['error', 'warning']),
      place: z.string(),
      message: z.string(),
      remedy: z.string(),
    }),
  ),
});

/** Writes one edition per language. Called once, inside the transaction that freezes the campaign. */
export async function freezeEditions(
  statements: Statements,
  campaign: number,
  editions: Partial<Record<Language, Edition>>,
): Promise<void> {
  for (const language of languages) {
    const edition = editions[language];
    if (!edition) continue;
    await statements.run('INSERT INTO edition (campaign_id, language, hash, content) VALUES (?, ?, ?, ?)', [
      campaign,
      language,
      edition.hash,
      JSON.stringify(edition),
    ]);
  }
}

/** The frozen edition of a campaign in one language: what was sent, and what archive and public page show. Null when there is none. */
export async function editionOfCampaign(
  ledger: Ledger,
  campaignId: string,
  language: Language,
): Promise<Edition | null> {
  const [row] = await ledger.rows<{ content: string }>(
    'SELECT e.content FROM edition e JOIN campaign c ON c.id = e.campaign_id WHERE c.uid = ? AND e.language = ?',
    [campaignId, language],
  );
  return row ? editionSchema.parse(JSON.parse(row.content)) : null;
}
