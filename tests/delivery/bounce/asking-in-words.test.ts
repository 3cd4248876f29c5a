import { classifyMessage } from '@nachra/delivery';
import { describe, expect, it } from 'vitest';
import { personalMail } from './report';

const answer = async (text: string): Promise<string> =>
  (await classifyMessage(personalMail('To: letter@news.example.org\nSubject: Re: The letter', text))).kind;

/** Requests as people write them, each of themselves. */
const requests = [
  'Bonjour,\n\nPourriez-vous me retirer de votre liste ? Je ne travaille plus à la banque.',
  'Merci de bien vouloir me\ndésabonner.',
  'Je ne souhaite plus recevoir votre lettre.\n\nCordialement',
  'Le lien ne marche pas, merci de m’enlever de la liste',
  'Please remove me from your mailing list.',
  'I don’t want to receive this any more.',
  'STOP',
  'Stop\n\nEnvoyé de mon téléphone\n\n> Le 8 janv. 2026, La lettre a écrit :',
  'السلام عليكم\nأرجو إلغاء اشتراكي في النشرة\nشكرا',
  'لا أريد تلقي هذه النشرة بعد الآن',
  'Bitte melden Sie mich vom Newsletter ab.',
  'Por favor, quiero darme de baja del boletín.',
  'Gostaria de cancelar a minha subscrição.',
  'Vorrei disiscrivermi dalla newsletter',
  '配信停止をお願いします。',
];

const others = [
  'Bonjour, comment désinscrire un collègue ? Merci de ne pas me désinscrire moi.',
  'Comment me réabonner ? On m’a désabonné par erreur.',
  'Je voudrais m’abonner à votre lettre.',
  'Please do not unsubscribe me, I enjoy reading it.',
  'Merci !\n\n> Pour ne plus recevoir cette lettre : merci de me désinscrire\n',
  'Merci !\n\nLe jeu. 8 janv. 2026 à 10:00, La lettre <letter@news.example.org> a\nécrit :\n\nJe ne souhaite plus recevoir : cliquez ici',
  'Thanks!\n\n-----Original Message-----\nFrom: letter@news.example.org\n\nI no longer want to receive this: click here',
];

describe('a reader’s answer', () => {
  it.each(requests)('asks to stop: %s', async (text) => expect(await answer(text)).toBe('unsubscribe'));
  it.each(others)('does not: %s', async (text) => expect(await answer(text)).toBe('other'));
});
