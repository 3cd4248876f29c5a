import { describe, expect, it } from 'vitest';
import { arabic } from '../../../cms/app/src/admin/strapi-words-ar';
import { english } from '../../../cms/app/src/admin/strapi-words-en';
import { french } from '../../../cms/app/src/admin/strapi-words-fr';
import { loadCms } from '../../support/cms';

const { shortestPassword } =
  loadCms<typeof import('../../../cms/app/src/sign-in/password-fault')>('sign-in/password-fault');

describe.each([
  ['French', french],
  ['Arabic', arabic],
  ['English', english],
])('the %s form where an account is opened', (_language, words) => {
  it('asks for a password of the length that is taken, and names no other', () => {
    expect(words['Auth.form.password.hint']?.match(/\d+/g)).toEqual([String(shortestPassword)]);
  });
});
