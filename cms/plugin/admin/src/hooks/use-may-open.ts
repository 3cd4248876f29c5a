import { useAuth } from '@strapi/strapi/admin';
import { useCallback } from 'react';

import type { RevisedType } from '../../../shared/lists';
import { uids } from '../../../shared/uids';

/**
 * Whether the signed-in person may do something to a kind of document in the content manager: a way that ends at a page that
 * refuses her is not offered. Of whom Strapi lets do it to some documents only, yes.
 *
 * @example const mayOpen = useMayOpen(); mayOpen('create', 'issue')
 */
export function useMayOpen(): (verb: 'create' | 'read' | 'update', type: RevisedType) => boolean {
  const permissions = useAuth('useMayOpen', (auth) => auth.permissions);
  return useCallback(
    (verb, type) =>
      permissions.some(
        ({ action, subject }) =>
          action === `plugin::content-manager.explorer.${verb}` && subject === uids[type],
      ),
    [permissions],
  );
}
