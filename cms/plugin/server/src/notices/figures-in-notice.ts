import { unfinishedStates, type EditionFigures } from '@nachra/delivery';
import type { Language } from '@nachra/renderer';
import { html, type Html } from '../common/html';

/** Figures in a notice: as lines of text, and as rows of its table. Empty where there are none. */
interface WrittenFigures {
  text: string[];
  rows: Html[];
}

type Name =
  'recipients' | 'accepted' | 'bounced' | 'rejected' | 'waiting' | 'in-doubt' | 'suppressed' | 'cancelled';

const figureWords: Record<Language, Record<Name | 'later', string>> = {
  fr: {
    recipients: 'Destinataires',
    accepted: 'Acceptés par notre serveur d’envoi',
    bounced: 'dont retours',
    rejected: 'Refusés',
    waiting: 'Encore en attente',
    'in-doubt': 'En doute',
    suppressed: 'Écartés en route',
    cancelled: 'Non partis',
    later: 'Ces chiffres datent du départ de ce courriel ; des retours peuvent encore arriver.',
  },
  en: {
    recipients: 'Recipients',
    accepted: 'Accepted by our mail server',
    bounced: 'of these, bounced',
    rejected: 'Rejected',
    waiting: 'Still waiting',
    'in-doubt': 'In doubt',
    suppressed: 'Suppressed on the way',
    cancelled: 'Not sent',
    later: 'These figures are of when this message left; bounces may still come in.',
  },
  ar: {
    recipients: 'المرسل إليهم',
    accepted: 'رسائل قبلها خادم الإرسال لدينا',
    bounced: 'منها رسائل مرتدة',
    rejected: 'مرفوضة',
    waiting: 'لا تزال في الانتظار',
    'in-doubt': 'غير مؤكدة',
    suppressed: 'استُبعدت أثناء الإرسال',
    cancelled: 'لم تُرسل',
    later: 'هذه الأرقام من وقت خروج هذه الرسالة، وقد تصل رسائل مرتدة بعدها.',
  },
};

/** Arabic as Morocco writes it, with Western digits. */
const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB', ar: 'ar-MA-u-nu-latn' };

/** These stand also where they are zero: that nobody waits is what one wants to read. */
const always: readonly Name[] = ['recipients', 'accepted', 'bounced', 'rejected', 'waiting'];

/** Writes what became of a send. All but the returned add up to the recipients. Pure. */
export function writeFigures(
  figures: EditionFigures | null,
  language: Language,
  { font, start, end }: { font: string; start: string; end: string },
): WrittenFigures {
  if (figures === null) return { text: [], rows: [] };
  const words = figureWords[language];
  const { recipients, counts, bounced } = figures;
  const all: Record<Name, number> = {
    ...{ recipients, accepted: counts.accepted, bounced, rejected: counts.rejected },
    waiting: unfinishedStates.reduce((sum, state) => sum + counts[state], 0),
    ...{ 'in-doubt': counts['in-doubt'], suppressed: counts.suppressed, cancelled: counts.cancelled },
  };
  const number = new Intl.NumberFormat(locales[language]);
  const told = (Object.keys(all) as Name[])
    .filter((name) => all[name] > 0 || always.includes(name))
    .map((name) => ({ name, label: words[name], value: number.format(all[name]) }));
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const cell = `${font};font-size:16px;line-height:24px;color:#333333;border-bottom:1px solid #e4e4e0`;
  const rows = told.map(
    ({ name, label, value }) =>
      html`<tr>
        <th
          scope="row"
          style="${cell};font-weight:400;text-align:${start};padding:7px 0;padding-${start}:${name === 'bounced' ? '18px' : '0'}"
        >
          ${label}
        </th>
        <td style="${cell};font-weight:600;text-align:${end};padding:7px 0;white-space:nowrap">${value}</td>
      </tr>`,
  );
  return {
    text: [
      told
        .map(({ name, label, value }) => `${name === 'bounced' ? '  ' : ''}${label}${colon} ${value}`)
        .join('\n'),
      words.later,
    ],
    rows: [
      html`<tr>
        <td style="padding:0 0 16px">
          <table width="100%" cellpadding="0" cellspacing="0">
            ${rows}
          </table>
          <div style="${font};font-size:14px;line-height:21px;color:#555555;padding:10px 0 0">
            ${words.later}
          </div>
        </td>
      </tr>`,
    ],
  };
}
