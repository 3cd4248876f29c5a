import { openPictures, type ImagesOption } from './view/pictures/open-pictures';
import { sealEdition } from './edition/seal-edition';
import type { Edition } from './contract/edition';
import type { Issue } from './contract/issue';
import { makeHtml, type CompiledPart } from './edition/markup/make-html';
import { openMemory, type Memory } from './edition/memory';
import { inspect } from './preflight/quick/inspect';
import { checkSlots } from './edition/slots/check-slots';
import { nonceFor } from './edition/slots/sentinel';
import { houseTemplates, type Templates } from './edition/templates/library';
import { houseTheme } from './view/house/theme';
import { finishText } from './edition/text/wrap';
import { issueView } from './view/issue-view';

export interface RenderOptions {
  /** Other templates than the house's own, such as those a designer is changing. */
  templates?: Templates;
  /**
   * How pictures reach the reader. Left out, authors' pictures are linked, and no chart or ornament is drawn; no figure is
   * lost with them: the tables have them all.
   */
  images?: ImagesOption;
}

/**
 * Renders an issue: the one function behind preview, test send, archive and campaign, so that what was seen is what is
 * sent. Pure: same input, same bytes. Its passes, in order:
 *
 * 1. **view** (`view/`): the issue as the templates see it: typography, figures, dates in words, palette, anchors;
 *    charts and ornaments drawn (`charts/`);
 * 2. **templates** (`templates/`): Handlebars makes the MJML, escaping every value where it is printed, and puts in slots;
 * 3. **MJML** (`markup/make-html`): strict; once per edition, never per recipient;
 * 4. **post-process** (`markup/finish-html`): MJML's known faults mended, a quarter of its bytes left out;
 * 5. **text**: the plain-text part from the twin templates, never scraped from the HTML;
 * 6. **slots** (`slots/`): every slot that must occur does, none is half-made;
 * 7. **seal** (`edition/seal-edition`): content hash and size;
 * 8. **preflight** (`preflight/`): findings about issue and edition.
 *
 * @throws {TemplateError} code `TEMPLATE_INVALID`: a template of the house is wrong; no issue that parses can cause it
 * @throws {SlotError} code `SLOT_MISSING` or `SLOT_UNKNOWN`: a template forgot or mangled a slot
 * @example const edition = await renderIssue(parseIssue(data)); personalise(edition, reader)
 */
export function renderIssue(issue: Issue, options: RenderOptions = {}): Promise<Edition> {
  return render(issue, options, null);
}

/** The characters of MJML and HTML that an `issueRenderer` remembers: some thirty editions that have nothing in common. */
const remembered = 4_000_000;

/**
 * Makes a `renderIssue` that remembers what it made of each section, for whoever renders an issue again and again while it
 * is being written: after a change in one article it takes less than half the time. The bytes are the same.
 *
 * @param room characters remembered at most, of MJML and HTML and again of what the templates read and wrote; what was not asked for longest is forgotten first
 * @example const render = issueRenderer(); await render(issue); await render(changedIssue)
 */
export function issueRenderer(room = remembered): typeof renderIssue {
  const memory = openRenderMemory(room);
  return (issue, options = {}) => render(issue, options, memory);
}

/** What an `issueRenderer` remembers from one rendering to the next. Nothing of it changes a byte. */
interface RenderMemory {
  /** Parts of a mail, by the MJML they were compiled from and a hash of what is common to all. */
  parts: Memory<CompiledPart>;
  /** What templates made of sections, by all that they were given. */
  sections: Memory<string>;
}

/** @param room characters that each of the two holds at most, keys and values together */
function openRenderMemory(room: number): RenderMemory {
  return {
    parts: openMemory(room, ({ html }) => html.length),
    sections: openMemory(room, (text) => text.length),
  };
}

async function render(issue: Issue, options: RenderOptions, memory: RenderMemory | null): Promise<Edition> {
  const { mjml, view, templates, assets } = writeMjml(issue, options, memory);
  const html = await makeHtml(mjml, view, memory?.parts ?? null);
  const text = finishText(templates.run('txt', 'issue', view, memory?.sections));
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

/** The issue as MJML, before compilation: what `nachra render` writes beside the HTML for whoever edits templates. */
export function issueMjml(issue: Issue, options: RenderOptions = {}): string {
  return writeMjml(issue, options, null).mjml;
}

function writeMjml(
  issue: Issue,
  { templates = houseTemplates(), images }: RenderOptions,
  memory: RenderMemory | null,
) {
  const pictures = openPictures(images);
  const view = issueView(issue, nonceFor(issue), houseTheme(), pictures);
  return {
    view,
    templates,
    mjml: templates.run('mjml', 'issue', view, memory?.sections),
    assets: pictures?.assets() ?? [],
  };
}
