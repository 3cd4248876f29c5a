/** Names this page among all that are open. `crypto.randomUUID` is missing where the admin is served without TLS. */
export function newPageName(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
