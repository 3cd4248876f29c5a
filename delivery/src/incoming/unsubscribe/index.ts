export { readLinkToken, type TokenPurpose } from '../../campaigns/links/link-token';
export * from './unsubscribe';
export * from '../../campaigns/links/unsubscribe-links';
