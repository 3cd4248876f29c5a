import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';

import type { Presence } from '../../../shared/desk';
import { urlOf } from '../../../shared/endpoints';
import { revisedTypeOf } from '../../../shared/uids';
import { useMayOpen } from '../hooks/use-may-open';
import { newPageName } from '../model/page-name';
import { serverUrl } from '../plugin/backend-url';

type Others = Presence['others'];

/**
 * Says while a document is open to somebody who may edit it that it is, and hears who else has it open. Leaving the page takes the word back; a browser
 * that dies is forgotten by the server after a while.
 */
export function usePresence(model: string, documentId: string | undefined): Others {
  const { post } = useFetchClient();
  const token = useAuth('usePresence', (auth) => auth.token);
  const bearer = useRef(token);
  useEffect(() => {
    bearer.current = token;
  }, [token]);
  const [others, setOthers] = useState<Others>([]);
  const mayOpen = useMayOpen();
  const revised = revisedTypeOf(model);
  const type = revised !== null && mayOpen('update', revised) ? revised : null;

  useEffect(() => {
    if (type === null || documentId === undefined) return;
    const url = urlOf('notePresence', { documentId });
    const body = { type, tab: newPageName() };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const say = async (): Promise<void> => {
      let seconds = 10;
      try {
        const { data } = await post<Presence>(url, body);
        seconds = data.everySeconds;
        if (!left) setOthers(data.others);
      } catch {
        // Nobody's work depends on it: it is said again.
      }
      if (!left) timer = setTimeout(() => void say(), seconds * 1_000);
    };
    const leave = (): void => {
      if (left) return;
      left = true;
      clearTimeout(timer);
      // Unlike the admin's client, this outlives the page.
      void fetch(serverUrl(url), {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer.current}` },
        body: JSON.stringify({ ...body, leaving: true }),
      }).catch(() => undefined);
    };
    void say();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
      setOthers([]);
    };
  }, [type, documentId, post]);
  return others;
}
