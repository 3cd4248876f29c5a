import type { Core } from '@strapi/strapi';
import type { AnswerOf, LiveStand, RequestOf } from '../../../shared/desk';
import { lockedStages } from '../../../shared/stages';
import { uids } from '../../../shared/uids';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { articleSchema } from '../content/documents/article';
import { usages } from '../content/documents/usages';
import { aloneInMail, alonePlaces } from '../editions/alone-in-mail';
import type { LiveRendering } from '../editions/editions';
import { articleRow } from '../editions/live/lay-over';
import { locateFindings } from '../editions/obstacles';
import type { IssueDraft } from '../editions/to-issue';
import type { Desk } from './desk';
import { liveMailOf, liveNotes } from './live-mail';
import type { LiveTurns } from './live-turns';
import { mayReadDocument } from './may-edit';

type Asked = RequestOf<'showLiveDocument'>['body'];
type Dependencies = Pick<Desk, 'editions' | 'setAsides' | 'issues' | 'readBrand' | 'publicUrl' | 'now'>;

/** A rendering, and where in it the document stands. */
interface Shown {
  rendering: LiveRendering;
  stand: LiveStand;
}

/** How many issues are offered at most: those before have long been sent. */
const mostIssues = 12;

/**
 * Shows an article or a dashboard of the content manager while it is written: in the mail of an issue that contains it, for whoever may
 * read that issue, and else in a mail of its own, which holds nothing but what the person has in her form.
 */
export function openLiveDocument(strapi: Core.Strapi, desk: Dependencies, inTurn: LiveTurns) {
  const { editions, setAsides, publicUrl } = desk;

  async function inIssue(
    { documentId, issue, document }: Asked,
    issues: LiveStand['issues'],
  ): Promise<Shown | null> {
    const chosen = issues.find((one) => one.documentId === issue) ?? issues[0];
    if (chosen === undefined || documentId === null) return null;
    const overlay =
      document.type === 'article'
        ? { articles: { [documentId]: document.form }, dashboards: {} }
        : { articles: {}, dashboards: { [documentId]: document.form } };
    const rendering = await editions.live(chosen.documentId, { issue: {}, ...overlay });
    const place = rendering && placeIn(rendering.draft, documentId);
    return rendering && place ? { rendering, stand: { issue: chosen, issues, place } } : null;
  }

  async function alone({ documentId, language, document }: Asked): Promise<Shown> {
    const id = documentId ?? 'unsaved';
    const { draft } = await aloneInMail(desk, {
      section: await sectionOf(strapi, id, document),
      language,
      subject: document.form.title ?? undefined,
      preheader: (document.type === 'article' && document.form.standfirst) || undefined,
    });
    const rendering = await editions.liveOf(draft);
    return { rendering, stand: { issue: null, issues: [], place: alonePlaces[document.type] } };
  }

  /** @throws {Refusal} `DOCUMENT_FORBIDDEN` */
  return async (asked: Asked, person: Person): Promise<AnswerOf<'showLiveDocument'>> => {
    const shown = await inTurn(person, `${asked.documentId ?? ''}/${asked.page}`, async () => {
      await assertMayRead(strapi, asked, person);
      return (await inIssue(asked, await issuesFor(strapi, asked, person))) ?? alone(asked);
    });
    if (shown === null) return { mail: null, stand: null };
    const { rendering, stand } = shown;
    const issue = stand.issue?.documentId ?? null;
    const found = locateFindings(rendering.edition?.findings ?? [], {
      draft: rendering.draft,
      documentId: issue,
    });
    const judged = issue === null ? found.map(asItIs) : await setAsides.among(issue, found);
    const notes = liveNotes(rendering, judged, issue, person).filter(({ at }) => isWithin(at, stand.place));
    return { mail: liveMailOf(rendering, notes, publicUrl), stand };
  };
}

async function assertMayRead(
  strapi: Core.Strapi,
  { documentId, document: { type } }: Asked,
  person: Person,
): Promise<void> {
  const uid = uids[type];
  const may =
    documentId === null
      ? person.mayCreate(uid)
      : await mayReadDocument(strapi, person.ability, { uid, documentId });
  if (!may) throw new Refusal('DOCUMENT_FORBIDDEN', {});
}

/** The issues that contain the document and that the person may read: in its language first, those that can still change, the newest. */
async function issuesFor(
  strapi: Core.Strapi,
  { documentId, language, document: { type } }: Asked,
  { mayRead, ability }: Person,
): Promise<LiveStand['issues']> {
  if (documentId === null || !mayRead(uids.issue, 'number')) return [];
  const rank = (usage: { language: string; stage: (typeof lockedStages)[number] }): number =>
    (type === 'dashboard' || usage.language === language ? 0 : 2) +
    (lockedStages.includes(usage.stage) ? 1 : 0);
  const found = (await usages(strapi, type, [documentId]))
    .sort((one, two) => rank(one) - rank(two))
    .slice(0, mostIssues);
  const may = await Promise.all(
    found.map(({ issue }) => mayReadDocument(strapi, ability, { uid: uids.issue, documentId: issue })),
  );
  return found
    .filter((_, at) => may[at])
    .map(({ issue, number, language: own }) => ({ documentId: issue, number, language: own }));
}

async function sectionOf(strapi: Core.Strapi, documentId: string, document: Asked['document']) {
  if (document.type === 'article') {
    const article = articleSchema.parse(await articleRow(strapi, documentId, document.form));
    return {
      __component: 'newsletter-section.articles' as const,
      heading: undefined,
      layout: 'lead',
      articles: [article],
    };
  }
  const { title, asOf, figures } = document.form;
  const dashboard = { documentId, title: title ?? undefined, asOf: asOf ?? undefined, figures };
  return { __component: 'newsletter-section.dashboard' as const, heading: undefined, dashboard };
}

/** Where a document stands in a draft first; null where it does not. Pure. */
function placeIn({ sections }: IssueDraft, documentId: string): string | null {
  const idOf = (one: unknown): unknown => (one as { id?: unknown } | undefined)?.id;
  for (const [at, { articles, dashboard }] of sections.entries()) {
    if (idOf(dashboard) === documentId) return `sections[${at}].dashboard`;
    const nth = Array.isArray(articles) ? articles.findIndex((one) => idOf(one) === documentId) : -1;
    if (nth >= 0) return `sections[${at}].articles[${nth}]`;
  }
  return null;
}

function isWithin(at: string, place: string): boolean {
  return at === place || at.startsWith(`${place}.`) || at.startsWith(`${place}[`);
}

/** Of a mail that is none of an issue nothing can be set aside. */
function asItIs<Found extends { maySetAside: boolean }>(found: Found): Found {
  return { ...found, maySetAside: false };
}
