import type { Asset, Edition } from '../../contract/edition';
import type { Finding } from '../../contract/finding';
import type { Issue } from '../../contract/issue';
import type { Language } from '../../contract/primitives';
import { RendererError } from '../../errors';
import { findingText, type FindingText } from '../../preflight/finding-text';
import { checkEdition } from '../../preflight/deep/check-edition';
import { renderIssue } from '../../render-issue';
import { personalise, sampleReader } from '../../edition/slots/personalise';
import { forgetEmails } from '../../edition/templates/forget-emails';
import { markPlaces } from '../marks/mark-places';
import type { Shown } from '../renditions/show-rendition';
import type { Sample } from './samples';
import { troubleOf, type Trouble } from './trouble';
import type { UiLanguage } from './page-words';

/** The rendering of a sample at one moment. */
interface Look {
  /** Grows with every change, and is part of the frames' addresses. */
  version: number;
  /** Null while the sample or a template is broken; `last` still returns the previous rendering. */
  rendered: Rendered | null;
  trouble: Trouble | null;
}

interface Rendered {
  issue: Issue;
  edition: Edition;
  shown: Shown;
}

/** A finding in a language, and whether its place can be shown in the mail. */
export interface PlacedFinding extends Pick<Finding, 'rule' | 'severity' | 'place'>, FindingText {
  found: boolean;
}

/** Samples, rendered with the templates as they are now. */
export interface Studio {
  samples(): Promise<Sample[]>;
  /** A sample's language, from its contents; null if it cannot be read. */
  languageOf(name: string): Promise<Language | null>;
  /** Drops what was read and rendered, after files have changed; `emails` are the paths below `@nachra/emails`. */
  change(emails: readonly string[]): void;
  look(name: string): Promise<Look>;
  /** The newest successful rendering of a sample. */
  last(name: string): Promise<Rendered | null>;
  /** The full preflight of a sample, in the page's language. Takes as long as a rendering. */
  findings(name: string, language: UiLanguage): Promise<PlacedFinding[]>;
  /** The mail with marks for the findings that are known so far, which may be those of the previous rendering. */
  marked(name: string): Promise<Shown | null>;
  asset(name: string): Asset | null;
}

interface StudioPorts {
  samples(): Promise<Sample[]>;
  readIssue(path: string): Promise<Issue>;
}

const none: Finding[] = [];

/** The path of the drawn pictures. */
const assetBase = '/assets';

export function openStudio(ports: StudioPorts): Studio {
  const looks = new Map<string, Promise<Look>>();
  const lasts = new Map<string, Rendered>();
  const known = new Map<string, Finding[]>();
  /** Marked mails by sample, because nine frames need the same one. */
  const markings = new Map<string, { of: Rendered; findings: readonly Finding[]; shown: Shown }>();
  const assets = new Map<string, Asset>();
  let version = 1;

  const pathOf = async (name: string) => {
    const sample = (await ports.samples()).find((one) => one.name === name);
    return sample?.path ?? null;
  };

  async function render(name: string): Promise<Look> {
    const at = version;
    try {
      const path = await pathOf(name);
      if (path === null) throw new RendererError('INPUT_UNREADABLE', `There is no sample “${name}”.`);
      const issue = await ports.readIssue(path);
      const edition = await renderIssue(issue, { images: { mode: 'linked', assetBase } });
      const { html, text } = personalise(edition, sampleReader(edition.language));
      const { language, direction } = edition;
      const rendered = { issue, edition, shown: { html, text, language, direction } };
      for (const asset of edition.assets) assets.set(asset.name, asset);
      if (at === version) lasts.set(name, rendered);
      return { version: at, rendered, trouble: null };
    } catch (error) {
      return { version: at, rendered: null, trouble: troubleOf(error) };
    }
  }

  function look(name: string): Promise<Look> {
    const there = looks.get(name) ?? render(name);
    looks.set(name, there);
    return there;
  }

  async function siblingsOf(name: string, issue: Issue): Promise<Issue[]> {
    const others = (await ports.samples()).filter((sample) => sample.name !== name);
    const read = await Promise.all(others.map(({ path }) => ports.readIssue(path).catch(() => null)));
    const { number, language } = issue.masthead;
    return read.flatMap((other) =>
      other?.masthead.number === number && other.masthead.language !== language ? [other] : [],
    );
  }

  const last = async (name: string) => (await look(name)).rendered ?? lasts.get(name) ?? null;

  return {
    samples: () => ports.samples(),
    async languageOf(name) {
      const rendered = lasts.get(name);
      if (rendered) return rendered.edition.language;
      const path = await pathOf(name);
      const issue = path === null ? null : await ports.readIssue(path).catch(() => null);
      return issue?.masthead.language ?? null;
    },
    look,
    last,
    asset: (name) => assets.get(name) ?? null,
    change(emails) {
      version++;
      looks.clear();
      forgetEmails(emails);
    },

    async findings(name, language) {
      const rendered = await last(name);
      if (!rendered) return [];
      const { issue, edition, shown } = rendered;
      const findings = await checkEdition(issue, edition, {
        siblings: await siblingsOf(name, issue),
      });
      known.set(name, findings);
      const { found } = markPlaces(shown.html, issue, findings);
      return findings.map((finding, index) => {
        const { rule, severity, place } = finding;
        const text = findingText(finding, language);
        return { rule, severity, place, ...text, found: found[index] === true };
      });
    },

    async marked(name) {
      const rendered = await last(name);
      if (!rendered) return null;
      const findings = known.get(name) ?? none;
      const there = markings.get(name);
      if (there?.of === rendered && there.findings === findings) return there.shown;
      const { html } = markPlaces(rendered.shown.html, rendered.issue, findings);
      const shown = { ...rendered.shown, html };
      markings.set(name, { of: rendered, findings, shown });
      return shown;
    },
  };
}
