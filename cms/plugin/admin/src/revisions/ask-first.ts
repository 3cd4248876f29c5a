import type { RefusalData } from '../../../shared/desk';
import { askFirstHeader } from '../../../shared/refusal-codes';
import { askToEnd } from './question-store';
import type { Query, Send } from './sent-query';

/**
 * A client that has the server say what a write would end before it does. The person is asked, and the write goes out once more
 * by her word; else the refusal is returned, and nothing was changed.
 */
export function askingFirst(send: Send): Send {
  return async (query) => {
    const result = await send(asking(query));
    if (result.error?.details?.code !== 'APPROVAL_ENDS') return result;
    const { issues } = result.error.details.data as RefusalData['APPROVAL_ENDS'];
    return (await askToEnd(issues)) ? send(query) : result;
  };
}

function asking(query: Query): Query {
  const headers = { ...query.config?.headers, [askFirstHeader]: 'yes' };
  return { ...query, config: { ...query.config, headers } };
}
