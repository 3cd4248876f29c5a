import type { Issue } from '../../contract/issue';
import { problemText } from '../../view/emails/problem-text';
import type { PlacedFinding, Studio } from './studio';
import type { Trouble } from './trouble';
import type { UiLanguage } from './page-words';
import type { Direction } from '../../contract/primitives';

/** The event for the page after a change. */
interface LookMessage {
  /** Part of the frames' addresses; changes with every rendering. */
  stamp: string;
  /** When the change was noticed, ms since 1970; null for the first event. */
  since: number | null;
  trouble: (Omit<Trouble, 'problems'> & { problems: { path: string; message: string }[] }) | null;
  /** Null as long as no rendering was successful. */
  edition: {
    from: string;
    subject: string;
    preheader: string;
    kib: number;
    language: string;
    direction: Direction;
    sections: { anchor: string; title: string }[];
  } | null;
  editions: { file: string; label: string; current: boolean }[];
}

/** The event for the page after the preflight. */
interface FindingsMessage {
  stamp: string;
  findings: PlacedFinding[];
}

export async function lookMessage(
  studio: Studio,
  name: string,
  language: UiLanguage,
  since: number | null,
): Promise<LookMessage> {
  const { version, trouble } = await studio.look(name);
  const rendered = await studio.last(name);
  const samples = await studio.samples();
  return {
    stamp: String(version),
    since,
    trouble: trouble && {
      ...trouble,
      problems: trouble.problems.map((problem) => ({
        path: problem.path,
        message: problemText(problem, language),
      })),
    },
    edition: rendered && {
      from: rendered.issue.masthead.brand.name,
      subject: rendered.edition.subject,
      preheader: rendered.edition.preheader,
      kib: Math.round(rendered.edition.sizeBytes / 102.4) / 10,
      language: rendered.edition.language,
      direction: rendered.edition.direction,
      sections: sectionsOf(rendered.issue, rendered.edition.html),
    },
    editions: await Promise.all(
      samples.map(async (sample) => {
        const language = sample.language ?? (await studio.languageOf(sample.name));
        return {
          file: sample.name,
          label: language?.toUpperCase() ?? sample.name,
          current: sample.name === name,
        };
      }),
    ),
  };
}

export async function findingsMessage(
  studio: Studio,
  name: string,
  language: UiLanguage,
  version: string,
): Promise<FindingsMessage> {
  return { stamp: `${version}.1`, findings: await studio.findings(name, language) };
}

/** The sections of an issue for navigation in a long mail, if the mail has anchors for them. */
function sectionsOf(issue: Issue, html: string): { anchor: string; title: string }[] {
  return issue.sections.flatMap((section, at) => {
    const articles = section.type === 'articles' ? section.articles : [];
    const heading = 'heading' in section ? section.heading : undefined;
    const own = { anchor: `s${at + 1}`, title: heading ?? '' };
    const first = { anchor: `s${at + 1}a1`, title: articles[0]?.title ?? '' };
    const there = [own, first].find(({ anchor, title }) => title !== '' && html.includes(` id="${anchor}"`));
    return there ? [there] : [];
  });
}
