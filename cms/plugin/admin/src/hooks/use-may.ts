import { useAuth } from '@strapi/strapi/admin';
import { useCallback } from 'react';

import { permissionOf, type DeskAction } from '../../../shared/lists';

/**
 * Whether the signed-in person has a permission of the desk: what asks for it is shown to nobody else. The server asks the same again.
 *
 * @example const may = useMay(); may('desk.read')
 */
export function useMay(): (action: DeskAction) => boolean {
  const permissions = useAuth('useMay', (auth) => auth.permissions);
  return useCallback(
    (action) => permissions.some((permission) => permission.action === permissionOf(action)),
    [permissions],
  );
}
