import { describe, expect, it } from 'vitest';
import { attachmentName } from '../../../cms/plugin/admin/src/model/attachment-name';

describe('the name of a downloaded file', () => {
  it.each([
    ['attachment; filename="envoi-242-rejected.csv"', 'envoi-242-rejected.csv'],
    ['attachment; filename=plain.csv', 'plain.csv'],
    ['attachment; filename="a \\"quoted\\" name.csv"', 'a "quoted" name.csv'],
    [`attachment; filename="?.csv"; filename*=UTF-8''num%C3%A9ro.csv`, 'numéro.csv'],
    [`attachment; filename*=UTF-8''%E9.csv`, null],
    ['attachment', null],
    ['', null],
  ])('is read from %s', (header, name) => {
    expect(attachmentName(header)).toBe(name);
  });
});
