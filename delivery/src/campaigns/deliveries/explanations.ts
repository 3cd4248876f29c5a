import type { Language } from '@nachra/renderer';

/** The sentences of one language. `reasons` goes by RFC 3463 subject and detail (`2.2`), or by subject alone (`4.x`). */
export interface Explanations {
  queued: string;
  sending: string;
  accepted: string;
  deferred: (at: string) => string;
  rejected: string;
  gaveUp: string;
  inDoubt: string;
  workerLost: string;
  arrivedByHand: string;
  notArrivedByHand: string;
  bounced: string;
  heardFrom: string;
  suppressed: string;
  reasons: Record<string, string>;
}

export const explanations: Record<Language, Explanations> = {
  fr: {
    queued: 'En attente de son tour.',
    sending: 'En cours de remise au serveur.',
    accepted: 'Le serveur de la personne a accepté le message.',
    deferred: (at) => `Refusé pour l’instant ; nouvel essai le ${at}.`,
    rejected: 'Refusé définitivement.',
    gaveUp: 'Abandonné après plusieurs jours d’essais.',
    inDoubt:
      'La connexion s’est rompue avant la réponse du serveur : le message est peut-être arrivé, il ne repart pas de lui-même.',
    workerLost:
      'L’envoi s’est arrêté brutalement pendant cette remise : le message est peut-être arrivé, il ne repart pas de lui-même.',
    arrivedByHand: 'Arrivé, d’après une personne de l’équipe.',
    notArrivedByHand: 'Pas arrivé, d’après une personne de l’équipe.',
    bounced: 'Revenu : le serveur de la personne ne l’a pas remis.',
    heardFrom: 'Arrivé : la personne y a réagi.',
    suppressed: 'Écarté avant le départ : l’adresse ne doit plus recevoir de message.',
    reasons: {
      '1.1': 'Cette adresse n’existe pas.',
      '1.2': 'Le domaine de cette adresse n’existe pas.',
      '1.3': 'Cette adresse est mal formée.',
      '1.10': 'Ce domaine ne reçoit pas de courrier.',
      '2.0': 'La boîte de la personne n’est pas disponible.',
      '2.1': 'La boîte de la personne est désactivée.',
      '2.2': 'La boîte de la personne est pleine.',
      '2.3': 'Le message est trop lourd pour cette boîte.',
      '3.x': 'Le serveur de la personne manque de place ou de ressources.',
      '3.4': 'Le message est trop lourd pour ce serveur.',
      '4.x': 'Le serveur de la personne est momentanément injoignable ou surchargé.',
      '5.x': 'Le serveur de la personne n’a pas compris le message.',
      '6.x': 'Le serveur de la personne n’accepte pas ce contenu.',
      '6.7':
        'Cette adresse a des lettres accentuées ou non latines avant le @, et aucun serveur d’envoi ne les accepte.',
      '7.x': 'Le serveur de la personne refuse nos messages par règlement.',
    },
  },
  en: {
    queued: 'Waiting for its turn.',
    sending: 'Being handed to the server.',
    accepted: 'The person’s server accepted the message.',
    deferred: (at) => `Refused for now; next attempt on ${at}.`,
    rejected: 'Refused for good.',
    gaveUp: 'Given up after days of attempts.',
    inDoubt:
      'The connection broke before the server’s answer: the message may have arrived, and is not sent again by itself.',
    workerLost:
      'Sending stopped abruptly during this handover: the message may have arrived, and is not sent again by itself.',
    arrivedByHand: 'Arrived, as somebody of the team found out.',
    notArrivedByHand: 'Did not arrive, as somebody of the team found out.',
    bounced: 'Came back: the person’s server did not deliver it.',
    heardFrom: 'Arrived: the person reacted to it.',
    suppressed: 'Left out before it was sent: the address must not be mailed any more.',
    reasons: {
      '1.1': 'This address does not exist.',
      '1.2': 'The domain of this address does not exist.',
      '1.3': 'This address is malformed.',
      '1.10': 'This domain takes no mail.',
      '2.0': 'The person’s mailbox is not available.',
      '2.1': 'The person’s mailbox is disabled.',
      '2.2': 'The person’s mailbox is full.',
      '2.3': 'The message is too large for this mailbox.',
      '3.x': 'The person’s server lacks space or resources.',
      '3.4': 'The message is too large for this server.',
      '4.x': 'The person’s server is unreachable or overloaded for now.',
      '5.x': 'The person’s server did not understand the message.',
      '6.x': 'The person’s server does not take this content.',
      '6.7':
        'This address has accented or non-Latin letters before the @, and no mail server that we send by takes them.',
      '7.x': 'The person’s server refuses our mail by its policy.',
    },
  },
  ar: {
    queued: 'في انتظار دوره.',
    sending: 'قيد التسليم إلى الخادم.',
    accepted: 'قَبِل خادم المستلم الرسالة.',
    deferred: (at) => `رُفض مؤقتاً؛ المحاولة التالية في ${at}.`,
    rejected: 'رُفض نهائياً.',
    gaveUp: 'أُوقف بعد أيام من المحاولات.',
    inDoubt: 'انقطع الاتصال قبل جواب الخادم: قد تكون الرسالة وصلت، ولا يُعاد إرسالها تلقائياً.',
    workerLost: 'توقف الإرسال فجأة أثناء هذا التسليم: قد تكون الرسالة وصلت، ولا يُعاد إرسالها تلقائياً.',
    arrivedByHand: 'وصلت، حسب أحد أعضاء الفريق.',
    notArrivedByHand: 'لم تصل، حسب أحد أعضاء الفريق.',
    bounced: 'ارتدّت: لم يسلّمها خادم المستلم.',
    heardFrom: 'وصلت: تفاعل المستلم معها.',
    suppressed: 'استُبعد قبل الإرسال: لا يجوز مراسلة هذا العنوان بعد الآن.',
    reasons: {
      '1.1': 'هذا العنوان غير موجود.',
      '1.2': 'نطاق هذا العنوان غير موجود.',
      '1.3': 'هذا العنوان غير صحيح.',
      '1.10': 'هذا النطاق لا يستقبل البريد.',
      '2.0': 'صندوق المستلم غير متاح.',
      '2.1': 'صندوق المستلم معطّل.',
      '2.2': 'صندوق المستلم ممتلئ.',
      '2.3': 'الرسالة أكبر مما يقبله هذا الصندوق.',
      '3.x': 'ينقص خادم المستلم المكان أو الموارد.',
      '3.4': 'الرسالة أكبر مما يقبله هذا الخادم.',
      '4.x': 'تعذّر الوصول مؤقتاً إلى خادم المستلم.',
      '5.x': 'لم يفهم خادم المستلم الرسالة.',
      '6.x': 'لا يقبل خادم المستلم هذا المحتوى.',
      '6.7': 'في هذا العنوان حروف غير لاتينية أو مشكولة قبل علامة @، ولا يقبلها أي خادم إرسال.',
      '7.x': 'يرفض خادم المستلم رسائلنا وفق سياسته.',
    },
  },
};
