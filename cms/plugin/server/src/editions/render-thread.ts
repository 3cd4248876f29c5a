import {
  checkEdition,
  issueRenderer,
  misspeltWords,
  placesInMail,
  showRendition,
  spellingOf,
  withPlaces,
  type Comparison,
  type Edition,
  type Finding,
  type ImagesOption,
  type Issue,
  type IssueProblem,
  type Language,
  type PlaceInMail,
  type RenditionName,
  type RenditionOptions,
  type Shown,
} from '@nachra/renderer';
import { asFarAsShown } from './live/as-far-as';
import type { IssueDraft } from './to-issue';

/** What is shown of a draft while somebody writes it. */
export interface LiveEdition {
  /** What keeps it from being an issue, as many as a person reads. */
  problems: readonly IssueProblem[];
  /** Its HTML with the marks of `withPlaces`; null where nothing can be shown. */
  edition: Edition | null;
}

/** In which language words are looked up, and what is right in it besides the dictionary. */
interface WordsTask {
  language: Language;
  own: { words: readonly string[]; names: readonly string[] };
}

/** What the render pool does for the CMS. */
export interface RenderTasks {
  render(task: { issue: Issue; images: ImagesOption }): Promise<Edition>;
  /** Renders a draft, as far as it can be shown, for the screen of whoever writes it. */
  live(task: { draft: IssueDraft; images: ImagesOption }): Promise<LiveEdition>;
  check(task: { issue: Issue; edition: Edition; comparison: Comparison }): Promise<Finding[]>;
  /** Which pieces of a mail are made of which fields. */
  places(task: { html: string; issue: Issue }): Promise<PlaceInMail[]>;
  show(task: { shown: Shown; rendition: RenditionName; options: RenditionOptions }): Promise<string>;
  /** The misspelt ones of some words. */
  lookUp(task: WordsTask & { words: readonly string[] }): ReturnType<typeof misspeltWords>;
  /** What may be meant by a word. */
  suggest(task: WordsTask & { word: string }): ReturnType<typeof spellingOf>;
}

/** A task, by name. `ready` does nothing: it ends once the thread has loaded this file. */
export type NamedTask =
  | { name: 'ready' }
  | {
      [Name in keyof RenderTasks]: { name: Name; task: Parameters<RenderTasks[Name]>[0] };
    }[keyof RenderTasks];

// Most of what the desk asks for is an issue in which one article has changed.
const render = issueRenderer();

/** What a thread runs, one task at a time. */
export default function perform(given: NamedTask): unknown {
  switch (given.name) {
    case 'ready':
      return null;
    case 'render':
      return render(given.task.issue, { images: given.task.images });
    case 'live':
      return live(given.task);
    case 'check':
      return checkEdition(given.task.issue, given.task.edition, given.task.comparison);
    case 'places':
      return placesInMail(given.task.html, given.task.issue);
    case 'show':
      return showRendition(given.task.shown, given.task.rendition, given.task.options);
    case 'lookUp':
      return misspeltWords(given.task.language, given.task.words, given.task.own);
    case 'suggest':
      return spellingOf(given.task.language, given.task.word, given.task.own);
  }
}

/** More than a person reads: what is hostile may have as many problems as characters. */
const mostProblems = 500;

async function live({ draft, images }: Parameters<RenderTasks['live']>[0]): Promise<LiveEdition> {
  const shown = asFarAsShown(draft);
  const problems = shown.problems.slice(0, mostProblems);
  if (shown.issue === null) return { problems, edition: null };
  const edition = await render(shown.issue, { images });
  return { problems, edition: { ...edition, html: withPlaces(edition.html, shown.issue) } };
}
