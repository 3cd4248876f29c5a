import { uids } from '../../../../../shared/uids';
import { fieldLabel } from '../contract-fields';
import { counted } from '../counted';
import {
  choiceIn,
  countIn,
  differenceIn,
  findingSaid,
  instantIn,
  listIn,
  numberIn,
  textIn,
  type JournalFacts,
  type JournalWords,
} from '../journal-words';
import { holdReasons, languages, list, own, suppressionReasons } from './terms-ar';

const issueIn = (facts: JournalFacts) => `العدد ${numberIn(facts, languages)}`;

const types: Record<string, string> = {
  [uids.issue]: 'العدد',
  [uids.article]: 'المقال',
  [uids.dashboard]: 'لوحة المؤشرات',
  [uids.brand]: 'بيانات المؤسسة',
  [uids.list]: 'القائمة',
  [uids.subscriber]: 'مشترك',
  [uids.segment]: 'الشريحة',
  'plugin::upload.file': 'الملف',
};
const actions: Record<string, (what: string) => string> = {
  create: (what) => `إنشاء ${what}`,
  clone: (what) => `إنشاء ${what} بالنسخ`,
  delete: (what) => `حذف ${what}`,
  publish: (what) => `نشر ${what}`,
  unpublish: (what) => `إلغاء نشر ${what}`,
  discardDraft: (what) => `التخلي عن تعديلات ${what}`,
};
const changed = (what: string) => `تعديل ${what}`;
const reasons: Record<string, string> = suppressionReasons;
const decisions: Record<string, string> = {
  arrived: 'وصلت',
  'not-arrived': 'لم تصل',
  'send-again': 'يُعاد إرسالها',
};

const choices: Record<string, string> = {
  'treat-as-sent': 'يُحتسب مرسلًا',
  'send-the-rest': 'يُترك ليستمر',
  'keep-hour': 'يبقى في موعده',
  'keep-paused': 'يبقى معلقًا',
  cancel: 'يُلغى',
};
/** Why one send is held. */
const heldBecause: Record<string, string> = {
  'silent-too-long': 'بقي دون معالجة مدة ساعة',
  'approval-unknown': 'لا يعرف الموقع شيئًا عن اعتماده',
  'edition-spoilt': 'لم يعد نصه أو إحدى صوره كما اعتُمد',
  'picture-lost': 'فُقدت إحدى صوره أو تغيّرت، ولن تظهر',
};
/** How the rule of four eyes was met, where nobody else looked. */
const eyes: Readonly<Record<string, string | undefined>> = {
  off: ' كانت قاعدة المراجعة المزدوجة معطلة.',
  alone: ' لم يكن بإمكان أي شخص آخر اعتماده.',
};
const keys: Record<string, string> = { email: 'عنوان تسجيل الدخول', password: 'كلمة السر' };
const keysSet = (facts: JournalFacts) => {
  const set = listIn(facts, 'keys').map((key) => keys[key] ?? own(key));
  return set.length === 0 ? '' : ` جرى تغيير ${set.join(' و')}.`;
};
const tokenTypes: Record<string, string> = {
  'read-only': 'قراءة فقط',
  'full-access': 'وصول كامل',
  custom: 'مخصص',
  admin: 'إدارة',
  '': 'نقل البيانات',
};
const chosen = (facts: JournalFacts) => choices[choiceIn(facts)] ?? own(choiceIn(facts));
const allHeldBecause = (facts: JournalFacts) =>
  (holdReasons as Record<string, string>)[textIn(facts, 'hold')] ?? 'لم يتوافق المحتوى وسجل الإرسال';
const journalIn = (facts: JournalFacts) => {
  const found = differenceIn(facts);
  if (found === null) return '';
  const { missing, changed: altered, added, forged } = found;
  return ` مداخل السجل الناقصة: ${missing}، المغيّرة: ${altered}، المضافة: ${added}.${forged > 0 ? ' وتغيّرت بصماتها أيضًا.' : ''}`;
};

const titled = (facts: JournalFacts) => {
  const title = textIn(facts, 'title');
  return title ? ` «${own(title)}»` : '';
};
const readers = (count: number) =>
  counted(count, 'ar', {
    ...{ one: 'قارئ واحد', two: 'قارئين', few: '# قراء' },
    ...{ many: '# قارئًا', other: '# قارئ' },
  });
const addresses = (count: number) =>
  counted(count, 'ar', {
    ...{ one: 'عنوان واحد', two: 'عنوانين', few: '# عناوين' },
    ...{ many: '# عنوانًا', other: '# عنوان' },
  });
const because = (facts: JournalFacts, key: string) => {
  const reason = textIn(facts, key);
  return reason ? ` السبب: ${own(reason)}` : '';
};
const askedIn = (facts: JournalFacts) => {
  const asked = listIn(facts, 'asked');
  return asked.length === 0 ? '' : ` (طُلبت من: ${list(asked)})`;
};
const who = (facts: JournalFacts) => `«${own(textIn(facts, 'who'))}»`;
const rolesIn = (facts: JournalFacts) => own(textIn(facts, 'roles')) || 'بلا دور';
const rights = (facts: JournalFacts) =>
  `الممنوحة: ${listIn(facts, 'given').length}، المسحوبة: ${listIn(facts, 'taken').length}`;
const reasonIn = (facts: JournalFacts) => reasons[textIn(facts, 'reason')] ?? own(textIn(facts, 'reason'));

/** What the desk says about entries of the journal, in Arabic: each begins with what was done, as registers are kept. */
export const journal: JournalWords = {
  fileName: 'journal',
  columns: ['الوقت (UTC)', 'الشخص', 'الحساب', 'النوع', 'العدد', 'اللغة', 'ما جرى', 'الرمز', 'الإرسال'],
  kinds: {
    issue: 'اعتماد',
    campaign: 'إرسال',
    test: 'إرسال تجريبي',
    export: 'تصدير',
    suppression: 'عنوان مستبعد',
    content: 'محتوى',
    sender: 'المرسِل',
    rights: 'صلاحيات',
    ledger: 'سجل الإرسال',
  },
  sentences: {
    'issue.submitted': (facts) => `تقديم ${issueIn(facts)} للمراجعة${askedIn(facts)}.`,
    'issue.withdrawn': (facts) => `استرجاع ${issueIn(facts)} إلى التحرير.`,
    'issue.sent-back': (facts) => `إعادة ${issueIn(facts)} إلى التحرير لتصحيحه.${because(facts, 'reason')}`,
    'issue.all-clear': (facts) => `قراءة ${issueIn(facts)}: لا ملاحظات.`,
    'issue.all-clear-taken-back': (facts) => `سحب القول بعدم وجود ملاحظات على ${issueIn(facts)}.`,
    'issue.approved': (facts) => {
      const acknowledged = countIn(facts, 'acknowledged') || countIn(facts, 'acknowledgements');
      const alone = eyes[textIn(facts, 'fourEyes')] ?? '';
      return `اعتماد ${issueIn(facts)}.${alone}${acknowledged ? ` أُخذ العلم بملاحظاته، وعددها ${acknowledged}.` : ''}`;
    },
    'issue.voided': (facts) =>
      textIn(facts, 'because') === 'released'
        ? `انتهى اعتماد ${issueIn(facts)} حين سُمح بالإرسال من جديد: ربما أُرسل بعد أخذ النسخة الاحتياطية.`
        : `انتهى اعتماد ${issueIn(facts)} لتغيّر محتواه أو صوره أو مرسله.${countIn(facts, 'cancelled') ? ' وأُلغي لذلك إرساله المجدول.' : ''}`,
    'issue.corrected': (facts) => `فتح تصويب يخص ${issueIn(facts)}.${because(facts, 'reason')}`,
    'issue.uncorrected': (facts) => `إلغاء تصويب ${issueIn(facts)}.`,
    'issue.prepared': (facts) => {
      const from = countIn(facts, 'from');
      return `تحضير ${issueIn(facts)}${from ? ` انطلاقًا من العدد ${String(from)}` : ' فارغًا'}.`;
    },
    'finding.set-aside': (facts) =>
      `وضع ملاحظة تخص ${issueIn(facts)} جانبًا: «${findingSaid(facts, 'ar')}».${because(facts, 'reason')}`,
    'finding.taken-up': (facts) =>
      `إعادة ملاحظة تخص ${issueIn(facts)} كانت موضوعة جانبًا: «${findingSaid(facts, 'ar')}».${because(facts, 'reason')}`,
    'campaign.frozen': (facts) =>
      `تقرّر إرسال ${issueIn(facts)} إلى ${readers(countIn(facts, 'recipients'))}؛ المستبعدون: ${countIn(facts, 'exclusions')}.`,
    'campaign.paused': (facts) => `تعليق إرسال ${issueIn(facts)}.`,
    'campaign.resumed': (facts) => `استئناف إرسال ${issueIn(facts)}.`,
    'campaign.cancelled': (facts) =>
      textIn(facts, 'because') === 'approval-ended'
        ? `أُلغي إرسال ${issueIn(facts)} لأن اعتماده انتهى.`
        : `إلغاء إرسال ${issueIn(facts)}.`,
    'campaign.decided': (facts) =>
      `البت في رسائل ${readers(countIn(facts, 'changed'))} من ${issueIn(facts)}: ${decisions[textIn(facts, 'decision')] ?? own(textIn(facts, 'decision'))}.`,
    'campaign.held': (facts) =>
      `إيقاف إرسال ${issueIn(facts)}: ${heldBecause[textIn(facts, 'hold')] ?? heldBecause['silent-too-long']}.`,
    'campaign.hold-decided': (facts) => `البت في الإرسال الموقوف، ${issueIn(facts)}: ${chosen(facts)}.`,
    'issue.hold-decided': (facts) => `البت في الإرسال المفقود، ${issueIn(facts)}: ${chosen(facts)}.`,
    'test.sent': (facts) => {
      const strange = countIn(facts, 'strange');
      const confirmed = strange ? `، منها خارج المؤسسة ${strange} (بعد التأكيد)` : '';
      return `إرسال ${issueIn(facts)} تجريبيًا إلى ${addresses(countIn(facts, 'count'))}${confirmed}.`;
    },
    'export.made': (facts) =>
      textIn(facts, 'what') === 'journal'
        ? 'حفظ السجل في ملف.'
        : `حفظ بيانات إرسال العدد ${facts.number ?? ''} في ملف، مع العناوين.`,
    'suppression.made': (facts) => `لم يعد أحد العناوين يتلقى الرسائل: ${reasonIn(facts)}.`,
    'suppression.lifted': (facts) =>
      `عاد أحد العناوين يتلقى الرسائل، وكان مستبعدًا: ${reasonIn(facts)}.${facts.data['askedByPerson'] === true ? ' وقد طلب صاحبه ذلك.' : ''}${because(facts, 'why')}`,
    'suppression.put-back': (facts) =>
      `فقد سجل الإرسال أثر أشخاص مستبعدين، فأُخذوا من السجل. أُعيد استبعاد: ${countIn(facts, 'made')}، رُفع الاستبعاد عن: ${countIn(facts, 'lifted')}.`,
    'person.erased': (facts) =>
      `محو عنوان شخص. من الرسائل: ${countIn(facts, 'deliveries')}، منها ما لم يغادر: ${countIn(facts, 'withdrawn')}؛ من بطاقات المشتركين: ${countIn(facts, 'subscribers')}.${because(facts, 'why')}`,
    'content.saved': (facts) => {
      const type = textIn(facts, 'type');
      const fields = list(listIn(facts, 'fields').map((field) => fieldLabel(type, field, 'ar')));
      const back = countIn(facts, 'broughtBack');
      const what = `${types[type] ?? own(type)}${titled(facts)}`;
      const did = back
        ? `استرجاع النسخة المحفوظة ${back} من ${what}`
        : (actions[textIn(facts, 'action')] ?? changed)(what);
      return `${did}${fields ? `: ${fields}` : ''}.`;
    },
    'sender.changed': (facts) => {
      const label = fieldLabel(uids.brand, textIn(facts, 'field'), 'ar');
      return `المرسِل، ${own(label)}: كان «${own(textIn(facts, 'before'))}» وصار «${own(textIn(facts, 'after'))}».`;
    },
    'four-eyes.set': (facts) =>
      textIn(facts, 'after') === 'off'
        ? 'رفع القاعدة التي تمنع أن يعتمد أحد عمله.'
        : 'وضع القاعدة التي تمنع أن يعتمد أحد عمله.',
    'upload.deleted': (facts) => `حذف ملف${titled(facts)}.`,
    'user.created': (facts) => `إنشاء حساب ${who(facts)}. الأدوار: ${rolesIn(facts)}.`,
    'user.invited': (facts) => `دعوة ${who(facts)} بالبريد.`,
    'user.changed': (facts) =>
      `تعديل حساب ${who(facts)}: ${facts.data['isActive'] === true ? 'نشط' : 'محظور'}. الأدوار: ${rolesIn(facts)}.${keysSet(facts)}`,
    'user.deleted': (facts) => `حذف حساب ${who(facts)}.`,
    'user.second-factor-added': (facts) => `إعداد العامل الثاني لحساب ${who(facts)}.`,
    'user.second-factor-removed': (facts) => `إزالة العامل الثاني من حساب ${who(facts)}.`,
    'user.recovery-codes-made': (facts) => `إنشاء رموز استرداد جديدة لحساب ${who(facts)}.`,
    'user.recovery-code-used': (facts) => `استعمال رمز استرداد لحساب ${who(facts)}.`,
    'role.created': (facts) => `إنشاء الدور ${who(facts)}.`,
    'role.changed': (facts) => `تعديل الدور ${who(facts)}.`,
    'role.deleted': (facts) => `حذف الدور ${who(facts)}.`,
    'role.permissions': (facts) => `تعديل صلاحيات الدور ${who(facts)}. ${rights(facts)}.`,
    'token.created': (facts) =>
      `إنشاء رمز الوصول ${who(facts)} (${tokenTypes[textIn(facts, 'type')] ?? own(textIn(facts, 'type'))}).`,
    'token.changed': (facts) => `تعديل رمز الوصول ${who(facts)} أو تجديد مفتاحه.`,
    'token.deleted': (facts) => `حذف رمز الوصول ${who(facts)}.`,
    'token.permissions': (facts) => `تعديل صلاحيات رمز الوصول ${who(facts)}. ${rights(facts)}.`,
    'ledger.held': (facts) => `إيقاف كل إرسال: ${allHeldBecause(facts)}.${journalIn(facts)}`,
    'ledger.released': (facts) => `السماح بالإرسال من جديد.${journalIn(facts)}`,
    'ledger.restored': (facts) => {
      const at = instantIn(facts, 'madeAt');
      return `استعادة التثبيت من نسخة احتياطية${at && ` أُخذت في ${own(at)}`}. ما أُرسل بعد ذلك غير وارد فيها.`;
    },
  },
};
