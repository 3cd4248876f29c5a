/** Names of the content types that the plugin reads; the application owns them. */
export const uids = {
  issue: 'api::issue.issue',
  article: 'api::article.article',
  dashboard: 'api::dashboard.dashboard',
  brand: 'api::brand.brand',
  list: 'api::list.list',
  subscriber: 'api::subscriber.subscriber',
  segment: 'api::segment.segment',
} as const;
