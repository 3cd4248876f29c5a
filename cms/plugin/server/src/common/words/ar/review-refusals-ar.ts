import { counted } from '../counted';
import type { ReviewRefusalWords } from '../desk-words';
import { stages } from './terms-ar';

const comments = { one: 'تعليق واحد', two: 'تعليقان', few: '# تعليقات', many: '# تعليقًا', other: '# تعليق' };
const invitations = { one: 'دعوة واحدة', two: 'دعوتين', few: '# دعوات', other: '# دعوة' };

/** What is said when something about a review is refused, in Arabic. */
export const reviewRefusals: ReviewRefusalWords = {
  REVIEWER_UNKNOWN: () =>
    'أحد من اخترتموهم لم يعد بإمكانه تسجيل الدخول، أو لم يعد يحق له رؤية هذا العدد: افتحوا الطلب من جديد واختاروا مرة أخرى.',
  REVIEW_OVER: () => 'انتهت هذه المراجعة: أعيدوا تحميل الصفحة لمعرفة مرحلة العدد.',
  REVIEW_NOT_ASKED: () => 'طُلبت هذه المراجعة من غيركم: قولوا ما لديكم في تعليق.',
  COMMENT_UNKNOWN: () => 'هذا التعليق غير موجود: أعيدوا تحميل الصفحة.',
  COMMENT_MISPLACED: () => 'لم يعد الموضع المختار في العدد: أعيدوا تحميل الصفحة واختاروا موضعًا آخر.',
  COMMENT_LIMIT: ({ limit }) =>
    `في هذا العدد ${counted(limit, 'ar', comments)}، وهو الحد الأقصى: أجيبوا عن التعليقات الموجودة، أو قولوا الباقي مشافهة.`,
  FINDING_UNKNOWN: () => 'لم تعد هذه الملاحظة قائمة في العدد كما هو محفوظ: أعيدوا تحميل الصفحة.',
  FINDING_BINDING: () =>
    'لا يمكن وضع هذه الملاحظة جانبًا: فهي تمنع الاعتماد، أو تقول إن شيئًا لم يمكن التحقق منه. صححوا ما تشير إليه.',
  SET_ASIDE_CLOSED: ({ number, stage }) =>
    `العدد ${number} ${stages[stage]}: ما وُضع جانبًا فيه جزء مما اعتُمد. للعودة إليه أعيدوا العدد أولًا إلى التحرير.`,
  SET_ASIDE_CHANGED: () =>
    'وُضعت ملاحظة جانبًا، أو أُعيدت، منذ أن فتحتم هذه النافذة: أغلقوها واقرؤوا الفحوص ثم ابدؤوا من جديد.',
  INVITATION_UNKNOWN: () => 'لم يعد هذا الشخص ينتظر دعوة: فُتح حسابه أو حُذف. أعيدوا تحميل الصفحة.',
  INVITATION_LIMIT: ({ limit }) =>
    `تلقّى هذا الشخص ${counted(limit, 'ar', invitations)} في يوم واحد: انتظروا إلى الغد، أو سلّموه الرابط بطريقة أخرى (الإعدادات، المستخدمون).`,
};
