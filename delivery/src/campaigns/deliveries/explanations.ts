import type { Language } from '@nachra/renderer';

/** What is said of a delivery, in one language. */
interface Explanations {
  queued: string;
  sending: string;
  accepted: string;
  deferred: (at: string) => string;
  /** Refused for now by no server: the connection broke before the whole message was sent. */
  brokenOff: string;
  rejected: string;
  /** Added where no server was handed the message. */
  notSent: string;
  gaveUp: string;
  inDoubt: string;
  workerLost: string;
  treatedAsSent: string;
  arrivedByHand: string;
  notArrivedByHand: string;
  bounced: string;
  heardFrom: string;
  suppressed: string;
  corrected: string;
  erased: string;
  noLongerSubscribed: string;
  hasNumber: string;
  cancelled: string;
}

export const explanations: Record<Language, Explanations> = {
  fr: {
    queued: 'En attente de son tour.',
    sending: 'En cours de remise à notre serveur d’envoi.',
    accepted: 'Notre serveur d’envoi a pris le message en charge. Il dit s’il revient, pas s’il est lu.',
    deferred: (at) => `Refusé pour l’instant ; nouvel essai le ${at}.`,
    brokenOff: 'La connexion s’est rompue au milieu du message.',
    rejected: 'Refusé définitivement.',
    notSent: 'Le message n’a pas été envoyé.',
    gaveUp: 'Abandonné après plusieurs jours d’essais.',
    inDoubt:
      'La connexion s’est rompue avant la réponse de notre serveur d’envoi : le message est peut-être arrivé, il ne repart pas de lui-même.',
    workerLost:
      'L’envoi s’est arrêté brutalement pendant cette remise : le message est peut-être arrivé, il ne repart pas de lui-même.',
    treatedAsSent:
      'Compté comme envoyé après une restauration : le message est peut-être arrivé, il ne repart pas de lui-même.',
    arrivedByHand: 'Arrivé, d’après une personne de l’équipe.',
    notArrivedByHand: 'Pas arrivé, d’après une personne de l’équipe.',
    bounced: 'Revenu : le serveur de la personne ne l’a pas remis.',
    heardFrom: 'Arrivé : la personne y a réagi.',
    suppressed: 'Écarté avant le départ : l’adresse ne doit plus recevoir de message.',
    corrected: 'Écarté avant le départ : un rectificatif du numéro est envoyé à sa place.',
    erased: 'Écarté avant le départ : la personne a été effacée.',
    noLongerSubscribed: 'Écarté avant le départ : la personne n’est plus abonnée à cette adresse.',
    hasNumber: 'Écarté avant le départ : la même personne reçoit ou a reçu ce numéro à une autre adresse.',
    cancelled: 'Pas parti : l’envoi a été annulé avant.',
  },
  en: {
    queued: 'Waiting for its turn.',
    sending: 'Being handed to our mail server.',
    accepted:
      'Our mail server took the message. It tells us if the message comes back, not whether it is read.',
    deferred: (at) => `Refused for now; next attempt on ${at}.`,
    brokenOff: 'The connection broke in the middle of the message.',
    rejected: 'Refused for good.',
    notSent: 'The message was not sent.',
    gaveUp: 'Given up after days of attempts.',
    inDoubt:
      'The connection broke before our mail server’s answer: the message may have arrived, and is not sent again by itself.',
    workerLost:
      'Sending stopped abruptly during this handover: the message may have arrived, and is not sent again by itself.',
    treatedAsSent:
      'Treated as sent after a restore: the message may have arrived, and is not sent again by itself.',
    arrivedByHand: 'Arrived, as somebody of the team found out.',
    notArrivedByHand: 'Did not arrive, as somebody of the team found out.',
    bounced: 'Came back: the person’s server did not deliver it.',
    heardFrom: 'Arrived: the person reacted to it.',
    suppressed: 'Left out before it was sent: the address must not be mailed any more.',
    corrected: 'Left out before it was sent: a correction of the number is sent instead.',
    erased: 'Left out before it was sent: the person was erased.',
    noLongerSubscribed: 'Left out before it was sent: the person is no longer subscribed at this address.',
    hasNumber: 'Left out before it was sent: the same person gets or has this issue at another address.',
    cancelled: 'Not sent: the campaign was cancelled first.',
  },
  ar: {
    queued: 'في انتظار دوره.',
    sending: 'قيد التسليم إلى خادم الإرسال لدينا.',
    accepted: 'تسلّم خادم الإرسال لدينا الرسالة، وهو يخبرنا إن ارتدّت لا إن قُرئت.',
    deferred: (at) => `رُفض مؤقتًا؛ المحاولة التالية في ${at}.`,
    brokenOff: 'انقطع الاتصال في أثناء إرسال الرسالة.',
    rejected: 'رُفض نهائيًا.',
    notSent: 'لم تُرسل الرسالة.',
    gaveUp: 'أُوقف بعد أيام من المحاولات.',
    inDoubt: 'انقطع الاتصال قبل جواب خادم الإرسال لدينا: قد تكون الرسالة وصلت، ولا يُعاد إرسالها تلقائيًا.',
    workerLost: 'توقف الإرسال فجأة أثناء هذا التسليم: قد تكون الرسالة وصلت، ولا يُعاد إرسالها تلقائيًا.',
    treatedAsSent: 'تُعدّ مُرسلة بعد استعادة نسخة احتياطية: قد تكون الرسالة وصلت، ولا يُعاد إرسالها تلقائيًا.',
    arrivedByHand: 'وصلت، حسب أحد أعضاء الفريق.',
    notArrivedByHand: 'لم تصل، حسب أحد أعضاء الفريق.',
    bounced: 'ارتدّت: لم يسلّمها خادم المستلم.',
    heardFrom: 'وصلت: تفاعل المستلم معها.',
    suppressed: 'استُبعد قبل الإرسال: لا يجوز مراسلة هذا العنوان بعد الآن.',
    corrected: 'استُبعد قبل الإرسال: يُرسل تصويب للعدد بدلًا منه.',
    erased: 'استُبعد قبل الإرسال: مُحيت بيانات المستلم.',
    noLongerSubscribed: 'استُبعد قبل الإرسال: لم يعد الشخص مشتركًا بهذا العنوان.',
    hasNumber: 'استُبعد قبل الإرسال: يتلقى الشخص نفسه هذا العدد أو تلقاه على عنوان آخر.',
    cancelled: 'لم تُرسل: أُلغي الإرسال قبل ذلك.',
  },
};
