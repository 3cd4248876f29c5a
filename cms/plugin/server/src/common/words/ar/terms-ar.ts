import type { LedgerHold, SuppressionReason } from '@nachra/delivery';
import type { Language } from '@nachra/renderer';
import type { Stage, StageEvent } from '../../../../../shared/stages';
import { apart } from '../../isolated';

/** An edition's language, as it follows a noun. */
export const languages: Record<Language, string> = { fr: 'بالفرنسية', ar: 'بالعربية', en: 'بالإنجليزية' };

/** What is not ours within a sentence, such as a name or an address, in an order of its own. */
export const own = (typed: string | number) => apart(String(typed), 'ar');

/** Several of them, one after another. */
export const list = (typed: readonly (string | number)[]) => typed.map(own).join('، ');

/** Several of which one is enough. */
export const either = (typed: readonly string[]) => typed.map(own).join(' أو ');

/** The account of the operating system that ran a command: a name such as `root` is nobody’s of the team. */
export const account = (name: string) => `حساب النظام ${own(name)}`;

/** Where an issue stands, after its number. */
export const stages: Record<Stage, string> = {
  drafting: 'قيد التحرير',
  'in-review': 'قيد المراجعة',
  approved: 'معتمد',
  scheduled: 'مجدول',
  sending: 'قيد الإرسال',
  sent: 'مرسل',
};

/** What cannot happen to an issue where it stands. */
export const steps: Record<StageEvent, string> = {
  submit: 'لا يمكن تقديمه للمراجعة',
  withdraw: 'لا يمكن استرجاعه إلى التحرير',
  approve: 'لا يمكن اعتماده',
  void: 'لا يمكن إنهاء اعتماده',
  correct: 'لا يمكن تصويبه',
  uncorrect: 'ليس له تصويب حتى يُلغى',
  schedule: 'لا تمكن جدولته',
  start: 'لا يمكن إرساله',
  finish: 'لا يمكن إنهاء إرساله',
  release: 'لا يمكن إلغاء جدولته',
};

/** Why an address must not be mailed, as it follows the address. */
export const suppressionReasons: Record<SuppressionReason, string> = {
  unsubscribed: 'إلغاء الاشتراك',
  bounced: 'رسائل مرتدة',
  complained: 'تبليغ كبريد مزعج',
  'suppressed-by-hand': 'استبعاد يدوي',
};

/** Why all sending was held, after a colon. */
export const holdReasons: Record<LedgerHold, string> = {
  empty: 'سجل الإرسال فارغ',
  another: 'سجل الإرسال ليس هو السجل المعهود',
  older: 'سجل الإرسال أقدم من المحتوى',
  'rolled-back': 'عادت البيانات إلى حالة سابقة',
  moved: 'تغيّر مكان سجل الإرسال',
  'link-secret-changed': 'تغيّر مفتاح الروابط',
  'person-key-changed': 'تغيّر مفتاح الأشخاص',
  damaged: 'سجل الإرسال تالف',
  restored: 'استُعيدت البيانات من نسخة احتياطية',
  'carried-over': `نُقل التثبيت إلى ${own('PostgreSQL')}`,
  'journal-changed': 'لم يعد السجل كما كُتب',
};
