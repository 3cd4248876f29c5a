import { InvalidIssueError, parseIssue, type Issue, type IssueProblem } from '@nachra/renderer';
import { keysOf } from '../place-of';
import type { IssueDraft } from '../to-issue';

/** As much of a draft as can be shown, and what keeps the rest from it. */
interface AsFarAs {
  /** Null where nothing can be shown. */
  issue: Issue | null;
  /** Of the draft as it came. */
  problems: readonly IssueProblem[];
}

type Node = Record<string | number, unknown>;
type Keys = readonly (string | number)[];

/** What stands where something is still to be written. */
const gap = '…';
/** Each pass mends all problems of the one before it; what a piece hides below itself takes a few. */
const mostPasses = 12;
const gapBody = [{ type: 'paragraph', children: [{ type: 'text', text: gap }] }];
const anyDay = '2000-01-01';
const standIns: Readonly<Record<string, unknown>> = {
  'masthead.title': gap,
  'masthead.number': 1,
  'masthead.subject': gap,
  'masthead.publicationDate': anyDay,
  'masthead.period': { label: gap, from: anyDay, to: anyDay },
  'masthead.period.label': gap,
  'masthead.period.from': anyDay,
  // A period that ends before it begins is one of a day.
  'masthead.period.to': null,
  'masthead.brand.name': gap,
  'masthead.brand.postalAddress': gap,
  'masthead.brand.whyReceived': gap,
};

/**
 * Makes an issue of a draft that is not complete, so that whoever writes it sees what there is. What is missing has a mark of three
 * points, an event without a day is shown as news, a section with nothing in it by its heading; smaller pieces are left out.
 * Sections and articles all stay in their places, so that the paths of both are the same. For the eyes of editors only: an edition
 * is made of a whole issue. Pure.
 */
export function asFarAsShown(draft: IssueDraft): AsFarAs {
  const first = read(draft);
  if (first.issue !== null) return first;
  const mended = structuredClone(draft) as unknown as Node;
  let { problems } = first;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    // Places of later entries first: to leave one out moves those behind it.
    for (const { path } of [...problems].reverse()) mend(mended, keysOf(path));
    const next = read(mended);
    if (next.issue !== null) return { issue: next.issue, problems: first.problems };
    ({ problems } = next);
  }
  return { issue: null, problems: first.problems };
}

function read(draft: unknown): AsFarAs {
  try {
    return { issue: parseIssue(draft), problems: [] };
  } catch (error) {
    if (error instanceof InvalidIssueError) return { issue: null, problems: error.problems };
    throw error;
  }
}

function mend(draft: Node, keys: Keys): void {
  const [area, at, part, which, field] = keys;
  if (area === 'masthead') {
    const name = keys.join('.');
    const period = (draft['masthead'] as Node)['period'] as Node;
    if (name in standIns) return put(draft, keys, standIns[name] ?? period['from']);
    return leaveOut(draft, keys);
  }
  if (area !== 'sections') return;
  const sections = list(draft, 'sections');
  if (typeof at !== 'number') return void (draft['sections'] = [emptySection(undefined)]);
  const section = sections[at] as Node;
  if (part === 'articles' && typeof which === 'number') {
    const articles = list(section, 'articles');
    return void (articles[which] = mendedArticle(articles[which] as Node, keys.slice(4), field));
  }
  // The piece that makes the section what it is: without it there is only its heading.
  if (keys.length <= 3 && part !== 'heading' && part !== 'layout' && part !== 'url' && part !== 'attribution')
    return void (sections[at] = emptySection(section['heading']));
  leaveOut(draft, keys);
}

/** An article as far as it can be shown: never left out, for its place would be that of the next one. */
function mendedArticle(article: Node, keys: Keys, field: string | number | undefined): Node {
  if (field === 'title') return { ...article, title: gap };
  if (field === 'kind' || field === 'start' || field === 'date' || field === 'governingBody') {
    const { id, title, standfirst, body, images, callToAction } = article;
    return { kind: 'company-news', id, title, standfirst, body, images, callToAction };
  }
  leaveOut(article, keys);
  return article;
}

function emptySection(heading: unknown): Node {
  const text = typeof heading === 'string' && heading.trim() !== '' ? heading : undefined;
  return { type: 'text', heading: text, body: gapBody };
}

/** Takes away what stands at a path; where nothing stands there, or it is all that its owner is made of, the owner. */
function leaveOut(root: Node, keys: Keys): void {
  const parent = keys.slice(0, -1).reduce<unknown>((node, key) => (node as Node | undefined)?.[key], root);
  const last = keys.at(-1);
  if (parent === null || typeof parent !== 'object' || last === undefined) {
    if (keys.length > 1) leaveOut(root, keys.slice(0, -1));
    return;
  }
  if (Array.isArray(parent) && typeof last === 'number') parent.splice(last, 1);
  else if ((parent as Node)[last] !== undefined && !isEmptyList((parent as Node)[last]))
    delete (parent as Node)[last];
  else if (keys.length > 1) leaveOut(root, keys.slice(0, -1));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function put(root: Node, keys: Keys, value: unknown): void {
  const owner = keys.slice(0, -1).reduce<Node>((node, key) => (node[key] ??= {}) as Node, root);
  owner[keys.at(-1) ?? ''] = value;
}

function list(node: Node, key: string): unknown[] {
  return (node[key] ??= []) as unknown[];
}
