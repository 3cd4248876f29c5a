import type { Language } from '@nachra/renderer';

/** What a status of RFC 3463 means for a reader, by its subject and detail (`2.2`), or by its subject alone (`4.x`). */
const statusWords: Record<Language, Record<string, string>> = {
  fr: {
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
  en: {
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
  ar: {
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
    '4.x': 'تعذّر الوصول مؤقتًا إلى خادم المستلم.',
    '5.x': 'لم يفهم خادم المستلم الرسالة.',
    '6.x': 'لا يقبل خادم المستلم هذا المحتوى.',
    '6.7': 'في هذا العنوان حروف غير لاتينية أو مشكولة قبل علامة @، ولا يقبلها أي خادم إرسال.',
    '7.x': 'يرفض خادم المستلم رسائلنا وفق سياسته.',
  },
};

/**
 * One sentence on what a status says of an address, in a language; '' where it names no reason that we have words for.
 * Class 4 and class 5 say the same: whether it passes is said beside it. Pure.
 *
 * @param status RFC 3463, `5.1.1`
 * @see https://www.rfc-editor.org/rfc/rfc3463#section-3
 */
export function explainStatus(status: string, language: Language): string {
  const words = statusWords[language];
  const [, subject, detail] = status.split('.');
  return words[`${subject}.${detail}`] ?? words[`${subject}.x`] ?? '';
}
