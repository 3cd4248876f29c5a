import { encodeHtml } from '../../edition/slots/encoders';
import { renditionNames, renditionWidths } from '../renditions/show-rendition';
import { uiLanguages, previewWords, type UiLanguage } from './page-words';

/** The page's icon, as a `data:` URL: nothing is fetched. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#0b5a4a"/><path d="M4 12V4l8 8V4" fill="none" stroke="#fff" stroke-width="2"/></svg>',
)}`;

/**
 * The page around the frames, with our own script and style. It contains no text of a mail except what the script inserts
 * as text.
 *
 * @param name file name of the sample
 */
export function previewPage(name: string, language: UiLanguage): string {
  const words = previewWords(language);
  const all = radio('rendition', 'all', words.all, true);
  const renditions = renditionNames.map((name) => radio('rendition', name, words.renditions[name].name));
  const zooms = ['fit', '0.5', '0.75', '1'].map(
    (zoom) =>
      `<option value="${zoom}">${zoom === 'fit' ? encodeHtml(words.fit) : `${Number(zoom) * 100} %`}</option>`,
  );
  const others = uiLanguages.map((other) =>
    other === language
      ? `<span aria-current="true" lang="${other}">${other.toUpperCase()}</span>`
      : `<a href="/?file=${encodeURIComponent(name)}&amp;ui=${other}" lang="${other}" hreflang="${other}">${other.toUpperCase()}</a>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${encodeHtml(`${name} · ${words.title}`)}</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="/preview.css">
</head>
<body data-file="${encodeHtml(name)}" data-ui="${language}">
<header>
<div class="bar">
<p class="product"><strong>Nachra</strong> <span>${encodeHtml(name)}</span></p>
<nav id="editions" class="options" aria-label="${encodeHtml(words.editions)}"></nav>
<div class="tools"><label class="field"><input type="checkbox" form="controls" name="marks" checked><span>${encodeHtml(words.marks)}</span></label><label class="field"><span>${encodeHtml(words.zoom)}</span><select form="controls" name="zoom">${zooms.join('')}</select></label></div>
<p id="live" class="live" role="status" data-state="waiting"></p>
<nav class="ui" aria-label="${encodeHtml(words.interface)}">${others.join('')}</nav>
</div>
<form id="controls" class="bar" autocomplete="off">
<fieldset class="options"><legend>${encodeHtml(words.renditionsLabel)}</legend>${all}${renditions.join('')}</fieldset>
</form>
</header>
<div class="desk">
<aside aria-label="${encodeHtml(words.findings)}">
<section class="inbox" aria-label="${encodeHtml(words.inbox)}">
<p id="from" class="from"></p><p id="subject" class="subject"></p><p id="preheader" class="preheader"></p>
<div id="size" class="size" role="meter" aria-valuemin="0" aria-valuemax="102" title="${encodeHtml(words.sizeWhy)}"><span></span><i></i></div>
</section>
<section class="findings"><h2>${encodeHtml(words.findings)} <span id="count"></span></h2><div id="findings"><p class="quiet">${encodeHtml(words.checking)}</p></div></section>
<section class="places"><h2>${encodeHtml(words.sections)}</h2><ol id="sections"></ol></section>
<p class="keys">${encodeHtml(words.keys)}</p>
</aside>
<main>
<div id="trouble" class="trouble" role="alert" hidden></div>
<div id="boards" class="boards"></div>
</main>
</div>
<script type="application/json" id="words">${forScript({ words, widths: renditionWidths, renditions: renditionNames })}</script>
<script type="module" src="/preview.js"></script>
</body>
</html>`;
}

function radio(name: string, value: string, label: string, checked = false): string {
  return `<label><input type="radio" name="${name}" value="${value}"${checked ? ' checked' : ''}><span>${encodeHtml(label)}</span></label>`;
}

/** JSON that cannot close the `<script>` element around it. */
function forScript(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
