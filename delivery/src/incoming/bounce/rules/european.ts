import type { TextRule } from './bounce-rule';

/** German, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Turkish. */
export const europeanRules: readonly TextRule[] = [
  {
    name: 'user-unknown-de',
    severity: 'hard',
    language: 'de',
    pattern:
      /(?:empf(?:ä|ae|a)nger|benutzer|adresse|postfach|konto|nutzer|mailbox|teilnehmer)\w{0,10}\b.{0,80}?(?:unbekannt|nicht (?:gefunden|bekannt|vorhanden|gültig|gueltig|eingerichtet|registriert|ermittelt)|existier(?:t|en) nicht|ung(?:ü|ue)ltig|nicht mehr (?:g(?:ü|ue)ltig|vorhanden|existent))|(?:unbekannter?|ung(?:ü|ue)ltiger?|kein) (?:empf(?:ä|ae)nger|benutzer|e-?mail-?adresse|adresse|postfach|nutzer)/i,
    why: 'no such user',
  },
  {
    name: 'mailbox-disabled-de',
    severity: 'hard',
    language: 'de',
    pattern:
      /(?:konto|postfach|mailbox|adresse|account)\b.{0,60}?(?:deaktiviert|gesperrt|gel(?:ö|oe)scht|geschlossen|stillgelegt|inaktiv|nicht mehr (?:aktiv|erreichbar|benutzt|genutzt))/i,
    why: 'the mailbox has been disabled',
  },
  {
    name: 'mailbox-full-de',
    severity: 'soft',
    language: 'de',
    pattern:
      /(?:postfach|mailbox|konto|speicher\w{0,10}|quota)\b.{0,60}?(?:\bvoll\b|ü?berf(?:ü|ue)llt|(?:ü|ue)berschritten|ersch(?:ö|oe)pft|belegt|(?:ü|ue)berzogen)|speicherplatz .{0,30}?(?:(?:ü|ue)berschritten|nicht ausreich)/i,
    why: 'the mailbox is full, but somebody may clear it',
  },
  {
    name: 'domain-not-found-de',
    severity: 'hard',
    language: 'de',
    pattern:
      /(?:domain|domäne|rechnername|host)\b.{0,60}?(?:existiert nicht|unbekannt|nicht gefunden|konnte nicht aufgel(?:ö|oe)st)/i,
    why: 'the domain has no working mail server',
  },
  {
    name: 'message-too-big-de',
    severity: 'content',
    language: 'de',
    pattern:
      /(?:nachricht|mail|anhang)\b.{0,60}?(?:zu gro(?:ß|ss)|(?:maximale|zul(?:ä|ae)ssige) .{0,20}?gr(?:ö|oe)(?:ß|ss)e)/i,
    why: 'too large for that server or mailbox',
  },
  {
    name: 'policy-refused-de',
    severity: 'policy',
    language: 'de',
    pattern:
      /\bspam\b|sperrliste|schwarze liste|(?:absender|server|ip-adresse)\w{0,4}\b.{0,60}?(?:gesperrt|blockiert|abgelehnt|nicht (?:berechtigt|erlaubt))|richtlinie|zu viele (?:verbindungen|nachrichten)/i,
    why: 'the sender or its server was refused',
  },
  {
    name: 'user-unknown-es',
    severity: 'hard',
    language: 'es',
    pattern:
      /(?:usuario|destinatario|direcci[óo]n|buz[óo]n|cuenta|casilla)\b.{0,80}?(?:desconocid[oa]|no (?:existe|v[áa]lid[oa]|(?:fue |ha sido |se (?:ha )?)?encontr)|inexistente|inv[áa]lid[oa]|no (?:es|est[áa]) (?:v[áa]lid|registrad)|incorrect[oa])|no (?:existe|se (?:ha )?encontr\w{0,4}) (?:el|la|ning[úu]n|un) (?:usuario|destinatario|direcci|buz|cuenta)/i,
    why: 'no such user',
  },
  {
    name: 'mailbox-disabled-es',
    severity: 'hard',
    language: 'es',
    pattern:
      /(?:cuenta|buz[óo]n|direcci[óo]n|casilla|usuario)\b.{0,60}?(?:desactivad|deshabilitad|ha (?:expirado|caducado)|suspendid|cancelad|inactiv|eliminad|cerrad|expirad|caducad|dad[oa] de baja|ya no (?:est[áa]|existe|se (?:usa|utiliza)))/i,
    why: 'the mailbox has been disabled',
  },
  {
    name: 'mailbox-full-es',
    severity: 'soft',
    language: 'es',
    pattern:
      /(?:buz[óo]n|casilla|bandeja|cuenta|cuota)\b.{0,60}?(?:llen[oa]\b|excedid|super(?:ad|[óo])|sobrepas|sin espacio|excede)|(?:excedi|super|sobrepas)\w{0,4} .{0,40}?(?:cuota|espacio|capacidad)|espacio insuficiente/i,
    why: 'the mailbox is full, but somebody may clear it',
  },
  {
    name: 'user-unknown-pt',
    severity: 'hard',
    language: 'pt',
    pattern:
      /(?:usu[áa]rio|destinat[áa]rio|endere[çc]o|caixa|conta|utilizador)\b.{0,80}?(?:desconhecid[oa]|n[ãa]o (?:existe|encontrad|v[áa]lid|(?:p[ôo]de|foi) .{0,20}?(?:encontrad|localizad))|inexistente|inv[áa]lid[oa]|incorret[oa])/i,
    why: 'no such user',
  },
  {
    name: 'mailbox-disabled-pt',
    severity: 'hard',
    language: 'pt',
    pattern:
      /(?:conta|caixa|endere[çc]o|usu[áa]rio|utilizador)\b.{0,60}?(?:desativad|desabilitad|suspens|cancelad|inativ|bloquead|encerrad|exclu[íi]d|eliminad)/i,
    why: 'the mailbox has been disabled',
  },
  {
    name: 'mailbox-full-pt',
    severity: 'soft',
    language: 'pt',
    pattern:
      /(?:caixa|conta|correio|cota|quota)\b.{0,60}?(?:chei[oa]\b|lotad[oa]|exced|ultrapass|esgotad|sem espa[çc]o)|(?:exced|ultrapass)\w{0,4} .{0,40}?(?:cota|quota|espa[çc]o|capacidade)|espa[çc]o insuficiente/i,
    why: 'the mailbox is full, but somebody may clear it',
  },
  {
    name: 'user-unknown-it',
    severity: 'hard',
    language: 'it',
    pattern:
      /(?:utente|destinatario|indirizzo|casella|account)\b.{0,80}?(?:sconosciut[oa]|non (?:esiste|valid[oa]|trovat[oa]|[èe] (?:valid|stato trovat|stata trovat|presente))|inesistente)/i,
    why: 'no such user',
  },
  {
    name: 'mailbox-full-it',
    severity: 'soft',
    language: 'it',
    pattern: /(?:casella|mailbox|quota|spazio)\b.{0,60}?(?:pien[oa]\b|esaurit[oa]|superat[oa]|ecceduta)/i,
    why: 'the mailbox is full, but somebody may clear it',
  },
  {
    name: 'mailbox-disabled-it',
    severity: 'hard',
    language: 'it',
    pattern:
      /(?:casella|account|indirizzo|utenza)\b.{0,60}?(?:disabilitat|disattivat|sospes|chius|inattiv|non [èe] pi[ùu])/i,
    why: 'the mailbox has been disabled',
  },
  {
    name: 'user-unknown-nl',
    severity: 'hard',
    language: 'nl',
    pattern:
      /(?:gebruiker|ontvanger|adres|postvak|mailbox)\b.{0,80}?(?:onbekend|bestaat niet|niet gevonden|ongeldig|niet bekend)|onbekende (?:gebruiker|ontvanger)/i,
    why: 'no such user',
  },
  {
    name: 'mailbox-full-nl',
    severity: 'soft',
    language: 'nl',
    pattern: /(?:postvak|mailbox|postbus)\b.{0,60}?(?:\bvol\b|overschreden)/i,
    why: 'the mailbox is full, but somebody may clear it',
  },
  {
    name: 'user-unknown-ru',
    severity: 'hard',
    language: 'ru',
    pattern:
      /(?:пользовател|получател|адрес|ящик|аккаунт).{0,80}?(?:не (?:существует|найден|зарегистрирован)|неизвест|недействител|неверн|отсутствует)|(?:нет|неизвестный) (?:такого )?(?:пользовател|получател|адрес|ящик)/i,
    why: 'no such user',
  },
  {
    name: 'mailbox-disabled-ru',
    severity: 'hard',
    language: 'ru',
    pattern:
      /(?:ящик|аккаунт|адрес|учетная запись|учётная запись|пользовател).{0,60}?(?:заблокирован|отключ|удал[её]н|неактив|приостановлен)/i,
    why: 'the mailbox has been disabled',
  },
  {
    name: 'mailbox-full-ru',
    severity: 'soft',
    language: 'ru',
    pattern:
      /(?:ящик|квот|место|хранилищ).{0,60}?(?:переполнен|превышен|заполнен|исчерпан)|превышен.{0,40}?(?:квот|размер ящика)/i,
    why: 'the mailbox is full, but somebody may clear it',
  },
  {
    name: 'user-unknown-pl',
    severity: 'hard',
    language: 'pl',
    pattern:
      /(?:użytkownik|uzytkownik|odbiorca|adres|skrzynka|konto)\b.{0,60}?(?:nie istnieje|nieznan|nie (?:został )?znalezion|nieprawidłow)|nieznany (?:użytkownik|odbiorca|adres)/i,
    why: 'no such user',
  },
  {
    name: 'mailbox-full-pl',
    severity: 'soft',
    language: 'pl',
    pattern: /(?:skrzynka|konto|limit)\b.{0,60}?(?:pełna|pelna|przepełnion|przekroczon)/i,
    why: 'the mailbox is full, but somebody may clear it',
  },
  {
    name: 'user-unknown-tr',
    severity: 'hard',
    language: 'tr',
    pattern:
      /(?:kullanıcı|alıcı|adres|posta kutusu|hesap)\S{0,10}.{0,60}?(?:bulunamadı|bulunmuyor|mevcut değil|geçersiz|bilinmiyor)/i,
    why: 'no such user',
  },
];
