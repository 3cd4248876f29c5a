import { isolated as i } from '../common/isolated';
import type { Language } from '@nachra/renderer';
import type { NoticeKind } from '../../../shared/review-lists';

/** What the sentences of a notice are made from: all of it typed by somebody. */
interface Told {
  /** The newsletter’s title. */
  title: string;
  /** The issue in words, `n° 242 (français)`; empty for an invitation. */
  which: string;
  by: string;
}

/** A notice in one language. */
interface NoticeWords {
  issue(number: number, language: Language): string;
  /** Somebody who has no name, or a program. */
  nobody: string;
  kinds: Record<
    NoticeKind,
    { subject: (told: Told) => string; lead: (told: Told) => string; hint: string; button: string }
  >;
  /** What was said of an issue. */
  said: {
    /** The place, where it is all of the issue. */
    whole: string;
    quoted: (words: string) => string;
    lead: Record<'comment' | 'answer' | 'settled', (by: string) => string>;
    /** Those that do not stand in the mail. */
    more: (count: number) => string;
  };
  /** What was said with it stands below. */
  quoted: string;
  why(title: string): string;
  choose: string;
  /** Below an invitation. */
  unexpected: string;
}

const named: Record<Language, Record<Language, string>> = {
  fr: { fr: 'français', ar: 'arabe', en: 'anglais' },
  en: { fr: 'French', ar: 'Arabic', en: 'English' },
  ar: { fr: 'بالفرنسية', ar: 'بالعربية', en: 'بالإنجليزية' },
};

/** What notices say. Whatever somebody typed stands isolated, so that no name turns a sentence around. */
export const noticeWords: Record<Language, NoticeWords> = {
  fr: {
    issue: (number, language) => `n° ${number} (${named.fr[language]})`,
    nobody: 'Quelqu’un',
    kinds: {
      'review-asked': {
        subject: ({ title, which }) => `${i(title)} ${which} : relecture demandée`,
        lead: ({ which, by }) => `${i(by)} vous demande de relire le ${which}.`,
        hint: 'Lisez-le, commentez-le au besoin, puis approuvez-le ou renvoyez-le à corriger.',
        button: 'Ouvrir le numéro',
      },
      commented: {
        subject: ({ title, which }) => `${i(title)} ${which} : commentaires`,
        lead: ({ which }) => `Voici ce qui a été dit du ${which}.`,
        hint: 'Répondez au pupitre, et marquez comme réglé ce qui l’est.',
        button: 'Ouvrir le numéro',
      },
      'all-clear': {
        subject: ({ title, which }) => `${i(title)} ${which} : lu, rien à signaler`,
        lead: ({ which, by }) => `${i(by)} a lu le ${which} et n’a rien à signaler.`,
        hint: 'Cela ne vaut pas approbation. Si le numéro change, sa relecture sera de nouveau proposée.',
        button: 'Ouvrir le numéro',
      },
      'sent-back': {
        subject: ({ title, which }) => `${i(title)} ${which} : à corriger`,
        lead: ({ which, by }) => `${i(by)} vous renvoie le ${which} à corriger.`,
        hint: 'Il est de nouveau en rédaction. Une fois corrigé, demandez une nouvelle relecture.',
        button: 'Ouvrir le numéro',
      },
      approved: {
        subject: ({ title, which }) => `${i(title)} ${which} : approuvé`,
        lead: ({ which, by }) => `${i(by)} a approuvé le ${which}.`,
        hint: 'Toute modification mettrait fin à cette approbation.',
        button: 'Voir le numéro',
      },
      sent: {
        subject: ({ title, which }) => `${i(title)} ${which} : envoi terminé`,
        lead: ({ which }) => `L’envoi du ${which} est terminé.`,
        hint: 'Ce que chaque serveur de messagerie a répondu se lit au pupitre.',
        button: 'Voir l’envoi',
      },
      invited: {
        subject: ({ title, by }) => `${i(by)} vous invite à travailler sur ${i(title)}`,
        lead: ({ title, by }) => `${i(by)} vous invite à travailler sur ${i(title)}.`,
        hint: 'Choisissez un mot de passe pour ouvrir votre compte. Ce lien n’est que pour vous.',
        button: 'Ouvrir mon compte',
      },
    },
    said: {
      whole: 'Tout le numéro',
      quoted: (words) => `«\u202f${words}\u202f»`,
      lead: {
        comment: (by) => `${i(by)}\u202f:`,
        answer: (by) => `${i(by)} répond\u202f:`,
        settled: (by) => `${i(by)} l’a marqué comme réglé.`,
      },
      more: (count) =>
        count === 1 ? 'Un autre commentaire se lit au pupitre.' : `${count} autres se lisent au pupitre.`,
    },
    quoted: 'Son message :',
    why: (title) => `Vous recevez ce message parce que vous travaillez sur ${i(title)}.`,
    choose: 'Choisir mes messages',
    unexpected: 'Si vous n’attendiez pas cette invitation, ne faites rien : aucun compte ne sera ouvert.',
  },
  en: {
    issue: (number, language) => `no. ${number} (${named.en[language]})`,
    nobody: 'Somebody',
    kinds: {
      'review-asked': {
        subject: ({ title, which }) => `${i(title)} ${which}: review requested`,
        lead: ({ which, by }) => `${i(by)} asks you to review ${which}.`,
        hint: 'Read it, comment where needed, then approve it or send it back for correction.',
        button: 'Open the issue',
      },
      commented: {
        subject: ({ title, which }) => `${i(title)} ${which}: comments`,
        lead: ({ which }) => `This was said of ${which}.`,
        hint: 'Answer at the desk, and settle what is settled.',
        button: 'Open the issue',
      },
      'all-clear': {
        subject: ({ title, which }) => `${i(title)} ${which}: read, nothing to say`,
        lead: ({ which, by }) => `${i(by)} has read ${which} and has nothing to say.`,
        hint: 'That does not approve it. If it is changed, it is put to the same reviewer again.',
        button: 'Open the issue',
      },
      'sent-back': {
        subject: ({ title, which }) => `${i(title)} ${which}: please correct`,
        lead: ({ which, by }) => `${i(by)} sends ${which} back to you for correction.`,
        hint: 'It is being drafted again. Once it is corrected, ask for another review.',
        button: 'Open the issue',
      },
      approved: {
        subject: ({ title, which }) => `${i(title)} ${which}: approved`,
        lead: ({ which, by }) => `${i(by)} approved ${which}.`,
        hint: 'Any change would end this approval.',
        button: 'See the issue',
      },
      sent: {
        subject: ({ title, which }) => `${i(title)} ${which}: sending has ended`,
        lead: ({ which }) => `Sending ${which} has ended.`,
        hint: 'What each mail server answered is at the desk.',
        button: 'See what was sent',
      },
      invited: {
        subject: ({ title, by }) => `${i(by)} invites you to work on ${i(title)}`,
        lead: ({ title, by }) => `${i(by)} invites you to work on ${i(title)}.`,
        hint: 'Choose a password to open your account. This link is for you alone.',
        button: 'Open my account',
      },
    },
    said: {
      whole: 'The whole issue',
      quoted: (words) => `“${words}”`,
      lead: {
        comment: (by) => `${i(by)}:`,
        answer: (by) => `${i(by)} answers:`,
        settled: (by) => `${i(by)} settled it.`,
      },
      more: (count) => (count === 1 ? 'One more stands at the desk.' : `${count} more stand at the desk.`),
    },
    quoted: 'The message:',
    why: (title) => `You get this message because you work on ${i(title)}.`,
    choose: 'Choose my messages',
    unexpected: 'If you did not expect this invitation, do nothing: no account will be opened.',
  },
  ar: {
    issue: (number, language) => `العدد ${number} (${named.ar[language]})`,
    nobody: 'أحد الزملاء',
    kinds: {
      'review-asked': {
        subject: ({ title, which }) => `طلب مراجعة: ${i(title)}، ${which}`,
        lead: ({ which, by }) => `يطلب منكم ${i(by)} مراجعة ${which}.`,
        hint: 'اقرؤوه وعلّقوا عليه عند الحاجة، ثم اعتمدوه أو أعيدوه إلى التحرير.',
        button: 'فتح العدد',
      },
      commented: {
        subject: ({ title, which }) => `تعليقات: ${i(title)}، ${which}`,
        lead: ({ which }) => `هذا ما قيل عن ${which}.`,
        hint: 'أجيبوا في مكتب التحرير، وأنهوا ما حُسم من التعليقات.',
        button: 'فتح العدد',
      },
      'all-clear': {
        subject: ({ title, which }) => `لا ملاحظات: ${i(title)}، ${which}`,
        lead: ({ which, by }) => `قرأ ${i(by)} ${which}، ولا ملاحظات لديه.`,
        hint: 'لا يعني ذلك اعتماد العدد. إن عُدّل بعد ذلك عُرض عليه من جديد.',
        button: 'فتح العدد',
      },
      'sent-back': {
        subject: ({ title, which }) => `للتصحيح: ${i(title)}، ${which}`,
        lead: ({ which, by }) => `يعيد إليكم ${i(by)} ${which} لتصحيحه.`,
        hint: 'عاد العدد إلى التحرير. بعد تصحيحه اطلبوا مراجعة جديدة.',
        button: 'فتح العدد',
      },
      approved: {
        subject: ({ title, which }) => `تم الاعتماد: ${i(title)}، ${which}`,
        lead: ({ which, by }) => `اعتمد ${i(by)} ${which}.`,
        hint: 'أي تعديل ينهي هذا الاعتماد.',
        button: 'عرض العدد',
      },
      sent: {
        subject: ({ title, which }) => `انتهى الإرسال: ${i(title)}، ${which}`,
        lead: ({ which }) => `انتهى إرسال ${which}.`,
        hint: 'تجدون ردود خوادم البريد في مكتب التحرير.',
        button: 'عرض الإرسال',
      },
      invited: {
        subject: ({ title, by }) => `يدعوكم ${i(by)} إلى العمل على ${i(title)}`,
        lead: ({ title, by }) => `يدعوكم ${i(by)} إلى العمل على ${i(title)}.`,
        hint: 'اختاروا كلمة سر لفتح حسابكم. هذا الرابط خاص بكم وحدكم.',
        button: 'فتح حسابي',
      },
    },
    said: {
      whole: 'العدد كله',
      quoted: (words) => `«${words}»`,
      lead: {
        comment: (by) => `${i(by)}:`,
        answer: (by) => `يجيب ${i(by)}:`,
        settled: (by) => `أنهى ${i(by)} هذا التعليق.`,
      },
      more: (count) =>
        count === 1 ? 'تعليق آخر في مكتب التحرير.' : `تعليقات أخرى في مكتب التحرير: ${count}.`,
    },
    quoted: 'الرسالة:',
    why: (title) => `تصلكم هذه الرسالة لأنكم تعملون على ${i(title)}.`,
    choose: 'اختيار رسائلي',
    unexpected: 'إن لم تكونوا تنتظرون هذه الدعوة فلا تفعلوا شيئًا: لن يُفتح أي حساب.',
  },
};
