import { dictionary } from '@zxcvbn-ts/language-common';

/** In characters as people count them. */
export const shortestPassword = 12;

/** Why a password is not taken. */
export type PasswordFault = 'short' | 'common' | 'monotonous';

/** Fewer different characters than this make a pattern, not a password. */
const fewestDifferent = 5;

/** In bytes, by bcrypt: what comes after them protects nothing, and anybody may send a megabyte of it. */
const mostCompared = 72;

const common: ReadonlySet<string> = new Set(dictionary['passwords-common']);
/** Shorter ones, such as a single digit, are parts of anything. */
const shortestPart = 4;

/**
 * Whether a password may protect an account of the admin. Common ones are those of a list of 49,000 that were stolen often; with
 * digits and signs before or after it, or written with capitals, such a password is still the first that anybody tries. Pure.
 *
 * @returns null for a good one
 */
export function passwordFault(typed: string): PasswordFault | null {
  const password = typed.slice(0, mostCompared);
  const characters = [...password.normalize('NFC')];
  if (characters.length < shortestPassword) return 'short';
  if (new Set(characters).size < fewestDifferent) return 'monotonous';
  return variantsOf(password.toLowerCase()).some((part) => part.length >= shortestPart && common.has(part))
    ? 'common'
    : null;
}

/**
 * The same, and what Strapi's forms ask of a password besides and its service does not: `weak` is one without capital, small letter
 * or digit, or of more bytes than are compared. Pure.
 */
export function passwordRefusal(password: string): PasswordFault | 'weak' | null {
  const fault = passwordFault(password);
  if (fault !== null) return fault;
  const hasAll = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(password));
  return hasAll && Buffer.byteLength(password) <= mostCompared ? null : 'weak';
}

/** What stands in a password once what people add to it is away, and what it is when it is written several times. */
function variantsOf(password: string): string[] {
  const plain = password.replace(/[\p{P}\p{S}\p{Z}]/gu, '');
  const bare = plain.replace(/^\p{N}+|\p{N}+$/gu, '');
  return [password, plain, bare, ...[plain, bare].map(repeatedPart)];
}

function repeatedPart(text: string): string {
  return /^(.+?)\1+$/.exec(text)?.[1] ?? '';
}
