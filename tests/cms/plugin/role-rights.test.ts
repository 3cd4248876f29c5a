import { describe, expect, it } from 'vitest';
import { allRights, grantsFor, grantsOf, rightsOf } from '../../../cms/plugin/admin/src/model/role-rights';
import arabic from '../../../cms/plugin/admin/src/translations/ar.json';
import english from '../../../cms/plugin/admin/src/translations/en.json';
import french from '../../../cms/plugin/admin/src/translations/fr.json';
import { arabic as strapiArabic } from '../../../cms/app/src/admin/strapi-words-ar';
import { english as strapiEnglish } from '../../../cms/app/src/admin/strapi-words-en';
import { french as strapiFrench } from '../../../cms/app/src/admin/strapi-words-fr';
import { roleDefinitions } from '../../../cms/plugin/shared/role-definitions';

const granted = [...new Set(roleDefinitions.flatMap(grantsOf))].sort();

describe('who does what', () => {
  it('says all that is granted to any role, and nothing that is granted to none', () => {
    expect([...new Set(allRights.flatMap(grantsFor))].sort()).toEqual(granted);
  });

  it.each(roleDefinitions.map((role) => [role.code, role] as const))(
    'leaves out nothing that %s may do',
    (_code, role) => {
      expect([...new Set(rightsOf(role).flatMap(grantsFor))].sort()).toEqual(
        [...new Set(grantsOf(role))].sort(),
      );
    },
  );

  it.each([
    ['French', french, strapiFrench],
    ['English', english, strapiEnglish],
    ['Arabic', arabic, strapiArabic],
  ])(
    'is said in %s, by the names that Strapi shows, also where one invites',
    (_language, words: Record<string, string>, strapi) => {
      for (const right of allRights) expect(words[`roles.right.${right}`], right).toBeTruthy();
      const hint = strapi['app.components.Users.ModalCreateBody.block-title.roles.description'];
      for (const { code, name } of roleDefinitions) {
        expect(words[`roles.${code}`]).toContain(name);
        expect(words[`roles.${code}.does`]).toBeTruthy();
        expect(hint).toContain(name);
      }
    },
  );
});
