import { anIssue } from '../support/issue';
import type { DeepFault } from './deep-faults';

/** Faults that no issue can cause with our templates: this HTML is added before the end of the body. */
const added: [rule: string, what: string, html: string][] = [
  [
    'image-attribute-missing',
    'a picture without alternative text',
    '<img src="https://a.example/a.png" width="1">',
  ],
  ['link-empty', 'a link around nothing', '<a href="https://palmeraie.example"> </a>'],
  ['link-address-invalid', 'a script', '<a href="javascript:x">x</a>'],
  [
    'link-address-invalid',
    'a slot that nobody fills',
    '<a href="S0123456789abcdef0123_viewUrl_attributeS">x</a>',
  ],
  ['table-structure', 'a layout table', '<table><tr><td>x</td></tr></table>'],
  ['table-structure', 'a heading of nothing', '<table><tr><th>x</th></tr></table>'],
  ['active-content', 'a script', '<script>x</script>'],
  ['active-content', 'a handler', '<b onclick="x">x</b>'],
  ['layout-unsupported', 'columns of flex', '<p style="display:flex">x</p>'],
  ['direction-wrong', 'a block in the wrong direction', '<div dir="rtl">x</div>'],
  ['contrast-low', 'grey on white', '<p style="color:#aaaaaa;background:#ffffff">x</p>'],
  ['heading-order', 'a level skipped', '<h2>x</h2><h5>x</h5>'],
  ['font-too-small', 'fine print', '<p style="font-size:9px">x</p>'],
  ['text-justified', 'a justified text', '<p style="text-align:justify">x</p>'],
  ['font-without-fallback', 'a font of its own', '<p style="font-family:Cairo">x</p>'],
  ['text-part-link-missing', 'a link in the HTML only', '<a href="https://only.example/">x</a>'],
  ['client-support', 'a shadow', '<p style="text-shadow:1px 1px red">x</p>'],
];
/** Issues whose HTML is broken after rendering. */
export const spoilt: DeepFault[] = [
  ...added.map(([rule, what, html]) => ({
    rule,
    what,
    place: 'edition',
    issue: anIssue(),
    spoil: (whole: string) => whole.replace('</body>', `${html}</body>`),
  })),
  {
    rule: 'document-incomplete',
    what: 'no language',
    place: 'edition',
    issue: anIssue(),
    spoil: (html) => html.replace('<html lang="fr"', '<html'),
  },
  {
    rule: 'style-too-large',
    what: 'styles of 17 KiB',
    place: 'edition',
    issue: anIssue(),
    spoil: (html) => html.replace('</head>', `<style>/*${'x'.repeat(17 * 1024)}*/</style></head>`),
  },
];
