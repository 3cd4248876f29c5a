import type { Language } from '@nachra/renderer';

/** A short page for a reader: what happened, and what to do. */
export interface ReaderMessage {
  heading: string;
  paragraphs: string[];
}

/** What readers are told beside the renderer's own pages, in the three languages of the newsletter. */
export interface ReaderWords {
  /** Stands where a mail names the address it was sent to. */
  anybody: string;
  /** The link is cut off, forged, or from another installation. */
  unknownLink: ReaderMessage;
  /** A link of ours whose message is not known any more; the person it names gets no mail. */
  unsubscribedByLink: ReaderMessage;
  tooManyAttempts: ReaderMessage;
  /** Something unforeseen; the operator finds it in the log. */
  trouble: ReaderMessage;
  /** The unsubscribe link of an issue on the web, which belongs to no subscriber. */
  linkInMail: ReaderMessage;
}

const words: Record<Language, ReaderWords> = {
  fr: {
    anybody: 'tous les lecteurs',
    unknownLink: {
      heading: 'Ce lien n’est pas complet',
      paragraphs: [
        'Le lien que vous avez suivi n’est pas un lien de désabonnement valable ; il a peut-être été coupé en route.',
        'Ouvrez de nouveau le message et suivez son lien « Se désabonner », ou répondez-y avec le mot « désabonnement ».',
      ],
    },
    unsubscribedByLink: {
      heading: 'C’est fait',
      paragraphs: [
        'Plus aucun message ne sera envoyé à l’adresse qui a reçu ce lien. Vous n’avez rien d’autre à faire.',
        'Nous ne retrouvons plus le message lui-même, mais son lien suffit à vous désabonner.',
      ],
    },
    tooManyAttempts: {
      heading: 'Un instant, s’il vous plaît',
      paragraphs: ['Trop de liens non valables sont venus de votre réseau. Réessayez dans une minute.'],
    },
    trouble: {
      heading: 'Un problème est survenu',
      paragraphs: ['La page n’a pas pu être préparée. Réessayez dans quelques minutes.'],
    },
    linkInMail: {
      heading: 'Se désabonner',
      paragraphs: [
        'Chaque abonné a son propre lien de désabonnement, au bas de chaque numéro reçu par courriel.',
        'Ouvrez l’un de vos messages et suivez ce lien : un seul clic suffit.',
      ],
    },
  },
  ar: {
    anybody: 'جميع القراء',
    unknownLink: {
      heading: 'هذا الرابط غير مكتمل',
      paragraphs: [
        'الرابط الذي فتحتموه ليس رابطا صالحا لإلغاء الاشتراك؛ ربما انقطع جزء منه.',
        'افتحوا الرسالة من جديد واتبعوا رابط إلغاء الاشتراك فيها، أو أجيبوا عليها طالبين إلغاء الاشتراك.',
      ],
    },
    unsubscribedByLink: {
      heading: 'تم الأمر',
      paragraphs: [
        'لن تصل أي رسالة بعد الآن إلى العنوان الذي ورد إليه هذا الرابط. لا يلزمكم أي إجراء آخر.',
        'لم نعد نجد الرسالة نفسها، لكن رابطها يكفي لإلغاء اشتراككم.',
      ],
    },
    tooManyAttempts: {
      heading: 'لحظة من فضلكم',
      paragraphs: ['وردت من شبكتكم روابط كثيرة غير صالحة. حاولوا من جديد بعد دقيقة.'],
    },
    trouble: {
      heading: 'حدث خلل',
      paragraphs: ['تعذر إعداد الصفحة. حاولوا من جديد بعد بضع دقائق.'],
    },
    linkInMail: {
      heading: 'إلغاء الاشتراك',
      paragraphs: [
        'لكل مشترك رابطه الخاص لإلغاء الاشتراك، في أسفل كل عدد يصله بالبريد الإلكتروني.',
        'افتحوا إحدى رسائلكم واتبعوا هذا الرابط: نقرة واحدة تكفي.',
      ],
    },
  },
  en: {
    anybody: 'every reader',
    unknownLink: {
      heading: 'This link is not complete',
      paragraphs: [
        'The link you followed is not a valid unsubscribe link; it may have been cut off on its way.',
        'Open the message again and follow its “Unsubscribe” link, or answer it with the word “unsubscribe”.',
      ],
    },
    unsubscribedByLink: {
      heading: 'Done',
      paragraphs: [
        'No message will go any more to the address that received this link. There is nothing else to do.',
        'We no longer find the message itself, but its link is enough to unsubscribe you.',
      ],
    },
    tooManyAttempts: {
      heading: 'One moment, please',
      paragraphs: ['Too many links that are not valid came from your network. Try again in a minute.'],
    },
    trouble: {
      heading: 'Something went wrong',
      paragraphs: ['The page could not be made. Try again in a few minutes.'],
    },
    linkInMail: {
      heading: 'Unsubscribe',
      paragraphs: [
        'Every subscriber has an unsubscribe link of their own, at the foot of each issue received by e-mail.',
        'Open one of your messages and follow that link: one click is enough.',
      ],
    },
  },
};

export function readerWords(language: Language): ReaderWords {
  return words[language];
}
