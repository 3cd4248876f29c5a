import { renditionNames, renditionWidths, type RenditionName } from '@nachra/renderer';
import { deskPrefix } from '../../../../shared/endpoints';
import { directions } from '../../../../shared/lists';
import type { ObstacleFact } from '../../common/obstacle';
import { obstacleIn } from '../../common/words/obstacle-words';
import { wordsOf, type DeskLanguage } from '../../common/words/words-of';
import { html, type Html } from '../../common/html';
import { previewPath } from './preview-url';

/** Where the shell's own script and style stand. */
export const assetsPath = `${deskPrefix}/preview-assets`;

/** Dark colours and missing pictures are switches here, since each can be combined with every other rendition. */
const switches = ['dark', 'images-off'] as const satisfies readonly RenditionName[];
const offered = renditionNames.filter(
  (rendition): rendition is Exclude<RenditionName, (typeof switches)[number]> =>
    !switches.some((name) => name === rendition),
);
const narrow: ReadonlySet<RenditionName> = new Set(['phone', 'phone-small']);

/**
 * The trusted page around a preview: it has our script, and the mail stands in a sandboxed frame inside it. Strapi puts
 * it into its own preview page, whose frame has no sandbox, so the mail's HTML must never be this page.
 */
export function shellPage(token: string, subject: string, language: DeskLanguage): string {
  const { preview: words } = wordsOf(language);
  const renditions: Html[] = offered.map(
    (rendition) =>
      html`<label
        ><input
          type="radio"
          name="view"
          value="${rendition}"
          data-width="${narrow.has(rendition) ? String(renditionWidths[rendition]) : ''}"
          ${rendition === 'desktop' ? html`checked` : ''}
        /><span>${words.renditions[rendition]}</span></label
      >`,
  );
  return page(
    language,
    words.title,
    html`
      <header>
        <p class="subject"><span>${words.subject}</span> <bdi id="subject">${subject}</bdi></p>
        <form id="controls" autocomplete="off">
          <fieldset class="views">${renditions}</fieldset>
          <label class="switch"><input type="checkbox" name="dark" /><span>${words.dark}</span></label>
          <label class="switch"
            ><input type="checkbox" name="imagesOff" /><span>${words.imagesOff}</span></label
          >
        </form>
      </header>
      <main data-view="desktop">
        <iframe id="mail" title="${words.frame}" sandbox src="${previewPath(token)}/mail"></iframe>
      </main>
      <script src="${assetsPath}/shell.js" defer></script>
    `,
  );
}

/** What stands in the frame when the content cannot be laid out yet: every reason at once. */
export function obstaclesPage(obstacles: readonly ObstacleFact[], language: DeskLanguage): string {
  const { preview: words } = wordsOf(language);
  return page(
    language,
    words.obstacles,
    html`
      <section class="notice">
        <h1>${words.obstacles}</h1>
        <p>${words.obstaclesHint}</p>
        <ul>
          ${obstacles.map((fact) => html`<li>${obstacleIn(fact, language).message}</li>`)}
        </ul>
      </section>
    `,
  );
}

export function expiredPage(language: DeskLanguage): string {
  const { preview: words } = wordsOf(language);
  return page(
    language,
    words.expired,
    html`<section class="notice">
      <h1>${words.expired}</h1>
      <p>${words.expiredHint}</p>
    </section>`,
  );
}

function page(language: DeskLanguage, title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="${language}" dir="${directions[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="${assetsPath}/shell.css" />
      </head>
      <body>
        ${body}
      </body>
    </html>`.markup;
}
