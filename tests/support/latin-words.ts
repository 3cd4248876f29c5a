/** What is written in Latin letters in every language: names, settings, files, keys, units, and addresses. */
const names = [
  /\b[\w.+-]+@[\w.-]+/g,
  /(?:https?:\/\/|\bwww\.|\btel:)[\w./+-]*…?/g,
  /\b(?:NACHRA_[A-Z_]+|DATABASE_URL|SMTP_URL|person\.key|lettre\.exemple\.org|rrggbb|env)\b/g,
  /\b(?:Nachra|Gmail|PostgreSQL|Amazon SES|Brevo|Mailgun|Postmark|SendGrid)\b/g,
  // Roles, as Strapi shows them to everybody.
  /\b(?:Auteur|Rédaction|Diffusion|Super Admin)\b/g,
  /\b(?:CSV|PDF|JPEG|PNG|JSON|HTML)\b/g,
  /\b(?:Ctrl|Alt|Enter|Esc)\b|\[Test\]/g,
];

/** Words in Latin letters that stand in an Arabic text and are no name. @param known further names */
export function latinWordsIn(text: string, known: readonly string[] = []): string[] {
  const bare = names.reduce((left, name) => left.replace(name, ' '), text);
  const others = known.reduce((left, name) => left.replaceAll(name, ' '), bare);
  return others.match(/[A-Za-zÀ-ÿ]{2,}/g) ?? [];
}
