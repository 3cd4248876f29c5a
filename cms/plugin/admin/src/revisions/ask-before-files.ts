import { createIntl, type IntlShape } from 'react-intl';

import type { RefusalData } from '../../../shared/desk';
import { askFirstHeader } from '../../../shared/refusal-codes';
import { writingLocaleOf } from '../model/desk-language';
import { PLUGIN_ID } from '../plugin/plugin-id';
import { loadTexts } from '../translations';
import { lineOf } from './EndingDialog';

/** Where files are replaced, described anew or deleted, one or several. */
const changing = /\/upload(\/files\/\d+(\/replace)?|\/actions\/bulk-delete)?(\?.*)?$/;

/** Of these alone Strapi's page does not show why it was refused: it says that something went wrong. */
const unexplained = /\/upload\/actions\/bulk-delete$/;

interface Refused {
  error?: { message?: string; details?: { code?: string; data?: RefusalData['APPROVAL_ENDS'] } };
}

/**
 * Asks whoever replaces, describes anew or deletes a picture in the media library, or in a window of a form, whether to go on where
 * an approval ends by it, and says why she may not where Strapi keeps silent. Strapi's media library has no place for a component of
 * ours, nor a client that could be replaced: so its requests are watched where they leave, and what is asked and said is the
 * browser's own. Called once.
 */
export function askBeforeFiles(): void {
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const isAsked = typeof input === 'string' && (init?.method ?? 'GET') !== 'GET' && changing.test(input);
    if (!isAsked) return send(input, init);
    const headers = new Headers(init?.headers);
    headers.set(askFirstHeader, 'yes');
    const answer = await send(input, { ...init, headers });
    if (answer.ok) return answer;
    const { error } = (await answer
      .clone()
      .json()
      .catch(() => ({}))) as Refused;
    const { code, data } = error?.details ?? {};
    if (code !== 'APPROVAL_ENDS' || data === undefined) {
      if (code !== undefined && error?.message && unexplained.test(input)) window.alert(error.message);
      return answer;
    }
    // Enough for a person who means it: the question stops the page, and nothing was changed meanwhile.
    return window.confirm(await questionAbout(data.issues)) ? send(input, init) : answer;
  };
}

async function questionAbout(issues: RefusalData['APPROVAL_ENDS']['issues']): Promise<string> {
  // The language that Strapi has set the admin in.
  const locale = writingLocaleOf(document.documentElement.lang || 'fr');
  const [texts] = await loadTexts({ locales: [locale] });
  const intl = createIntl({ locale, messages: texts?.data ?? {} });
  const say = (key: string, values?: Parameters<IntlShape['formatMessage']>[1]) =>
    intl.formatMessage({ id: `${PLUGIN_ID}.${key}` }, values) as string;
  const lines = issues.map((issue) =>
    say(lineOf(issue), {
      number: String(issue.number),
      language: say(`language.${issue.language}`),
      at: issue.startAt && intl.formatDate(issue.startAt, { dateStyle: 'long', timeStyle: 'short' }),
    }),
  );
  return [
    say('ending.title', { count: issues.length }),
    ...lines,
    say('ending.next'),
    say('ending.ask'),
  ].join('\n\n');
}
