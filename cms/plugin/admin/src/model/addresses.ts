/** Addresses typed into one field; each once, in order. */
interface TypedAddresses {
  valid: string[];
  invalid: string[];
}

/** Only what is surely no address is refused here; the server has the last word. */
const LOOKS_LIKE_ADDRESS = /^[^@\s]+@[^@\s]+$/;

/**
 * Addresses apart by commas, semicolons or line ends. By spaces only where every piece could be an address: of anything else
 * the person is told what she has written, not the words of it one by one.
 *
 * @example parseAddresses('salma@exemple.ma karim@exemple.ma; pas bon') // two addresses; `pas bon` is none
 */
export function parseAddresses(typed: string): TypedAddresses {
  const all = new Map<string, string>();
  for (const address of typed.split(/[,;\r\n]+/).flatMap(apartBySpaces)) {
    const key = address.toLowerCase();
    if (!all.has(key)) all.set(key, address);
  }
  const addresses = [...all.values()];
  return {
    valid: addresses.filter((address) => LOOKS_LIKE_ADDRESS.test(address)),
    invalid: addresses.filter((address) => !LOOKS_LIKE_ADDRESS.test(address)),
  };
}

function apartBySpaces(piece: string): string[] {
  const words = piece.split(/\s+/).filter(Boolean);
  return words.every((word) => word.includes('@')) ? words : [words.join(' ')];
}
