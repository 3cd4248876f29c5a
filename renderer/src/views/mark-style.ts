/**
 * How marked places look: a dotted line around each, and a strong one around the place that the frame's address names
 * (`#finding-3`). So a frame without script can be shown one of them: the page around it changes its address.
 */
export const markStyle = `<style>
i.nachra-finding{scroll-margin-top:96px}
:has(>i.nachra-finding),i.nachra-finding+img{outline:2px dotted #d97706!important;outline-offset:3px!important}
:has(>i.nachra-finding:target),i.nachra-finding:target+img{outline:3px solid #dc2626!important;outline-offset:4px!important;background-image:linear-gradient(#fde04755,#fde04755)!important}
</style>`;

/** Adds the look of the marks to a page, whatever a view did to the page's own styles. */
export function withMarkStyle(html: string): string {
  const at = html.lastIndexOf('</body>');
  return at < 0 ? html + markStyle : html.slice(0, at) + markStyle + html.slice(at);
}
