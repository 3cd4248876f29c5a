import type { TextRule } from './bounce-rule';

/** A look-up that failed is no answer: only a name server that says so proves that a domain is not there. */
export const lookUpRules: readonly TextRule[] = [
  {
    name: 'look-up-failed',
    severity: 'soft',
    language: 'en',
    pattern:
      /name service error(?! for (?:name=|domain )\S{1,200} (?:type=\S{1,8}[:;]? ?)?:? ?host not found(?!,? try again))|host not found,? try again|\b(?:DNS|name ?server|name service|domain|host(?: ?name)?|MX)(?: name)?(?: look-?up)?(?: soft)? (?:look-?up (?:failure|failed|error|did not complete|timed? ?-?out)|query (?:failed|timed? ?-?out|refused)|server (?:failure|failed|error)|temporarily|(?:timed? ?-?out|time-?out))(?!.{0,80}(?:NXDOMAIN|not found|not exist|Nonexistent))|\bDNS soft error|temporary (?:DNS|name ?server|look-?up|resolver)|SERVFAIL|malformed or unexpected name ?server reply|(?:transient|temporary) name ?server|name ?server (?:timeout|not responding|is down)|no (?:response|answer) from (?:the )?name ?server|unable to (?:look ?up|resolve) .{0,80}(?:try again|temporar)/i,
    why: 'the look-up failed; it did not say that the domain is not there',
  },
  {
    name: 'domain-nonexistent',
    severity: 'hard',
    language: 'any',
    isFinal: true,
    pattern:
      /unrout(?:e)?able mail domain|\bdomain\b.{0,60}\bcouldn['’]t be found\b|InfoDomainNonexistent|SMTPSEND\.DNS\.NonExistentDomain|DNS (?:look-?up )?(?:failure|error|failed)?:? ?(?:host|domain) \S{1,200} not found|\bdomain .{0,80}?(?:is )?not reachable|no MX (?:found|records?(?: found)?) for (?:the )?(?:domain|host)|DNS hard error|\bname ?server: \S{1,200} host not found/i,
    why: 'the name server answered that the domain is not there or leads nowhere',
  },
];
