import {
  checkEdition,
  issueRenderer,
  misspeltWords,
  showRendition,
  spellingOf,
  withPlaces,
  type Comparison,
  type Edition,
  type Finding,
  type ImagesOption,
  type Issue,
  type Language,
  type RenditionName,
  type RenditionOptions,
  type Shown,
} from '@nachra/renderer';

/** In which language words are looked up, and what is right in it besides the dictionary. */
interface WordsTask {
  language: Language;
  own: { words: readonly string[]; names: readonly string[] };
}

/** What the render pool does for the CMS. */
export interface RenderTasks {
  render(task: { issue: Issue; images: ImagesOption }): Promise<Edition>;
  /** Renders an issue for the screen of whoever writes it, its HTML with the marks of `withPlaces`. */
  live(task: { issue: Issue; images: ImagesOption }): Promise<Edition>;
  check(task: { issue: Issue; edition: Edition; comparison: Comparison }): Promise<Finding[]>;
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
    case 'show':
      return showRendition(given.task.shown, given.task.rendition, given.task.options);
    case 'lookUp':
      return misspeltWords(given.task.language, given.task.words, given.task.own);
    case 'suggest':
      return spellingOf(given.task.language, given.task.word, given.task.own);
  }
}

async function live({ issue, images }: { issue: Issue; images: ImagesOption }): Promise<Edition> {
  const edition = await render(issue, { images });
  return { ...edition, html: withPlaces(edition.html, issue) };
}
