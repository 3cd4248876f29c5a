import { classifyMessage } from '@nachra/delivery';
import { describe, expect, it } from 'vitest';
import { textRules } from '../../../delivery/src/incoming/bounce/rules';
import { bounceLayouts, bounceSubjects } from '../../../delivery/src/incoming/bounce/rules/bounce-signs';
import {
  autoReplySubjects,
  challenges,
  unsubscribeSentences,
  unsubscribeWords,
} from '../../../delivery/src/incoming/bounce/rules/reply-signs';

const signs = [
  ...bounceLayouts,
  ...bounceSubjects,
  ...autoReplySubjects,
  ...challenges,
  ...unsubscribeWords,
  ...unsubscribeSentences,
];
const rules = [...textRules, ...signs];

describe('the tables of rules', () => {
  it('give each rule a name of its own and a reason', () => {
    const names = rules.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    for (const { name, why } of rules) {
      expect(name).toMatch(/^[a-z][a-z0-9-]+$/);
      expect(why).not.toBe('');
    }
  });

  it('hold no expression with state (flags g and y)', () => {
    for (const { pattern } of rules) expect(pattern.flags).not.toMatch(/[gy]/);
  });
});

/** What a server may say, and the rule that understands it. */
const sentences: [rule: string, sentence: string][] = [
  ['sender-refused', 'The sender address was rejected: domain not known'],
  ['sender-not-trusted-by-name', 'Your machine has no PTR record; reverse DNS is required'],
  ['rate-limit', 'Too many messages from you this hour'],
  ['mailbox-full', 'Sorry, the mailbox of this user is full'],
  ['mailbox-full', 'This account is over quota'],
  ['message-too-big', 'The message exceeds the maximum size we take'],
  ['virus', 'A virus was found in it'],
  ['user-unknown', 'There is no such user under this roof'],
  ['user-not-found', 'The recipient was not found'],
  ['address-does-not-exist', 'someone@example.net does not exist'],
  ['account-does-not-exist', 'This person doesn’t have an account with us'],
  ['not-in-directory', 'She is not listed in the company directory'],
  ['domain-not-found', 'The domain example.test does not exist'],
  ['invalid-recipient', 'That was an invalid recipient'],
  ['left-or-moved', 'This address is no longer in use'],
  ['mailbox-disabled', 'The mailbox has been deactivated'],
  ['authentication-of-sender', 'SPF check failed for your domain'],
  ['blocklist', 'Your server is listed in bl.example.net'],
  ['reputation', 'Refused because of poor reputation'],
  ['relay-denied', 'We do not relay'],
  ['not-authorised-recipient', 'This list takes mail from authenticated senders'],
  ['content-refused', 'The message content was rejected'],
  ['spam-refused', 'This looks like spam to us'],
  ['user-unknown-fr', 'Cette adresse est introuvable'],
  ['mailbox-disabled-fr', 'Ce compte a été désactivé par son titulaire'],
  ['mailbox-full-fr', 'La boîte aux lettres est pleine'],
  ['domain-not-found-fr', 'Ce domaine n’existe pas'],
  ['message-too-big-fr', 'Le message est trop volumineux'],
  ['policy-refused-fr', 'Votre serveur est sur une liste noire'],
  ['user-unknown-ar', 'المستلم غير معروف هنا'],
  ['mailbox-full-ar', 'صندوق الوارد ممتلئ'],
  ['mailbox-disabled-ar', 'هذا الحساب معطل'],
  ['user-unknown-de', 'Der Empfänger existiert nicht'],
  ['mailbox-full-de', 'Das Postfach ist voll'],
  ['mailbox-disabled-de', 'Dieses Konto wurde deaktiviert'],
  ['user-unknown-es', 'El destinatario no existe'],
  ['mailbox-full-es', 'La bandeja de entrada está llena'],
  ['mailbox-disabled-es', 'La cuenta fue desactivada'],
  ['user-unknown-pt', 'O endereço não foi encontrado'],
  ['mailbox-full-pt', 'A caixa de correio está cheia'],
  ['mailbox-disabled-pt', 'A conta foi desativada'],
  ['user-unknown-it', 'Il destinatario è sconosciuto'],
  ['mailbox-full-it', 'La casella è piena'],
  ['user-unknown-nl', 'De ontvanger is onbekend'],
  ['user-unknown-ru', 'Такой получатель не найден'],
  ['mailbox-full-ru', 'Почтовый ящик переполнен'],
  ['user-unknown-pl', 'Odbiorca nie istnieje'],
  ['user-unknown-tr', 'Kullanıcı bulunamadı'],
  ['user-unknown-ja', 'ご指定の宛先は存在しません'],
  ['mailbox-full-ja', '受信箱がいっぱいです'],
  ['mailbox-disabled-ja', 'このアカウントは停止されています'],
  ['domain-not-found-ja', '送信先のドメインが見つかりません'],
  ['message-too-big-ja', 'メールのサイズが制限を超えています'],
  ['policy-refused-ja', '迷惑メールと判定されました'],
  ['user-unknown-zh', '收件人不存在'],
  ['mailbox-full-zh', '对方邮箱已满'],
  ['greylisted', 'Greylisted'],
  ['loop', 'Too many hops'],
  ['expired-or-unreachable', 'The connection timed out'],
  ['mailbox-unavailable', 'Requested action not taken: mailbox unavailable'],
  ['policy-refused', 'Refused by local policy'],
];

describe('a sentence of a mail server', () => {
  it.each(sentences)('is understood by %s: %s', async (name, sentence) => {
    const text = `From: MAILER-DAEMON@mx.example.net
To: news@news.example.org
Subject: Undelivered mail
Content-Type: text/plain; charset=utf-8

<someone@example.net>:
${sentence}
`;
    const { severity, rule } = await classifyMessage(Buffer.from(text));
    expect(rule).toBe(name);
    expect(severity).toBe(textRules.find((each) => each.name === name)?.severity);
  });
});
