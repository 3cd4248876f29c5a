import type { TextRule } from './bounce-rule';

/** Japanese and Chinese. Their lines are joined without spaces before they are tested. */
export const eastAsianRules: readonly TextRule[] = [
  {
    name: 'mailbox-full-ja',
    severity: 'soft',
    language: 'ja',
    pattern:
      /(?:メールボックス|受信(?:箱|トレイ|ボックス)|メール(?:容量|サーバ)|ディスク|保存(?:容量|領域)|容量|受信可能(?:容量|件数)).{0,40}?(?:いっぱい|一杯|満杯|超過|オーバー|超え|不足|空きが|上限|達し)/,
    why: 'the mailbox is full, but somebody may clear it',
  },
  {
    name: 'domain-not-found-ja',
    severity: 'hard',
    language: 'ja',
    pattern:
      /(?:ドメイン|ホスト).{0,40}?(?:存在(?:しません|しない)|見つかりません|見つけられません|不明|解決できません)/,
    why: 'the domain has no working mail server',
  },
  {
    name: 'user-unknown-ja',
    severity: 'hard',
    language: 'ja',
    pattern:
      /ディレクトリ.{0,20}?(?:に|が)(?:あり|見つかり)ません|(?:宛先|あて先|送信先|受信者|ユーザ|アドレス|アカウント|メールボックス).{0,60}?(?:存在(?:しません|しない|いたしません|しておりません)|見つかりません|見つけられません|見つかりませんでした|不明|ありません|間違って|誤って|誤りが|正しくありません|無効|該当しません|登録されていません|使用されていません|使われていません|お使いになれません|利用されておりません)|該当する(?:宛先|ユーザー?|アドレス|アカウント)は?.{0,6}?(?:いません|ありません|存在しません)|(?:存在しない|無効な|不明な)(?:宛先|あて先|ユーザ|アドレス|メールアドレス|受信者)/,
    why: 'no such user',
  },
  {
    name: 'mailbox-disabled-ja',
    severity: 'hard',
    language: 'ja',
    pattern:
      /(?:アカウント|メールボックス|ユーザ|アドレス|ご契約|サービス).{0,40}?(?:停止|解約|削除|無効化|休止|凍結|廃止|終了)/,
    why: 'the mailbox has been disabled',
  },
  {
    name: 'message-too-big-ja',
    severity: 'content',
    language: 'ja',
    pattern:
      /(?:メッセージ|メール|添付(?:ファイル)?)(?:の|は|が|本文の)?(?:サイズ|容量|大きさ).{0,40}?(?:大き|超え|超過|制限|上限)/,
    why: 'too large for that server or mailbox',
  },
  {
    name: 'policy-refused-ja',
    severity: 'policy',
    language: 'ja',
    pattern:
      /迷惑メール|スパム|ブラックリスト|受信拒否|拒否設定|(?:ドメイン|アドレス)?指定(?:受信|拒否)|ポリシー|(?:送信元|送信者|差出人).{0,40}?(?:拒否|制限|許可されて|認証)|なりすまし|送信(?:数|量|通数).{0,20}?(?:制限|超)/,
    why: 'the sender was refused, or this reader’s filter accepts only certain senders',
  },
  {
    name: 'virus-ja',
    severity: 'content',
    language: 'ja',
    pattern: /ウイルス|ウィルス|マルウェア|(?:本文|内容|添付ファイル).{0,30}?(?:拒否|禁止|許可されて)/,
    why: 'the content of this message was refused',
  },
  {
    name: 'passing-ja',
    severity: 'soft',
    language: 'ja',
    isHint: true,
    pattern:
      /一時的|タイムアウト|応答(?:が|し)|接続(?:でき|に失敗|が(?:切|拒否))|しばらく(?:して|経って|たって)|混雑|再送|遅延|配送期限/,
    why: 'the connection broke or timed out',
  },
  {
    name: 'mailbox-full-zh',
    severity: 'soft',
    language: 'zh',
    pattern: /(?:邮箱|郵箱|信箱|容量|空间|空間|配额).{0,20}?(?:已满|已滿|满了|超出|不足|超过|爆满)/,
    why: 'the mailbox is full, but somebody may clear it',
  },
  {
    name: 'user-unknown-zh',
    severity: 'hard',
    language: 'zh',
    pattern:
      /(?:收件人|用户|用戶|使用者|邮箱|郵箱|信箱|地址|帐户|帳號|账号).{0,30}?(?:不存在|无效|無效|找不到|未找到|没有找到|不正确|错误)|(?:不存在|无此|無此|没有)(?:该|此|的)?(?:用户|收件人|邮箱|信箱|使用者|地址)/,
    why: 'no such user',
  },
  {
    name: 'mailbox-disabled-zh',
    severity: 'hard',
    language: 'zh',
    pattern: /(?:邮箱|帐户|帳號|账号|用户|信箱).{0,20}?(?:禁用|停用|冻结|已关闭|注销|被锁定|已过期)/,
    why: 'the mailbox has been disabled',
  },
  {
    name: 'policy-refused-zh',
    severity: 'policy',
    language: 'zh',
    pattern: /垃圾邮件|垃圾郵件|黑名单|黑名單|反垃圾|被拒收|发信频率|发送频率|拒绝接收/,
    why: 'the sender was refused',
  },
];
