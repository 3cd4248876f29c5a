import { counted } from '../counted';
import type { ReviewRefusalWords } from '../desk-words';

const comments = { one: 'تعليق واحد', two: 'تعليقان', few: '# تعليقات', many: '# تعليقًا', other: '# تعليق' };
const invitations = { one: 'دعوة واحدة', two: 'دعوتين', few: '# دعوات', other: '# دعوة' };

/** What is said when something about a review is refused, in Arabic. */
export const reviewRefusals: ReviewRefusalWords = {
  REVIEWER_UNKNOWN: () =>
    'أحد من اخترتموهم لم يعد بإمكانه تسجيل الدخول، أو لم يعد يحق له رؤية هذا العدد: افتحوا الطلب من جديد واختاروا مرة أخرى.',
  COMMENT_UNKNOWN: () => 'هذا التعليق غير موجود: أعيدوا تحميل الصفحة.',
  COMMENT_MISPLACED: () => 'لم يعد الموضع المختار في العدد: أعيدوا تحميل الصفحة واختاروا موضعًا آخر.',
  COMMENT_LIMIT: ({ limit }) =>
    `في هذا العدد ${counted(limit, 'ar', comments)}، وهو الحد الأقصى: أجيبوا عن التعليقات الموجودة، أو قولوا الباقي مشافهة.`,
  INVITATION_UNKNOWN: () => 'لم يعد هذا الشخص ينتظر دعوة: فُتح حسابه أو حُذف. أعيدوا تحميل الصفحة.',
  INVITATION_LIMIT: ({ limit }) =>
    `تلقّى هذا الشخص ${counted(limit, 'ar', invitations)} في يوم واحد: انتظروا إلى الغد، أو سلّموه الرابط بطريقة أخرى (الإعدادات، المستخدمون).`,
};
