/** An address on the server, which may stand elsewhere than the admin; one that is whole stays as it is. */
export function serverUrl(path: string): string {
  // Strapi puts it there and leaves it out of its types.
  const { backendURL = '' } = window.strapi as { backendURL?: string };
  return path.startsWith('/') ? `${backendURL}${path}` : path;
}
