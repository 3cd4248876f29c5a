import type { PictureFault } from '../../../../../shared/lists';
import { uids } from '../../../../../shared/uids';
import { fieldLabel, fieldsIn } from '../contract-fields';
import { counted } from '../counted';
import type { Words } from '../desk-words';
import { addressInvalid, campaignUnknown, expectations, undecided } from './delivery-ar';
import { inputs } from './inputs-ar';
import { reviewRefusals } from './review-refusals-ar';
import { either, languages, list, own, stages, steps, suppressionReasons } from './terms-ar';

const documents = {
  article: 'هذا المقال',
  issue: 'هذا العدد',
  dashboard: 'لوحة المؤشرات هذه',
  brand: 'إعدادات المؤسسة',
} as const;

const troubles = {
  unreachable: `لا يمكن الوصول إليه؛ اطلبوا التحقق من عنوانه (${own('SMTP_URL')}) ومن الشبكة`,
  'sign-in-refused': `يرفض اسم المستخدم أو كلمة السر؛ اطلبوا تصحيحهما (${own('SMTP_URL')})`,
  insecure: `لا يوفر اتصالًا مشفرًا؛ استعملوا ${own('smtps://')} أو خادمًا يدعم ${own('STARTTLS')}`,
  'sender-refused': 'يرفض عنوان المرسل؛ صحّحوه في إعدادات المؤسسة',
  closing: 'لا يقبل أي رسالة في الوقت الحالي؛ حاولوا من جديد بعد بضع دقائق',
  stopped: 'لم يُسأل، لأن التطبيق بصدد التوقف',
  'breaking-off': 'يقطع الاتصال في أثناء الرسائل؛ كلّموا من يديره',
  'ascii-only': 'لا يقبل العناوين التي تضم قبل علامة @ حروفًا غير لاتينية أو بعلامات',
} as const;

/** What keeps somebody from approving an issue. */
const deeds = {
  submitted: 'قدّمتموه للمراجعة',
  changed: 'عدّلتم محتواه',
  published: 'نشرتم جزءًا من محتواه',
  deleted: 'حذفتم جزءًا من محتواه',
  'lifted-rule': 'رفعتم أنتم هذه القاعدة، وهي ما زالت تسري عليكم',
} as const;

const formats = either(['PNG', 'JPEG', 'GIF']);
const listed = new Intl.ListFormat('ar', { type: 'conjunction' });
const fields = fieldsIn('ar');
const issueIn = (number: number, language: keyof typeof languages) =>
  `العدد ${number} (${languages[language]})`;
const pixels = { one: 'مليون بكسل', two: 'مليوني بكسل', few: '# ملايين بكسل', other: '# مليون بكسل' };
const nested = { one: 'مستوى واحد', two: 'مستويين', few: '# مستويات', many: '# مستوى', other: '# مستوى' };
const characters = { one: 'حرف واحد', two: 'حرفين', few: '# أحرف', many: '# حرفًا', other: '# حرف' };
const addressesAnHour = {
  one: 'عنوان واحد',
  two: 'عنوانين',
  few: '# عناوين',
  many: '# عنوانًا',
  other: '# عنوان',
};
const leaving = {
  ...{ one: 'رسالة موجهة إليه تغادر', two: 'رسالتان موجهتان إليه تغادران', few: '# رسائل موجهة إليه تغادر' },
  other: '# رسالة موجهة إليه تغادر',
};

/** Why a picture was not copied. */
const pictureTroubles: Record<PictureFault, string> = {
  unreachable: 'يتعذر الوصول إليها',
  private: 'عنوان في شبكة خاصة',
  'too-large': 'ثقيلة جدًا',
  'too-many-pixels': 'بكسلاتها كثيرة جدًا',
  'too-slow': 'تأخرت كثيرًا',
  'no-picture': `ليست صورة ${formats}`,
};

/** What the desk says when it refuses, in Arabic. */
export const refusals: Pick<Words, 'obstacles' | 'refusals'> = {
  obstacles: {
    'edition-changed': () =>
      'تغيّر العدد منذ أن رأيتموه: أعيدوا تحميل المعاينة واقرؤوه من جديد ثم حاولوا مرة أخرى.',
    'picture-foreign': ({ where, address }) =>
      `${where}: الصورة ${own(address)} على خادم آخر قد تتغير فيه أو تختفي. قدّموا العدد للمراجعة لتُنسخ، أو ارفعوها إلى مكتبة الوسائط.`,
    'picture-missing': ({ where, address }) =>
      `${where}: الصورة ${own(address)} غير موجودة، أو ثقيلة جدًا، أو ليست بصيغة ${formats}. ارفعوها من جديد.`,
    'article-unpublished': (title) => `المقال «${own(title)}» غير منشور: انشروه، أو احذفوه من العدد.`,
    'article-modified': (title) => `في المقال «${own(title)}» تعديلات غير منشورة: انشروها، أو تخلّوا عنها.`,
  },
  refusals: {
    INPUT_INVALID: ({ problems }) =>
      problems
        .map(({ field, code, values }) => `الحقل «${own(field)}» غير صالح: ${inputs[code](values)}.`)
        .join(' '),
    BODY_TOO_LARGE: ({ limit }) =>
      `هذا كبير جدًا${limit === null ? '' : `: الحد الأقصى المقبول دفعة واحدة هو ${sizeOf(limit)}`}. اختصروا، أو أرسلوه على دفعات؛ لم يُحفظ شيء.`,
    BODY_TOO_DEEP: ({ limit }) =>
      `هذا متداخل على أكثر من ${counted(limit, 'ar', nested)}، ولا يحتاج أي نص إلى ذلك: قلّلوا مستويات القوائم. لم يُحفظ شيء.`,
    BODY_UNREADABLE: () =>
      `لا يمكن قراءة ما أُرسل: ليس ${own('JSON')} ولا استمارة. أعيدوا تحميل الصفحة وحاولوا من جديد؛ لم يُحفظ شيء.`,
    REQUEST_INCOMPLETE: () =>
      'ينقص هذا الطلب ما يلزمه، أو يخص شيئًا غير موجود. أعيدوا تحميل الصفحة وحاولوا من جديد.',
    QUERY_TOO_LONG: ({ limit }) =>
      `في هذا العنوان قيمة تتجاوز ${counted(limit, 'ar', characters)}: اطلبوا أقل من ذلك في المرة الواحدة.`,
    QUERY_UNREADABLE: () =>
      'لا تعني مرشحات هذا العنوان شيئًا لقاعدة البيانات. احذفوها وحاولوا من جديد؛ لم يتغير شيء.',
    ISSUE_UNKNOWN: () => 'هذا العدد غير موجود أو حُذف.',
    ISSUE_INVALID: ({ obstacles }) => obstacles.map(({ message }) => message).join(' '),
    ISSUE_LOCKED: ({ number, stage }) =>
      `العدد ${number} ${stages[stage]}: هو بين أيدي القراء، فلا يمكن تعديله ولا حذفه. لتصحيحه افتحوا تصويبًا في مكتب التحرير.`,
    ISSUE_SCHEDULED: ({ number }) => `العدد ${number} مجدول: ألغوا أولًا إرساله في مكتب التحرير ثم احذفوه.`,
    NUMBER_UNKNOWN: ({ number }) =>
      `لا يوجد عدد رقمه ${number} للانطلاق منه: اختاروا غيره، أو ابدؤوا من عدد فارغ.`,
    NUMBER_UNTRANSLATED: ({ number, languages: lacking }) =>
      `العدد ${number} غير موجود، أو لم يعد موجودًا، ${listed.format(lacking.map((one) => languages[one]))}: أعيدوا تحميل الصفحة أو اختاروا لغات أخرى.`,
    NUMBER_TAKEN: ({ number, languages: taken }) =>
      `العدد ${number} موجود من قبل ${listed.format(taken.map((one) => languages[one]))}: افتحوه، أو اختاروا رقمًا آخر أو لغات أخرى.`,
    NUMBER_UNFIT: ({ number, sentence }) =>
      `لا يصلح العدد ${number} نموذجًا كما هو. ${sentence} صححوه أولًا، أو انطلقوا من عدد آخر؛ لم يُنشأ شيء.`,
    NUMBER_FORBIDDEN: () => 'لا يحق لكم إنشاء عدد: اطلبوا ذلك من هيئة التحرير.',
    COPY_CLOSED: () =>
      'لا يُنسخ العدد بهذه الطريقة: ستحتفظ النسخة بموضوع العدد الآخر ومقالاته وأرقامه. حضّروا العدد في مكتب التحرير.',
    ARTICLE_UNKNOWN: () => 'هذا المقال غير موجود أو حُذف.',
    WORDS_HOMELESS: ({ language }) =>
      `ليس للمؤسسة بعد نصوص ${languages[language]}: اكتبوها أولًا (المؤسسة، «النصوص حسب اللغة»)، ثم أضيفوا الكلمة.`,
    WORDS_FULL: ({ limit }) =>
      `بلغت كلمات المؤسسة ${counted(limit, 'ar', characters)}، وهو الحد المسموح به: احذفوا بعضها من استمارة المؤسسة، ثم حاولوا من جديد.`,
    TRANSLATION_TAKEN: ({ language, title }) =>
      `هذا المقال موجود من قبل ${languages[language]}${title === '' ? '' : `: «${own(title)}»`}. افتحوه، أو افصلوه أولًا.`,
    ...reviewRefusals,
    CORRECTION_BOUND: ({ number }) =>
      `العدد ${number} قيد التصويب وهو بين أيدي القراء: يحتفظ برقمه ولغته ولا يمكن حذفه. للتخلي عن التصويب ألغوه في مكتب التحرير.`,
    STAGE_GUARDED: () =>
      'لا تتغير مرحلة العدد ولا اعتماده إلا في مكتب التحرير. أعيدوا تحميل هذه الصفحة ثم احفظوا من جديد.',
    REVISION_MISSING: () =>
      `لا يذكر هذا الحفظ النسخة التي انطلق منها، وقد يمحو عمل شخص آخر. أعيدوا تحميل الصفحة وحاولوا من جديد؛ أما البرنامج فيرسل الحقل «${own('revision')}» من الوثيقة التي قرأها.`,
    REVISION_STALE: ({ type, title, by, fields: changed }) => {
      const what = title === null ? documents[type] : `«${own(title)}»`;
      const labels = changed.map((field) => fieldLabel(uids[type], field, 'ar'));
      const where = labels.length === 0 ? '' : ` (${list(labels)})`;
      return `جرى تعديل ${what} بعد أن فتحتم الصفحة، بواسطة ${by === null ? 'برنامج' : own(by)}${where}. لم يتغير شيء: حاولوا من جديد لرؤية النسختين والاختيار بينهما.`;
    },
    CHOICE_MISSING: () => 'عُدّلت حقول من الجانبين: اختاروا لكل منها النسخة التي تبقى.',
    DOCUMENT_DELETED: ({ type, by }) =>
      `جرى حذف ${documents[type]} بعد أن فتحتم الصفحة${by === null ? '' : `، بواسطة ${own(by)}`}. لم يُحفظ شيء؛ ما كتبتموه ما زال على الشاشة، فانسخوه قبل مغادرة الصفحة.`,
    DOCUMENT_FORBIDDEN: () => 'لا يحق لكم تعديل هذه الوثيقة.',
    STAGE_REFUSED: ({ number, stage, event }) => `العدد ${number} ${stages[stage]}: ${steps[event]}.`,
    APPROVAL_REFUSED: ({ obstacles }) => obstacles.map(({ message }) => message).join(' '),
    APPROVAL_PROTECTED: ({ number, stage, language }) =>
      `${issueIn(number, language)} ${stages[stage]} ويضم هذا العنصر: لا يستطيع تعديله الآن إلا من يحق له ${stage === 'scheduled' ? 'إرسال' : 'اعتماد'} العدد. توجهوا إلى أحدهم؛ لم يُحفظ شيء.`,
    APPROVAL_ENDS: ({ issues }) =>
      `ينهي هذا التعديل اعتماد ${issues.map(({ number, language }) => issueIn(number, language)).join(' و')}${issues.some(({ startAt }) => startAt !== null) ? '، ويلغي الإرسال المجدول' : ''}. لم يُحفظ شيء.`,
    DELETION_HELD: ({ issues }) =>
      `هذا العنصر موجود في ${issues.map(({ number, language }) => issueIn(number, language)).join(' وفي ')}. لم يُحذف شيء.`,
    ACKNOWLEDGEMENT_MISSING: ({ findings }) =>
      `قبل الاعتماد خذوا العلم بكل ملاحظة تخص الأرقام أو التواريخ أو رقم العدد. بقي ما يلي: ${findings.map(({ place, message }) => `${place}: ${message}`).join(' ')}`,
    FOUR_EYES: ({ number, deeds: done, names, approvers }) => {
      const why = listed.format(done.map((deed) => deeds[deed]));
      const others =
        names.length > 1 ? ` لا يستطيع هؤلاء اعتماده لأن أي اعتماد لم يعقب عملهم: ${list(names)}.` : '';
      const who =
        approvers.length === 0
          ? 'لا يملك غيركم حق الاعتماد: اطلبوا منحه لشخص آخر (الإعدادات، الأدوار).'
          : `يستطيع اعتماده: ${list(approvers)}.`;
      return `يجب أن يعتمد العدد ${number} شخص آخر، لأنكم ${why}.${others} ${who}`;
    },
    CORRECTION_UNKNOWN: ({ number }) => `ليس للعدد ${number} تصويب جارٍ.`,
    CORRECTION_EDITED: ({ number, fields: changed }) =>
      `لم يعد العدد ${number} كما تلقاه القراء${changed.length === 0 ? '' : ` (${list(changed.map((field) => fieldLabel(uids.issue, field, 'ar')))})`}. أعيدوه أولًا إلى ما كان عليه، أو أتمّوا التصويب.`,
    PICTURE_LOST: ({ number, language, picture }) =>
      `الصورة ${own(picture)} من ${issueIn(number, language)} المعتمد غير موجودة على الخادم: استعيدوا مجلد الصور من نسخة احتياطية، أو اعتمدوا العدد من جديد.`,
    PICTURE_NOT_COPIED: ({ pictures }) =>
      `تعذّر نسخ صور من خوادم أخرى: ${pictures.map(({ address, fault }) => `${own(address)} (${pictureTroubles[fault]})`).join('، ')}. ارفعوها إلى مكتبة الوسائط، أو احذفوها.`,
    PICTURE_TOO_LARGE: ({ name, megapixels, limit }) =>
      `في الصورة «${own(name)}» ${counted(megapixels, 'ar', pixels)}، والحد الأقصى ${counted(limit, 'ar', pixels)}. صغّروها ثم ارفعوها من جديد؛ لم يُحفظ شيء.`,
    PICTURE_UNREADABLE: ({ name }) =>
      `الملف «${own(name)}» ليس صورة يمكن أن تعرضها رسالة: ارفعوا صورة سليمة بصيغة ${formats}. لم يُحفظ شيء.`,
    UPLOAD_PROTECTED: ({ name }) =>
      `الملف «${own(name)}» رفعه شخص آخر: لا يستطيع استبداله أو حذفه إلا هو أو من يحق له اعتماد عدد.`,
    UPLOAD_ATTACHED: () =>
      `لا يُرفع الملف إلا إلى مكتبة الوسائط (دون ${list(['ref', 'refId', 'field'])}): أضيفوه إلى المقال أو العدد أو المؤسسة التي تعرضه ثم احفظوا.`,
    NOT_APPROVED: ({ number, stage }) => `العدد ${number} ${stages[stage]}: لا يُرسل إلا عدد معتمد.`,
    EDITION_CHANGED: (changed) =>
      changed.since === 'seen'
        ? 'تغيّر العدد منذ أن رأيتموه: أعيدوا تحميل المعاينة واقرؤوه من جديد ثم حاولوا مرة أخرى.'
        : `لم يعد ${issueIn(changed.number, changed.language)} كما اعتُمد: راجعوه واعتمدوه من جديد.`,
    EDITION_CORRECTED: ({ number, languages: of }) =>
      `ما حمله هذا الإرسال من العدد ${number} (${of.map((each) => languages[each]).join('، ')}) قيد التصويب، أو لم يعد معتمدًا: لن يُعاد إرسال شيء منه. أرسلوا التصويب، أو ألغوه أولًا.`,
    AUDIENCE_EMPTY: () => 'اختاروا قائمة أو شريحة واحدة على الأقل.',
    LIST_UNKNOWN: () => 'لم تعد إحدى القوائم المختارة موجودة: أعيدوا تحميل الصفحة واختاروا من جديد.',
    SEGMENT_UNKNOWN: () => 'لم تعد إحدى الشرائح المختارة موجودة: أعيدوا تحميل الصفحة واختاروا من جديد.',
    SEGMENT_INVALID: ({ name }) => `لا يمكن قراءة قاعدة الشريحة «${own(name)}»: صحّحوها في مدير المحتوى.`,
    SENDER_INCOMPLETE: ({ problems }) =>
      `بيانات المرسل غير مكتملة. صحّحوا في إعدادات المؤسسة: ${problems
        .map(({ field, expected }) => `«${own(fields[field] ?? field)}» (${expectations[expected]})`)
        .join('، ')}.`,
    CAMPAIGN_UNKNOWN: campaignUnknown,
    START_IN_PAST: () => 'مضت ساعة الإرسال: اختاروا ساعة آتية، أو أرسلوا الآن.',
    NO_RECIPIENTS: ({ candidates }) => {
      if (candidates === 0) return 'القوائم المختارة فارغة: لن يتلقى أحد هذا العدد.';
      const everybody =
        candidates === 1 ? 'الشخص الوحيد المختار مستثنى' : `كل المختارين مستثنون (عددهم ${candidates})`;
      return `${everybody}، إما لإلغاء الاشتراك أو لعدم تأكيده أو لعنوان غير صالح: لن يتلقى أحد هذا العدد.`;
    },
    SENDING_HELD: () =>
      'لا يمكن أن يغادر شيء في الوقت الحالي: الإرسال موقوف إلى أن يُتخذ قرار في صفحة الإرسال الموقوف من مكتب التحرير.',
    HOLD_UNDECIDED: ({ count }) => undecided(count),
    SMTP_MISSING: () =>
      `لم يُضبط أي خادم بريد: اطلبوا من مسؤول النظام إضافة عنوانه (${own('SMTP_URL')}) إلى الملف ${own('.env')}، على الشكل ${own('smtp://user:password@server:587')}، ثم إعادة التشغيل.`,
    SMTP_TROUBLE: ({ host, trouble, reply }) =>
      `خادم البريد ${own(host)} ${troubles[trouble]}.${reply === '' ? '' : ` وكان رده: ${own(reply)}`}`,
    ADDRESS_INVALID: addressInvalid,
    SUPPRESSION_UNKNOWN: () => 'لم يعد هذا العنوان مستبعدًا: أعيدوا تحميل الصفحة.',
    TEST_ADDRESS_STRANGE: ({ addresses, domains, mayConfirm }) => {
      const isOne = addresses.length === 1;
      const what = isOne
        ? `العنوان ${list(addresses)} ليس لعضو من الفريق ولا من نطاق مقبول`
        : `هذه العناوين ليست لأعضاء من الفريق ولا من نطاق مقبول: ${list(addresses)}`;
      const admitted = domains.length === 0 ? 'لا يوجد أي نطاق مقبول' : `النطاقات المقبولة: ${list(domains)}`;
      const there = isOne ? 'إليه' : 'إليها';
      const next = mayConfirm
        ? `أكّدوا أنكم تريدون الإرسال التجريبي ${there}.`
        : `اطلبوا الإرسال التجريبي ${there} ممن يعتمد الأعداد.`;
      return `${what} (${admitted}). ${next}`;
    },
    TEST_LIMIT: ({ limit, sent, again }) =>
      `لا يتجاوز إرسالكم التجريبي ${counted(limit, 'ar', addressesAnHour)} في الساعة، وقد بلغتم ${sent}. حاولوا من جديد ابتداء من ${own(timeOf(again))}، أو اختاروا عناوين أقل.`,
    TEST_ADDRESS_SUPPRESSED: ({ addresses }) =>
      `لا يجوز أن يتلقى هؤلاء أي رسالة بعد الآن ولو تجريبية: ${addresses.map(({ address, reason }) => `${own(address)} (${suppressionReasons[reason]})`).join('، ')}. احذفوهم من الإرسال التجريبي.`,
    ERASURE_LEAVING: ({ count }) =>
      `لا يمكن محو بيانات هذا الشخص الآن: ${counted(count, 'ar', leaving)} في هذه اللحظة. حاولوا من جديد بعد دقيقة؛ لم يُمحَ شيء.`,
    PERSON_UNKNOWN: ({ address }) =>
      `لا شيء هنا يخص ${own(address)}: تحققوا من العنوان، وإلا فقد مُحي من قبل.`,
    JOURNAL_APPEND_ONLY: () => 'يحفظ السجل وذاكرة القراء ما كُتب فيهما: لا يُعدَّل منهما شيء ولا يُمحى.',
    UNFORESEEN: () =>
      'حدث خطأ غير متوقع. انظروا هل تمّ الأمر، وإلا فحاولوا من جديد؛ وإن تكرر الخطأ فأبلغوا مسؤول النظام بساعته.',
  },
};

/** `64 ميغابايت` or `56 كيلوبايت`, as the parsers count: by 1,024. */
function sizeOf(bytes: number): string {
  return bytes >= 2 ** 20
    ? `${Math.floor(bytes / 2 ** 20)} ميغابايت`
    : `${Math.floor(bytes / 2 ** 10)} كيلوبايت`;
}

/** A moment of the day, in UTC as in the file of deliveries: the server does not know the person's time zone. */
function timeOf(instant: string): string {
  return `${new Date(instant).toISOString().slice(11, 16)} UTC`;
}
