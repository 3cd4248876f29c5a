import { join } from 'node:path';
import { findingText } from '../preflight/finding-text';
import { issueMjml, renderIssue } from '../render-issue';
import { personalise, sampleReader } from '../edition/slots/personalise';
import { findingsCount, findingsExit, findingsText } from './findings-text';
import { type Print, assetFolder } from './command';
import { readIssue } from './read-issue';
import { writeFiles } from './write-files';

/**
 * `nachra render FILE --out DIR`: writes `index.html` and `index.txt` (slots filled in for the sample reader), `issue.mjml`
 * (slots left open), `report.json`, and charts and ornaments in `assets/`. Everything is rendered before a file is written.
 */
export async function renderCommand(file: string, directory: string, print: Print): Promise<number> {
  const issue = await readIssue(file);
  const images = { mode: 'linked', assetBase: assetFolder } as const;
  const edition = await renderIssue(issue, { images });
  const { html, text } = personalise(edition, sampleReader(edition.language));
  const { language, subject, preheader, hash, sizeBytes, slots, assets, findings } = edition;
  const report = {
    subject,
    preheader,
    hash,
    size: { html: sizeBytes, text: Buffer.byteLength(edition.text) },
    slots: slots.names,
    assets: assets.map(({ base64, ...asset }) => ({ ...asset, bytes: Buffer.byteLength(base64, 'base64') })),
    findings: findings.map((finding) => {
      const { rule, severity, place } = finding;
      return { rule, severity, place, ...findingText(finding, language) };
    }),
  };
  const files: Record<string, string | Buffer> = {
    'index.html': html,
    'index.txt': text,
    'issue.mjml': issueMjml(issue, { images }),
    'report.json': `${JSON.stringify(report, null, 2)}\n`,
    ...Object.fromEntries(
      assets.map(({ name, base64 }) => [join(assetFolder, name), Buffer.from(base64, 'base64')]),
    ),
  };
  await writeFiles(directory, files);
  print.out(
    `${findingsText(findings, language)}${subject}: ${(sizeBytes / 1024).toFixed(1)} KiB of HTML, ${findingsCount(findings)}\n`,
  );
  print.out(`Written to ${directory}: ${Object.keys(files).join(', ')}\n`);
  return findingsExit(findings);
}
