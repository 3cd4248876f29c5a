import type { Words } from '../desk-words';
import { counted } from '../counted';
import { languages, own } from './terms-ar';

export const expectations = {
  text: 'لم يُملأ',
  address: `يجب أن يكون عنوان إلكتروني مثل ${own('lettre@exemple.org')}`,
  'short-local-part': 'لا يجوز أن يسبق علامة @ أكثر من 18 حرفًا، لأن رمزًا من 45 حرفًا على الأكثر يضاف إليها',
  'list-id': `يجب أن يُكتب على شكل اسم نطاق مثل ${own('amanews.exemple.org')}`,
  url: `يجب أن يكون عنوان صفحة مثل ${own('https://lettre.exemple.org')}`,
  'feedback-id': 'يجب أن يضم ما بين 5 رموز و15 رمزًا من الحروف اللاتينية والأرقام والشرطات',
} as const;

/** For what only the operator of the installation can fix. */
const operators = (code: string) =>
  `تعذّر ذلك في الوقت الحالي، ولا يستطيع معالجته إلا مسؤول النظام: أبلغوه بالساعة وبالرمز ${own(code)}.`;

export const campaignUnknown = () => 'هذا الإرسال غير موجود.';
export const addressInvalid = () => `هذا ليس عنوان إلكتروني. اكتبوه على الشكل ${own('nom@example.org')}.`;

/** Held campaigns that nobody has decided on, and what to do. */
export const undecided = (count: number) =>
  counted(count, 'ar', {
    one: 'ما زال إرسال واحد ينتظر قرارًا: ابتّوا فيه ثم اسمحوا بالإرسال من جديد.',
    two: 'ما زال إرسالان ينتظران قرارًا: ابتّوا في كل منهما ثم اسمحوا بالإرسال من جديد.',
    few: 'ما زالت # عمليات إرسال تنتظر قرارًا: ابتّوا في كل منها ثم اسمحوا بالإرسال من جديد.',
    other: 'ما زالت # عملية إرسال تنتظر قرارًا: ابتّوا في كل منها ثم اسمحوا بالإرسال من جديد.',
  });

/** What the delivery engine refuses, in Arabic. */
export const delivery: Words['delivery'] = {
  ADDRESS_INVALID: addressInvalid,
  ASSET_MISSING: () => operators('ASSET_MISSING'),
  AUDIENCE_UNBALANCED: () => operators('AUDIENCE_UNBALANCED'),
  CAMPAIGN_CANCELLED: () =>
    'أُلغي هذا الإرسال: لن يُستأنف ولن يعيد إرسال أي رسالة. حضّروا إرسالًا جديدًا عند الحاجة.',
  CAMPAIGN_NOT_HELD: () => 'لا ينتظر هذا الإرسال أي قرار: ربما بتّ فيه شخص آخر قبل قليل. أعيدوا تحميل الصفحة.',
  CAMPAIGN_UNKNOWN: campaignUnknown,
  CONFIG_INVALID: () => operators('CONFIG_INVALID'),
  EDITION_MISSING: ({ language }) =>
    `لا توجد نسخة ${isLanguage(language) ? languages[language] : `بلغة «${own(language)}»`} لإرسالها: اعتمدوا أولًا العدد بهذه اللغة.`,
  EDITION_SPOILT: () => operators('EDITION_SPOILT'),
  HOLD_CHOICE_UNFIT: () =>
    'لا يناسب هذا القرار سبب إيقاف هذا الإرسال. أعيدوا تحميل الصفحة لرؤية القرارات الممكنة.',
  LEDGER_DAMAGED: () =>
    `سجل الإرسال تالف، وقد يكون شيء منه قد ضاع. لن تغادر أي رسالة بعد الآن. أبلغوا مسؤول النظام فورًا بالرمز ${own('LEDGER_DAMAGED')}: يجب استعادته من نسخة احتياطية.`,
  LEDGER_MIGRATION: () => operators('LEDGER_MIGRATION'),
  LEDGER_NEWER: () => operators('LEDGER_NEWER'),
  LEDGER_UNDECIDED: ({ campaigns }) => undecided(campaigns),
  LEDGER_UNREACHABLE: () => operators('LEDGER_UNREACHABLE'),
  LEDGER_UNWRITABLE: () => operators('LEDGER_UNWRITABLE'),
  LIFT_REASON_MISSING: () =>
    'ألغى صاحب العنوان اشتراكه بنفسه أو اشتكى، ولا يُعاد عنوانه إلا بطلب منه: اذكروا السبب وأكّدوا أنه طلب ذلك.',
  MAILBOX_FAILED: () => operators('MAILBOX_FAILED'),
  MAILBOX_FOLDER: () => operators('MAILBOX_FOLDER'),
  MAILBOX_SIGN_IN: () => operators('MAILBOX_SIGN_IN'),
  MAILBOX_TLS: () => operators('MAILBOX_TLS'),
  MAILBOX_TOKEN: () => operators('MAILBOX_TOKEN'),
  MAILBOX_UNMOVABLE: () => operators('MAILBOX_UNMOVABLE'),
  MAILBOX_UNREACHABLE: () => operators('MAILBOX_UNREACHABLE'),
  MESSAGE_INVALID: () =>
    `لا يمكن إعداد أي رسالة من هذه النسخة: ابحثوا فيها عن أسطر طويلة جدًا، وأبلغوا مسؤول النظام بالرمز ${own('MESSAGE_INVALID')}.`,
  SENDER_INVALID: ({ problems }) =>
    `بيانات المرسل غير مكتملة. صحّحوا في إعدادات المؤسسة: ${problems
      .map(({ field, expected }) => `«${own(field)}» (${expectations[expected]})`)
      .join('، ')}.`,
};

function isLanguage(language: string): language is keyof typeof languages {
  return language in languages;
}
