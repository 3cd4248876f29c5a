import type { RefusalData } from '../../../shared/desk';
import { askFirstHeader } from '../../../shared/refusal-codes';
import { askToGoOn } from './question-store';
import type { Query, Send } from './sent-query';

/**
 * A client that has the server say what a write would end, or take from an issue, before it does. The person is asked, and the
 * write goes out once more by her word; else the refusal is returned, and nothing was changed.
 */
export function askingFirst(send: Send): Send {
  return async (query) => {
    const result = await send(asking(query));
    const { code, data } = result.error?.details ?? {};
    if (code !== 'APPROVAL_ENDS' && code !== 'DELETION_HELD') return result;
    const { issues } = data as RefusalData[typeof code];
    return (await askToGoOn(code === 'APPROVAL_ENDS' ? 'ending' : 'deletion', issues)) ? send(query) : result;
  };
}

function asking(query: Query): Query {
  const headers = { ...query.config?.headers, [askFirstHeader]: 'yes' };
  return { ...query, config: { ...query.config, headers } };
}
