/**
 * Where an installation answers without a sign-in: what mails and pages link to, and what mail clients, providers and
 * monitors ask. As patterns for a router (`:name` is a parameter), and the one place where these paths are written.
 */
export const publicPaths = {
  archive: '/',
  /** A number, in the language that the brand prefers. */
  issue: '/issues/:number',
  issueInLanguage: '/issues/:number/:language',
  /** A picture of an edition. */
  asset: '/assets/:name',
  /** For whoever follows the link of an issue on the web, which is nobody's own. */
  unsubscribeHelp: '/unsubscribe',
  unsubscribe: '/unsubscribe/:token',
  webhook: '/webhooks/:provider',
  health: '/healthz',
  metrics: '/metrics',
} as const satisfies Record<string, `/${string}`>;

type PublicPath = (typeof publicPaths)[keyof typeof publicPaths];

/** Names of a path's parameters: `number` of `/issues/:number`. */
type ParameterOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterOf<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** Makes the addresses of {@link publicPaths} that are linked to. */
interface PublicLinks {
  archive: string;
  /** The address below which pictures are, without a final slash. */
  assets: string;
  asset(name: string): string;
  issue(number: number, language?: string): string;
  unsubscribeHelp: string;
  unsubscribe(token: string): string;
}

/**
 * Makes the addresses of what everybody may open.
 *
 * @param publicUrl where the public pages stand: `https://news.example.org`, with or without a final slash. Empty for links
 *   within the pages, which are then paths
 * @example publicLinks('https://news.example.org').issue(242, 'ar') // https://news.example.org/issues/242/ar
 */
export function publicLinks(publicUrl: string): PublicLinks {
  const base = publicUrl.replace(/\/+$/, '');
  const link = (path: string): string => base + path;
  return {
    archive: link(publicPaths.archive),
    assets: link(fillPath(publicPaths.asset, { name: '' }).replace(/\/$/, '')),
    asset: (name) => link(fillPath(publicPaths.asset, { name })),
    issue: (number, language) =>
      link(
        language === undefined
          ? fillPath(publicPaths.issue, { number: String(number) })
          : fillPath(publicPaths.issueInLanguage, { number: String(number), language }),
      ),
    unsubscribeHelp: link(publicPaths.unsubscribeHelp),
    unsubscribe: (token) => link(fillPath(publicPaths.unsubscribe, { token })),
  };
}

/**
 * Puts values in the place of a path's parameters; of regular expressions, where such paths are looked for.
 *
 * @example fillPath(publicPaths.webhook, { provider: 'ses' }) // /webhooks/ses
 */
export function fillPath<Path extends PublicPath>(
  path: Path,
  parameters: Record<ParameterOf<Path>, string>,
): string {
  const filled: Readonly<Record<string, string>> = parameters;
  return path.replaceAll(/:([a-z]+)/g, (_, name: string) => filled[name] ?? '');
}
