import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { judgedEditions, type JudgedEdition } from '../support/editions';
import { describeWith, java } from '../support/requires';

/** Path of the checker's JAR file; the package has no types. */
const vnu = createRequire(__filename)('vnu-jar') as string;

/** Messages of the Nu checker about markup that a mail needs anyway. */
const meant: { message: RegExp; why: string }[] = [
  {
    message: /“mso-[\w-]+”/,
    why: 'Outlook’s Word engine reads line heights and table gaps from properties of its own',
  },
  { message: /“xmlns:[vo]”/, why: 'Outlook reads VML and Office settings in these namespaces' },
  { message: /“supported-color-schemes”/, why: 'Apple Mail’s older name for color-scheme' },
  // Word 2007 and later lay a mail out with presentational attributes, which the standard calls obsolete.
  {
    message: /attribute on the “(table|tr|td|th|caption|img)” element is obsolete/,
    why: 'Outlook supports no CSS for it',
  },
];

describeWith([java])('the Nu checker', () => {
  let editions: JudgedEdition[];
  beforeAll(async () => {
    editions = await judgedEditions();
  });

  it('finds nothing in any edition except what a mail needs', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nachra-nu-'));
    const files = editions.map(({ name, html }) => {
      const file = path.join(folder, `${name.replaceAll(/[^\w.]+/g, '-')}.html`);
      writeFileSync(file, html);
      return file;
    });
    const { stderr } = spawnSync('java', ['-Xss2m', '-jar', vnu, '--format', 'json', ...files], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    rmSync(folder, { recursive: true, force: true });
    const { messages } = JSON.parse(stderr) as {
      messages: { url: string; message: string; extract?: string }[];
    };
    const found = messages
      .filter(({ message }) => !meant.some((exception) => exception.message.test(message)))
      .map(({ url, message, extract = '' }) => `${path.basename(url)}: ${message} ${extract.slice(0, 120)}`);
    expect(found).toEqual([]);
  });
});
