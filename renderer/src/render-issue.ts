import { openPictures, type ImagesOption } from './view/pictures/open-pictures';
import { sealEdition } from './edition/seal-edition';
import type { Edition } from './contract/edition';
import type { Issue } from './contract/issue';
import { makeHtml, type CompiledPart } from './edition/markup/make-html';
import { openMemory, type Memory } from './memory';
import { inspect } from './preflight/quick/inspect';
import { checkSlots } from './edition/slots/check-slots';
import { nonceFor } from './edition/slots/sentinel';
import { builtInTemplates, type Templates } from './edition/templates/library';
import { builtInTheme } from './view/emails/theme';
import { finishText } from './edition/text/finish';
import { issueView } from './view/issue-view';

/** How an issue is rendered. */
export interface RenderOptions {
  /** Templates other than those of `@nachra/emails`. */
  templates?: Templates;
  /**
   * How pictures reach the reader. If left out, authors' pictures are linked and no chart or ornament is drawn; the tables
   * still contain every figure.
   */
  images?: ImagesOption;
}

/**
 * Renders an issue. Preview, test send, archive and campaign all use this function, so that readers get what editors saw.
 * Pure: the same input gives the same bytes. Its steps, in order:
 *
 * 1. **view** (`view/`): the issue as the templates see it: typography, figures, dates in words, palette, anchors;
 *    charts and ornaments are drawn (`view/pictures/`);
 * 2. **templates** (`edition/templates/`): Handlebars makes the MJML, escapes every value and adds the slots;
 * 3. **MJML** (`edition/markup/make-html`): strict; once per edition, never per recipient;
 * 4. **finishing** (`edition/markup/finish-html`): MJML's known faults are corrected, about a third of its bytes removed;
 * 5. **text**: the plain-text part from its own templates, never derived from the HTML;
 * 6. **slots** (`edition/slots/`): every required slot is present, none is malformed;
 * 7. **seal** (`edition/seal-edition`): content hash and size;
 * 8. **preflight** (`preflight/quick/`): findings about issue and edition.
 *
 * @param issue from `parseIssue`
 * @returns an edition whose `html`, `text` and `subject` still contain slots; `personalise` fills them in
 * @throws {TemplateError} code `TEMPLATE_INVALID`: a template or the theme is wrong; no valid issue can cause it
 * @throws {SlotError} code `SLOT_MISSING` or `SLOT_UNKNOWN`: a template lacks a required slot or has a malformed one
 * @throws {RendererError} code `WORDS_INVALID`: the file of the issue's language is not complete
 * @example
 * const edition = await renderIssue(parseIssue(data), { images: { mode: 'linked', assetBase: 'https://news.example/assets' } });
 * const { html } = personalise(edition, reader);
 */
export function renderIssue(issue: Issue, options: RenderOptions = {}): Promise<Edition> {
  return render(issue, options, null);
}

/** The characters of MJML and HTML that an `issueRenderer` caches: about thirty editions without common sections. */
const remembered = 4_000_000;

/**
 * Makes a `renderIssue` with a cache of rendered sections, for rendering an issue repeatedly while it is written: after a
 * change in one article it takes less than half the time. The bytes are the same.
 *
 * @param room size of each of its two caches in characters: one of MJML and HTML, one of the templates' input and output; the
 *   least recently used entries are dropped first
 * @throws as `renderIssue`
 * @example const render = issueRenderer(); await render(issue); await render(changedIssue)
 */
export function issueRenderer(room = remembered): typeof renderIssue {
  const memory = openRenderMemory(room);
  return (issue, options = {}) => render(issue, options, memory);
}

/** The caches of an `issueRenderer`. They do not change the result. */
interface RenderMemory {
  /** Compiled parts of a mail, by their MJML and a hash of the head they share. */
  parts: Memory<CompiledPart>;
  /** The templates' output of sections, by their complete input. */
  sections: Memory<string>;
}

/** @param room size of each cache in characters, keys and values together */
function openRenderMemory(room: number): RenderMemory {
  return {
    parts: openMemory(room, ({ html }, key) => key.length + html.length),
    sections: openMemory(room, (text, key) => key.length + text.length),
  };
}

async function render(issue: Issue, options: RenderOptions, memory: RenderMemory | null): Promise<Edition> {
  const { mjml, view, templates, assets } = writeMjml(issue, options, memory);
  const html = await makeHtml(mjml, view, memory?.parts ?? null);
  const text = finishText(templates.run('txt', 'issue', view, memory?.sections), view.direction);
  const edition = sealEdition({
    language: view.language,
    direction: view.direction,
    number: issue.masthead.number,
    title: view.title,
    subject: view.subject,
    preheader: view.preheader,
    html,
    text,
    slots: { nonce: view.nonce, names: checkSlots({ html, text }, view.nonce) },
    greeting: view.greetingWords,
    images: options.images?.mode ?? 'linked',
    assets,
  });
  return { ...edition, findings: inspect(issue, edition) };
}

/**
 * The issue as MJML, before compilation. `nachra render` writes it beside the HTML, for work on templates.
 *
 * @throws as `renderIssue`, except for errors of MJML itself
 */
export function issueMjml(issue: Issue, options: RenderOptions = {}): string {
  return writeMjml(issue, options, null).mjml;
}

function writeMjml(
  issue: Issue,
  { templates = builtInTemplates(), images }: RenderOptions,
  memory: RenderMemory | null,
) {
  const pictures = openPictures(images);
  const view = issueView(issue, nonceFor(issue), builtInTheme(), pictures);
  return {
    view,
    templates,
    mjml: templates.run('mjml', 'issue', view, memory?.sections),
    assets: pictures?.assets() ?? [],
  };
}
