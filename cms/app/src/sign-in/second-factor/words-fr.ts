import type { SecondFactorWords } from './second-factor-words';

/** What is said about second factors, in French. */
export const french: SecondFactorWords = {
  asked: (url) => `Votre mot de passe est juste. Ce compte demande aussi un second facteur : ouvrez ${url}`,
  roleIsNamed: (name) =>
    `NACHRA_SECOND_FACTOR_ROLES désigne ce rôle par « ${name} », et Nachra ne redémarrerait pas sans lui. Faites d’abord changer ce réglage : il accepte aussi le code du rôle, que rien ne change.`,
  title: 'Second facteur',
  signInFirst:
    'Cette page ne s’ouvre que pour dix minutes : quand vous venez de donner votre mot de passe, ou depuis Paramètres → Second facteur. Allez à Nachra et recommencez de là.',
  toAdmin: 'Aller à Nachra',
  code: 'Code',
  codeHint: 'Les six chiffres que montre votre application, ou un code de secours.',
  password: 'Votre mot de passe',
  wrong:
    'Ce code n’est pas valable, ou il a déjà servi. Attendez le suivant, et vérifiez l’heure de votre téléphone.',
  wrongPassword: 'Ce mot de passe n’est pas le vôtre.',
  unreadable:
    'Nachra ne peut plus vérifier les codes de votre application, car sa clé ENCRYPTION_KEY a changé. Utilisez un code de secours, ou demandez à un administrateur de retirer votre second facteur.',
  signIn: {
    title: 'Votre code',
    lead: 'Ouvrez votre application d’authentification et recopiez le code qu’elle montre pour Nachra.',
    lost: 'Vous n’avez plus ni l’un ni l’autre ? Demandez à un administrateur de retirer votre second facteur.',
    submit: 'Se connecter',
    back: 'Revenir à la connexion',
  },
  setUp: {
    title: 'Mettre en place un second facteur',
    lead: 'C’est un code que donne votre téléphone, en plus de votre mot de passe. Scannez cette image avec une application d’authentification (Aegis, FreeOTP, Google Authenticator, 1Password…), puis recopiez le code de six chiffres qu’elle montre.',
    required:
      'Votre rôle demande un second facteur : un code que donne votre téléphone, en plus de votre mot de passe. Scannez cette image avec une application d’authentification (Aegis, FreeOTP, Google Authenticator, 1Password…), puis recopiez le code de six chiffres qu’elle montre.',
    alt: 'Code QR à scanner avec l’application d’authentification',
    here: 'Vous lisez cette page sur ce téléphone même ?',
    toApp: 'Ajouter le compte à l’application de ce téléphone',
    byHand: 'Ou copiez cette clé dans l’application :',
    code: 'Code que montre l’application',
    submit: 'Mettre en place',
    wrong:
      'Ce code n’est pas celui que montre l’application en ce moment. Vérifiez l’heure de votre téléphone, et réessayez.',
  },
  codes: {
    title: 'Vos codes de secours',
    lead: 'Chacun de ces codes remplace une fois votre application, si vous perdez votre téléphone. Imprimez-les ou gardez-les dans un gestionnaire de mots de passe.',
    once: 'Ils ne seront plus montrés : gardez-les avant de quitter cette page. Si vous ne les avez pas gardés, faites-en d’autres sous Paramètres → Second facteur.',
    ended: 'Le second facteur est en place. Vos autres sessions ont été fermées.',
    replaced: 'Les codes de secours que vous aviez ne valent plus.',
  },
  own: {
    title: 'Votre second facteur',
    lead: (left) =>
      `Il est en place. ${left === 0 ? 'Il ne vous reste aucun code de secours.' : left === 1 ? 'Il vous reste un code de secours.' : `Il vous reste ${left} codes de secours.`} Pour changer quelque chose, donnez un code et votre mot de passe. De nouveaux codes de secours remplacent les anciens.`,
    renew: 'Faire de nouveaux codes de secours',
    off: 'Retirer le second facteur',
    toOthers: 'Retirer celui de quelqu’un d’autre',
  },
  off: {
    title: 'Second facteur retiré',
    lead: 'Votre mot de passe suffit de nouveau pour vous connecter. Vos autres sessions ont été fermées.',
  },
  others: {
    title: 'Retirer un second facteur',
    lead: 'Pour quelqu’un qui a perdu son téléphone et ses codes de secours. Assurez-vous que c’est bien cette personne qui vous le demande. Ses sessions seront fermées, et le journal le dira.',
    email: 'Adresse électronique de son compte',
    password: 'Votre propre mot de passe',
    submit: 'Retirer',
    none: 'Aucun compte avec cette adresse n’a de second facteur.',
    done: (email) =>
      `Le second facteur du compte ${email} a été retiré, et ses sessions sont fermées. Son mot de passe suffit pour se connecter, à moins que son rôle ne demande un second facteur : Nachra lui fera alors en mettre un autre en place.`,
    back: 'Revenir à votre second facteur',
  },
};
