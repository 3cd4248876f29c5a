/** Words that introduce the copy of the original in a plain-text report. Their order does not matter: the earliest match counts. */
const markers: readonly RegExp[] = [
  /^[ \t>*=_-]{0,12}(?:begin (?:of )?|below this line is |this is )?a? ?cop(?:y|ie) of (?:the|your|part of the|the original) (?:original )?message/im,
  /^[ \t]{0,8}[>*=_-]{2,40}[ \t]{0,4}(?:the |your )?(?:headers? of the |begin |start of )?(?:original|undelivered|unsent|returned|undeliverable|rejected|bounced|transmitted) (?:message|mail|e-mail)/im,
  /^[ \t>*=_-]{0,12}(?:the |your )?(?:headers? of the )?(?:original|undelivered|unsent|returned|undeliverable|rejected|bounced|transmitted) (?:message|mail|e-mail)(?: text| headers?| body)?(?: is| are)? ?(?:follows?|following|below|attached)/im,
  /^original (?:message|mail|e-mail)[ \t]{0,4}:?[ \t]{0,4}$/im,
  /^[ \t>*=_-]{0,40}(?:the )?(?:first|top) .{1,30} of (?:your|the) (?:original |unsent )?(?:message|mail)/im,
  /^[ \t>*=_-]{0,40}(?:your|the) (?:original |unsent )?(?:message|mail)(?: headers?)? (?:follows|reads \(in part\)|is (?:enclosed|following))/im,
  /^[ \t>*=_-]{0,12}(?:original message headers|original headers|message headers? follows?|headers? of (?:the )?(?:original|your) (?:message|mail)|received headers?)[ \t]*:?/im,
  /^[ \t]*-{2,}[ \t]*(?:message header|message headers|original|original message|forwarded message|unsent message (?:below|follows)|enclosed (?:are the original headers|is a copy)|returned (?:message|content))/im,
  /^[ \t>*=_-]{0,12}(?:message d'origine|message original|ursprüngliche nachricht|originalnachricht|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|исходное сообщение)[ \t]*[:*=_-]{0,40}/im,
  /^[ \t]*[-=_*<]{2,}[ \t]*(?:以下|元の|送信された|返信|原文)/m,
  /^[ \t>*=_-]{0,12}en-t[êe]tes? (?:du message|d['’]origine|originaux?)/im,
];

const headerLine =
  /^(?:[>|][>| ]{0,4})?(Return-Path|Received|Message-ID|DKIM-Signature|MIME-Version|Delivered-To|X-[A-Za-z-]{2,30}|From|To|Cc|Date|Subject|Reply-To|Sender|Content-[A-Za-z-]{2,30}|List-[A-Za-z-]{2,20})[ \t]?:/i;
/** Of the names above, those that neither a person nor a report writes before giving a reason. */
const tellTale = /^(?:return-path|received|message-id|dkim-signature|mime-version|delivered-to)$/i;

/**
 * Separates the words of a report from the copy of the original below them, in a text that holds both. Pure, linear.
 *
 * @returns `said`, which may be judged, and `original`, of which only the headers may be used
 */
export function cutOriginal(text: string): { said: string; original: string } {
  const found = markers.map((marker) => text.search(marker)).filter((at) => at > 0);
  const at = Math.min(...found, headersBegin(text));
  return { said: text.slice(0, at), original: text.slice(at) };
}

/** Where three header lines follow each other, one of them a {@link tellTale}. Indented ones are quoted by a report. */
function headersBegin(text: string): number {
  let start = 0;
  let count = 0;
  let isTold = false;
  let offset = 0;
  for (const line of text.split('\n')) {
    const name = headerLine.exec(line)?.[1];
    if (name !== undefined) {
      if (count === 0) start = offset;
      count += 1;
      isTold ||= tellTale.test(name);
      if (count >= 3 && isTold) return start;
    } else if (count === 0 || !/^[ \t]/.test(line)) {
      count = 0;
      isTold = false;
    }
    offset += line.length + 1;
  }
  return text.length;
}
