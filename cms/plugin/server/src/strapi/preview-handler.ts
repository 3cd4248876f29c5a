import type { Core } from '@strapi/strapi';

/** What a content manager's preview is asked with, and answers: an address, or nothing to hide the button. */
type PreviewHandler = (
  uid: string,
  params: unknown,
) => Promise<string | null | undefined> | string | null | undefined;

interface PreviewConfig {
  enabled?: boolean;
  config?: { allowedOrigins?: string[]; handler?: PreviewHandler };
}

/**
 * Answers Strapi's preview button for the plugin's content types and leaves all others to the application's own
 * handler. Strapi asks for the handler at each press, so `register` is early enough. An application that has turned
 * previews off keeps them off.
 *
 * @param isOurs whether a content type is previewed by the plugin
 */
export function answerPreviews(
  strapi: Core.Strapi,
  isOurs: (uid: string) => boolean,
  handler: PreviewHandler,
): void {
  const { enabled = true, config } = strapi.config.get<PreviewConfig>('admin.preview', {});
  if (!enabled) return;
  const others = config?.handler;
  strapi.config.set('admin.preview', {
    enabled,
    config: {
      ...config,
      handler: (uid: string, params: unknown) => (isOurs(uid) ? handler(uid, params) : others?.(uid, params)),
    },
  });
}
