import { fieldsIn } from '../contract-fields';
import type { Words } from '../desk-words';
import { delivery } from './delivery-ar';
import { journal } from './journal-ar';
import { refusals } from './refusals-ar';
import { saves } from './saves-ar';
import { account, either, own } from './terms-ar';

/** What the desk says, in Arabic. */
export const ar: Words = {
  locale: 'ar',
  fields: fieldsIn('ar'),
  account,
  place: ({ area, section, heading, article, row, cell }) => {
    const inSection = heading ? `الباب «${own(heading)}»` : `الباب ${section}`;
    const parts = {
      brand: 'إعدادات المؤسسة',
      issue: 'العدد',
      section: article ? `المقال «${own(article)}»` : inSection,
    };
    const where = row && !article ? `${parts[area]}، «${own(row)}»` : parts[area];
    if (!cell) return where;
    const column = cell.column === null ? '' : `، العمود ${cell.column}`;
    return `${where}، الجدول${cell.table === null ? '' : ` ${cell.table}`} (السطر ${cell.row}${column})`;
  },
  fieldProblem: ({ where, field, problem }) => `${where}: الحقل «${own(field)}» ${problem}.`,
  expected: {
    missing: () => 'غير مملوء',
    'no-entries': () => 'فارغ: يلزمه عنصر واحد على الأقل، وإلا فاحذفوا الباب',
    address: () => `يجب أن يكون عنوانًا كاملًا يبدأ بـ ${either(['https://', 'mailto:', 'tel:'])}`,
    date: () => 'يجب أن يكون تاريخًا صحيحًا، ولا تسبق النهاية البداية أبدًا',
    values: () => `يجب أن يضم قيمة لكل فترة، لا أكثر ولا أقل (اتركوا ${own('null')} حيث لا يوجد رقم)`,
    other: (detail) => `فيه قيمة لا يمكن أن تأخذها النسخة (${detail})`,
  },
  noArticles: (where) => `${where}: لا مقال فيه بعد. أضيفوا مقالًا، أو احذفوا الباب.`,
  ...refusals,
  delivery,
  saves,
  journal,
  preview: {
    title: 'معاينة',
    renditions: {
      desktop: 'حاسوب',
      phone: 'هاتف',
      'phone-small': 'هاتف صغير',
      'no-style': 'دون تنسيق',
      word: `${own('Outlook')} (${own('Word')})`,
      text: 'نص فقط',
      source: 'المصدر',
    },
    dark: 'الوضع الداكن',
    imagesOff: 'دون صور',
    subject: 'الموضوع',
    frame: 'الرسالة',
    expired: 'انتهت صلاحية هذه المعاينة',
    expiredHint: 'أغلقوها ثم افتحوها من جديد من صفحات الإدارة.',
    obstacles: 'لا يمكن بعد إعداد هذا المحتوى في شكل رسالة',
    obstaclesHint: 'صحّحوا ما يلي؛ تُحدَّث المعاينة عند كل حفظ.',
  },
};
