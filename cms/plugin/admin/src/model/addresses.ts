/** Addresses typed into one field, apart by commas, semicolons, spaces or line ends; each once, in order. */
interface TypedAddresses {
  valid: string[];
  invalid: string[];
}

/** Only what is surely no address is refused here; the server has the last word. */
const LOOKS_LIKE_ADDRESS = /^[^@\s]+@[^@\s]+$/;

export function parseAddresses(typed: string): TypedAddresses {
  const all = new Map<string, string>();
  for (const address of typed.split(/[\s,;]+/).filter(Boolean)) {
    const key = address.toLowerCase();
    if (!all.has(key)) all.set(key, address);
  }
  const addresses = [...all.values()];
  return {
    valid: addresses.filter((address) => LOOKS_LIKE_ADDRESS.test(address)),
    invalid: addresses.filter((address) => !LOOKS_LIKE_ADDRESS.test(address)),
  };
}
