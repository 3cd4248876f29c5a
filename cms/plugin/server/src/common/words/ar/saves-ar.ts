import { problemText } from '@nachra/renderer';
import type { FigurePlace } from '../../save-problem';
import { fieldLabel } from '../contract-fields';
import { counted } from '../counted';
import type { Words } from '../desk-words';
import { either, languages, own } from './terms-ar';

const levels = { period: 'الفترة', group: 'المجموعة', row: 'السطر' } as const;
const characters = { one: 'حرفًا واحدًا', two: 'حرفين', few: '# أحرف', many: '# حرفًا', other: '# حرف' };
const otherRows = {
  one: 'سطر آخر',
  two: 'سطران آخران',
  few: '# أسطر أخرى',
  many: '# سطرًا آخر',
  other: '# سطر آخر',
};
const nested = { one: 'مستوى واحد', two: 'مستويين', few: '# مستويات', many: '# مستوى', other: '# مستوى' };

const labelled = (uid: string, field: string) => `الحقل «${own(fieldLabel(uid, field, 'ar'))}»`;

/** Why a save is refused, in Arabic. */
export const saves: Words['saves'] = {
  LINK_INVALID: ({ uid, field }) =>
    `يجب أن يكون ${labelled(uid, field)} عنوانًا كاملًا يبدأ بـ ${either(['https://', 'http://', 'mailto:', 'tel:'])}، ودون اسم مستخدم قبل علامة @ (مثل ${own('https://www.exemple.ma/page')}).`,
  TEXT_TOO_LONG: ({ uid, field, limit }) =>
    `لا يتسع ${labelled(uid, field)} لأكثر من ${counted(limit, 'ar', characters)}: اختصروا النص.`,
  LIST_TOO_DEEP: ({ uid, field, limit }) =>
    `في ${labelled(uid, field)} قوائم متداخلة على أكثر من ${counted(limit, 'ar', nested)}: قلّلوا مستوياتها.`,
  BODY_INVALID: ({ uid, field, block, problem }) =>
    `${labelled(uid, field)}${block === null ? '' : `، الفقرة ${block}`}: ${problemText(problem, 'ar')}.`,
  FRAMING_INVALID: ({ uid, field, problem }) => `${labelled(uid, field)}: ${problemText(problem, 'ar')}.`,
  ENDS_BEFORE_START: ({ uid, start, from, end, to }) =>
    `التاريخ في ${labelled(uid, end)} (${own(to)}) يسبق التاريخ في ${labelled(uid, start)} (${own(from)}).`,
  ISSUE_TAKEN: ({ number, language }) =>
    `العدد ${number} موجود من قبل ${languages[language]}. اختاروا رقمًا آخر أو لغة أخرى.`,
  FIGURES_INVALID: ({ places, problem }) => {
    const where = places.length > 0 ? places.map(placeText).join('، ') : own(problem.path) || 'الجدول كله';
    return `الأرقام: ${where}: ${problemText(problem, 'ar')}.`;
  },
  FIGURES_UNNAMED: ({ group, row, others }) =>
    `الأرقام: ${placeText(group)}: السطر رقم ${row} بلا تسمية${others === 0 ? '' : `، وكذلك ${counted(others, 'ar', otherRows)}`}. سمّوا الأسطر أو احذفوها.`,
  RULE_INVALID: () =>
    `يجب أن تكون القاعدة على هذا الشكل: ${own('{ "all": [ { "field": "language", "in": ["fr"] }, { "field": "list", "in": ["…"] }, { "field": "list", "notIn": ["…"] } ] }')}.`,
  ADDRESS_INVALID: ({ address }) =>
    `«${own(address)}» ليس عنوان إلكتروني. يُكتب العنوان هكذا: ${own('salma@exemple.ma')}.`,
  SENDER_BEYOND_ASCII: ({ uid, field, address }) =>
    `لا يقبل ${labelled(uid, field)} (${own(address)}) قبل علامة @ سوى الحروف اللاتينية دون علامات، لأن بعض خوادم البريد لا تقبل غيرها. أما بعد @ فيمكن أن تبقى.`,
  ADDRESS_TAKEN: ({ address }) => `العنوان ${own(address)} لمشترك آخر.`,
  ADDRESS_ALIKE: ({ address, held }) =>
    `«${own(address)}» و«${own(held)}» صندوق بريد واحد، وهو لمشترك آخر: الأحرف الكبيرة والصغيرة لا تميّز بين عنوانين.`,
};

function placeText({ level, name }: FigurePlace): string {
  return `${levels[level]} ${typeof name === 'number' ? `رقم ${name}` : `«${own(name)}»`}`;
}
