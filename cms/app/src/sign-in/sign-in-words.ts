import { apart, counted, requestLanguage, type DeskLanguage } from '@nachra/strapi-plugin-newsletter';
import type { Core } from '@strapi/strapi';
import { settings } from '../settings';
import { shortestPassword, type PasswordFault } from './password-fault';

/** What is said to people about signing in, in the languages of the desk. */
interface SignInWords {
  passwords: Record<PasswordFault, string>;
  tooMany: (minutes: number) => string;
  /** To whoever comes while many others sign in. */
  crowded: string;
  /** Said by Strapi's own form, which cannot ask for the token. */
  firstAdministratorElsewhere: (url: string) => string;
  /** The mail to whoever has forgotten the password. */
  forgotten: { subject: string; lead: string; button: string; unexpected: string };
  page: {
    title: string;
    lead: string;
    token: string;
    tokenHint: string;
    firstname: string;
    lastname: string;
    email: string;
    password: string;
    passwordHint: string;
    submit: string;
    wrongToken: string;
    incomplete: string;
    weak: string;
  };
}

const words: Record<DeskLanguage, SignInWords> = {
  fr: {
    passwords: {
      short: `Ce mot de passe est trop court : il en faut un de ${shortestPassword} caractères au moins.`,
      common:
        'Ce mot de passe est l’un des plus courants, ou l’un d’eux avec des chiffres ou des signes. Choisissez-en un autre, par exemple quatre mots sans rapport.',
      monotonous: 'Ce mot de passe répète les mêmes caractères. Choisissez-en un plus varié.',
    },
    tooMany: (minutes) =>
      `Trop de tentatives. Réessayez dans ${minutes === 1 ? 'une minute' : `${minutes} minutes`}.`,
    crowded: 'Trop de personnes se connectent en ce moment. Réessayez dans quelques secondes.',
    firstAdministratorElsewhere: (url) =>
      `Le premier compte se crée à l’adresse ${url}, avec le code que Nachra affiche à son démarrage, ou par « npm run create-admin ».`,
    forgotten: {
      subject: 'Nachra : choisir un nouveau mot de passe',
      lead: 'Vous avez demandé à choisir un nouveau mot de passe pour votre compte Nachra. Ce lien vaut une heure, et pour vous seulement.',
      button: 'Choisir un nouveau mot de passe',
      unexpected: 'Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.',
    },
    page: {
      title: 'Premier compte',
      lead: 'Ce compte administrera Nachra. Il en créera d’autres ensuite.',
      token: 'Code',
      tokenHint: 'Celui que Nachra affiche à son démarrage.',
      firstname: 'Prénom',
      lastname: 'Nom',
      email: 'Adresse électronique',
      password: 'Mot de passe',
      passwordHint: `${shortestPassword} caractères au moins, avec une majuscule, une minuscule et un chiffre.`,
      submit: 'Créer le compte',
      wrongToken: 'Ce code n’est pas celui que Nachra a affiché à son démarrage.',
      incomplete: 'Indiquez un prénom et une adresse électronique valable.',
      weak: 'Le mot de passe doit contenir une majuscule, une minuscule et un chiffre, en 72 octets au plus.',
    },
  },
  ar: {
    passwords: {
      short: `كلمة السر هذه قصيرة جدًا: يلزم ألا تقل عن ${shortestPassword} رمزًا.`,
      common:
        'كلمة السر هذه من أكثر الكلمات شيوعًا، أو واحدة منها مع أرقام أو علامات. اختاروا غيرها، مثل أربع كلمات لا رابط بينها.',
      monotonous: 'تكرر كلمة السر هذه الرموز نفسها. اختاروا كلمة أكثر تنوعًا.',
    },
    tooMany: (minutes) =>
      `محاولات كثيرة جدًا. حاولوا من جديد بعد ${counted(minutes, 'ar', { one: 'دقيقة', two: 'دقيقتين', few: '# دقائق', other: '# دقيقة' })}.`,
    crowded: 'يسجّل أشخاص كثيرون الدخول الآن. حاولوا من جديد بعد ثوانٍ.',
    firstAdministratorElsewhere: (url) =>
      `يُنشأ أول حساب في العنوان ${apart(url, 'ar')}، بالرمز الذي يعرضه Nachra عند تشغيله، أو بالأمر «${apart('npm run create-admin', 'ar')}».`,
    forgotten: {
      subject: 'اختيار كلمة سر جديدة لحسابكم في Nachra',
      lead: 'طلبتم اختيار كلمة سر جديدة لحسابكم في Nachra. يصلح هذا الرابط ساعة واحدة، ولكم وحدكم.',
      button: 'اختيار كلمة سر جديدة',
      unexpected: 'إن لم تطلبوا شيئًا فلا تفعلوا شيئًا: تبقى كلمة السر على حالها.',
    },
    page: {
      title: 'أول حساب',
      lead: 'يُستعمل هذا الحساب لإدارة Nachra، وينشئ الحسابات الأخرى لاحقًا.',
      token: 'الرمز',
      tokenHint: 'هو الذي يعرضه Nachra عند تشغيله.',
      firstname: 'الاسم الشخصي',
      lastname: 'الاسم العائلي',
      email: 'العنوان الإلكتروني',
      password: 'كلمة السر',
      passwordHint: `لا تقل عن ${shortestPassword} رمزًا، فيها حرف لاتيني كبير وحرف لاتيني صغير ورقم.`,
      submit: 'إنشاء الحساب',
      wrongToken: 'ليس هذا هو الرمز الذي عرضه Nachra عند تشغيله.',
      incomplete: 'اكتبوا الاسم الشخصي وعنوان إلكتروني صالحًا.',
      weak: 'يجب أن تضم كلمة السر حرفًا لاتينيًا كبيرًا وحرفًا لاتينيًا صغيرًا ورقمًا، في 72 بايت على الأكثر.',
    },
  },
  en: {
    passwords: {
      short: `This password is too short: it needs ${shortestPassword} characters or more.`,
      common:
        'This password is one of the most common ones, or one of them with digits or signs. Choose another, such as four words that have nothing to do with each other.',
      monotonous: 'This password repeats the same characters. Choose one with more variety.',
    },
    tooMany: (minutes) =>
      `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    crowded: 'Too many people are signing in right now. Try again in a few seconds.',
    firstAdministratorElsewhere: (url) =>
      `The first account is made at ${url}, with the token that Nachra prints when it starts, or by “npm run create-admin”.`,
    forgotten: {
      subject: 'Nachra: choose a new password',
      lead: 'You asked to choose a new password for your Nachra account. This link is good for an hour, and for you alone.',
      button: 'Choose a new password',
      unexpected: 'If you asked for nothing, do nothing: your password stays as it is.',
    },
    page: {
      title: 'First account',
      lead: 'This account will administer Nachra. It makes the others later.',
      token: 'Token',
      tokenHint: 'The one that Nachra prints when it starts.',
      firstname: 'First name',
      lastname: 'Last name',
      email: 'E-mail address',
      password: 'Password',
      passwordHint: `${shortestPassword} characters or more, with a capital letter, a small letter and a digit.`,
      submit: 'Make the account',
      wrongToken: 'This is not the token that Nachra printed when it started.',
      incomplete: 'Give a first name and a valid e-mail address.',
      weak: 'The password needs a capital letter, a small letter and a digit, in 72 bytes at most.',
    },
  },
};

/** In one language of the desk. */
export function signInWords(language: DeskLanguage): SignInWords {
  return words[language];
}

/** The language of whoever asks; a script is answered in that of the log. */
export function languageAsked(strapi: Pick<Core.Strapi, 'requestContext'>): DeskLanguage {
  return requestLanguage(strapi, settings().defaultLanguage);
}
