import { encodeHtml } from '../../edition/slots/encoders';
import type { Edition, MessageParts } from '../../contract/edition';

const style = `:root{color-scheme:light}body{margin:0;background:#fff;color:#1d2b28}
pre{margin:0;padding:24px;font:13px/1.6 ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.source{counter-reset:line;font-size:12px;padding:24px 24px 24px 56px}
.source span{display:block}
.source span::before{counter-increment:line;content:counter(line);float:left;width:36px;margin-left:-48px;text-align:right;color:#a9b3b0;user-select:none}
b{font-weight:normal;color:#0b5a4a}i{font-style:normal;color:#7d8a86}u{text-decoration:none;color:#8a4b08}`;

/** The plain-text part as a page, so that an Arabic text is aligned right. */
export function textPage({
  text,
  language,
  direction,
}: Pick<MessageParts, 'text'> & Pick<Edition, 'language' | 'direction'>): string {
  return page(`lang="${language}" dir="${direction}"`, `<pre>${encodeHtml(text)}</pre>`);
}

/** The mail's source for reading: numbered lines, one per element, with colours for tags and comments. */
export function sourcePage(html: string): string {
  const lines = html
    .replace(
      /(?<!^|<!--)(?=<(?:!--\[|!\[|\/?(?:html|head|body|style|table|tbody|tr|td|th|div|h\d|p|ul|ol|li|meta|img)\b))/gi,
      '\n',
    )
    .split(/\n+/)
    .map((line) => `<span>${coloured(line)}</span>`);
  return page('lang="en" dir="ltr"', `<pre class="source">${lines.join('')}</pre>`);
}

/** A line with colours. It is escaped first, so that nothing in the mail can become markup. */
function coloured(line: string): string {
  return encodeHtml(line).replace(
    /(&lt;!(?:(?!&gt;).)*&gt;)|(&lt;\/?[\w:]+)((?:(?!&gt;).)*)(&gt;)/g,
    (_whole, comment?: string, name = '', attributes = '', end = '') =>
      comment !== undefined ? `<i>${comment}</i>` : `<b>${name}</b><u>${attributes}</u><b>${end}</b>`,
  );
}

function page(attributes: string, body: string): string {
  return `<!doctype html><html ${attributes}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title></title><style>${style}</style></head><body>${body}</body></html>`;
}
