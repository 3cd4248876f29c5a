import { expect, it, onTestFinished } from 'vitest';
import { loadCms } from '../../support/cms';
import { tokenIn, type FactorHouse } from './factor-house';

type Required = typeof import('../../../cms/app/src/sign-in/second-factor/required-roles');

/** Of which roles a second factor is required. To be called in a suite. */
export function rolesHouse(house: () => FactorHouse): void {
  it('is not required of a role that does not exist: Nachra does not start, and says why', async () => {
    const { namedRoles } = loadCms<Required>('sign-in/second-factor/required-roles');
    expect(await namedRoles(house().cms.strapi, ['auteur', 'NACHRA-EDITOR'])).toHaveLength(2);
    await expect(namedRoles(house().cms.strapi, ['Auteur', 'Diffusoin'])).rejects.toThrow(
      /NACHRA_SECOND_FACTOR_ROLES names “Diffusoin”.*nachra-publisher/s,
    );
  });

  it('is required of a role whatever it is called afterwards, and no name is taken away that the setting needs', async () => {
    const { strapi } = house().cms;
    const { openRequiredRoles } = loadCms<Required>('sign-in/second-factor/required-roles');
    const id = Number(await house().idOf(await house().newAccount('nachra-editor')));
    const required = await openRequiredRoles(strapi, ['rédaction']);
    const where = { code: 'nachra-editor' };
    const role = (await strapi.db.query('admin::role').findOne({ where })) as { id: number; name: string };
    const admin = house().newVisitor();
    const token = tokenIn(await admin.signIn(await house().newAccount('strapi-super-admin')));
    const rename = (name: string) => admin.json('PUT', `/admin/roles/${role.id}`, { name }, token);
    const refused = await rename('Équipe');
    expect([refused.status, refused.text]).toEqual([
      400,
      expect.stringContaining('NACHRA_SECOND_FACTOR_ROLES names this role as “rédaction”'),
    ]);
    expect((await rename('RÉDACTION')).status).toBe(200);
    // Past the guard, as another program on the database would.
    const rows = () => strapi.db.connection('admin_roles').where({ id: role.id });
    await rows().update({ name: 'Équipe' });
    onTestFinished(async () => void (await rows().update({ name: role.name })));
    expect(await required.isAskedOf(id)).toBe(true);
    expect((await rename('Équipe 2')).status).toBe(200);
    expect(await required.isAskedOf(id)).toBe(true);
  });
}
