/** A gateway's own words before the answer of the server behind it, with the answer in the first group. */
const wrappers: readonly RegExp[] = [
  // Cisco and early SES: `5.1.0 - Unknown address error 550-'5.7.1 …'`, whatever the 550 was for.
  /[45]\.\d{1,3}\.\d{1,3} - [A-Za-z][A-Za-z ()]{3,60} ([45]\d\d[ -]{0,2}'.{0,2000})/,
  // Barracuda: `550 permanent failure for one or more recipients (a@b:550 …)`.
  /permanent failure for one or more recipients \([^:()\s]{1,200}:([^()]{1,1000})/i,
  // Exchange Online: `Remote server returned … -> 550 …`.
  /Remote server returned .{0,160}?-> ?([45]\d\d .{1,1000})/i,
];

/** Words that gateways write before every refusal; the reason is what follows. */
const prefixes =
  /\b(?:Unknown address error|Other mail system problem|Invalid Address, ERROR_CODE :?)(?=.{0,3}['\d])/gi;

/** The answer within a gateway's words, or null where there is no such wrapper. Pure. */
export function wrappedIn(text: string): string | null {
  return wrappers.map((wrapper) => wrapper.exec(text)?.[1]).find((found) => found !== undefined) ?? null;
}

/** What the refusing server itself said, on one line: without the words of the gateways around it. Pure. */
export function answerIn(text: string): string {
  return withoutGuesses((wrappedIn(text) ?? text).replace(prefixes, ' '));
}

/** From a word of doubt to the end of its sentence. In lower case, because May is a month too. */
const guess =
  /\b(?:may|might) (?!contact\b|reply\b|visit\b|send\b|try\b|wish\b|want\b|find\b|click\b)[^.!?]{0,300}|\bcould (?:be (?:because|due|caused|that)|have been|also)[^.!?]{0,300}|\b(?:perhaps|possibly|probably|maybe|peut-[êe]tre)\b[^.!?]{0,200}/g;
/** The sentences that begin a list of guesses, and the list. */
const listOfGuesses =
  /\b(?:(?:possible|common|likely|usual|typical|probable) (?:reasons?|causes?|explanations?)|(?:one|any|some) of (?:the|these) (?:following )?(?:reasons?|causes?|problems?)|for (?:various|several|many) reasons|causes? possibles?|raisons? possibles?|m[öo]gliche (?:gr[üu]nde|ursachen)|posibles (?:causas|razones)|poss[íi]veis (?:causas|raz[õo]es)|possibili cause)\b(?:(?!\b[45]\d\d[ -][#(]{0,2}[45]\.\d).){0,700}/gi;

/** A text without what it only supposes: a list of possible reasons is no finding. Pure, linear. */
export function withoutGuesses(text: string): string {
  return text.replace(listOfGuesses, ' ').replace(guess, ' ');
}
