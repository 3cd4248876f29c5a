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
        hint: 'Ce que les serveurs de messagerie ont répondu se lit au pupitre.',
        button: 'Voir l’envoi',
      },
      invited: {
        subject: ({ title, by }) => `${i(by)} vous invite à travailler sur ${i(title)}`,
        lead: ({ title, by }) => `${i(by)} vous invite à travailler sur ${i(title)}.`,
        hint: 'Choisissez un mot de passe pour ouvrir votre compte. Ce lien n’est que pour vous.',
        button: 'Ouvrir mon compte',
      },
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
        hint: 'What the mail servers answered is at the desk.',
        button: 'See what was sent',
      },
      invited: {
        subject: ({ title, by }) => `${i(by)} invites you to work on ${i(title)}`,
        lead: ({ title, by }) => `${i(by)} invites you to work on ${i(title)}.`,
        hint: 'Choose a password to open your account. This link is for you alone.',
        button: 'Open my account',
      },
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
    quoted: 'الرسالة:',
    why: (title) => `تصلكم هذه الرسالة لأنكم تعملون على ${i(title)}.`,
    choose: 'اختيار رسائلي',
    unexpected: 'إن لم تكونوا تنتظرون هذه الدعوة فلا تفعلوا شيئًا: لن يُفتح أي حساب.',
  },
};
