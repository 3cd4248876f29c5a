import { expect, it } from 'vitest';
import { inColours } from '../../../cms/plugin/admin/src/model/mail-colours';

const mail = `<meta name="color-scheme" content="light dark"><style>:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){body{color:#fff}}@media (max-width:480px){p{margin:0}}</style>
<p>Écrire (prefers-color-scheme:dark) dans un article</p>`;

it('shows a mail in the colours that are asked for, and leaves its texts', () => {
  const light = inColours(mail, 'light');
  expect(light).toContain('content="light"');
  expect(light).toContain(':root{color-scheme:light}');
  expect(light).toContain('@media (max-width:0){body{color:#fff}}@media (max-width:480px)');
  expect(light).toContain('<p>Écrire (prefers-color-scheme:dark) dans un article</p>');
  const dark = inColours(mail, 'dark');
  expect(dark).toContain('content="dark"');
  expect(dark).toContain('@media (min-width:0){body{color:#fff}}');
});
