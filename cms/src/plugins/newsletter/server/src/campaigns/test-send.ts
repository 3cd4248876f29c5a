import { createSmtpTransport, sendTest, type DkimKey, type SmtpSettings } from '@nachra/delivery';
import type { TestSendResponse } from '../../../shared/desk';
import type { AssetStore } from '../editions/asset-store';
import type { Editions } from '../editions/editions';
import { obstaclesOf } from '../editions/obstacles';
import { Refusal } from '../refusal';
import { issueUnknown } from '../stages/stages';
import type { DeskLanguage } from '../words';
import { senderOf } from './sender';

/** What a test send is handed. */
export interface TestSendDependencies {
  editions: Editions;
  assets: Pick<AssetStore, 'keep'>;
  smtp: SmtpSettings | null;
  dkim: readonly DkimKey[];
  publicUrl: string;
  linkSecret: string;
  now: () => Date;
}

/**
 * Sends the issue as it stands in the drafts to a few addresses, over a connection of its own: in no ledger, in no
 * statistic, and without the worker, so that it works before the first campaign and while one is running.
 *
 * @throws {Refusal} `ISSUE_UNKNOWN`, `ISSUE_INVALID`, `SENDER_INCOMPLETE`, `SMTP_MISSING`, `SMTP_TROUBLE`
 */
export async function testSend(
  dependencies: TestSendDependencies,
  documentId: string,
  addresses: readonly string[],
  language: DeskLanguage,
): Promise<TestSendResponse> {
  const { editions, assets, smtp, dkim, publicUrl, linkSecret, now } = dependencies;
  const rendering = await editions.ofIssue(documentId, 'draft');
  if (rendering === null) throw issueUnknown();
  const { edition, problems, draft, brand } = rendering;
  if (edition === null) {
    throw new Refusal('ISSUE_INVALID', 409, (words) =>
      words.refusedBecause(obstaclesOf(problems, draft, language)),
    );
  }
  const sender = senderOf(brand, publicUrl);
  if (smtp === null) throw smtpMissing();
  const transport = createSmtpTransport(smtp);
  try {
    const state = await transport.verify();
    if (!state.ok) {
      throw new Refusal('SMTP_TROUBLE', 502, (words) =>
        words.smtpTrouble(smtp.host, state.trouble, state.reply),
      );
    }
    await assets.keep(edition);
    const results = await sendTest({
      edition,
      addresses: [...addresses],
      sender,
      transport,
      publicUrl,
      secret: linkSecret,
      dkim,
      now: now(),
    });
    return { results };
  } finally {
    await transport.close();
  }
}

/** The refusal of anything that needs a mail server, when none is set. */
export function smtpMissing(): Refusal {
  return new Refusal('SMTP_MISSING', 409, (words) => words.smtpMissing());
}
