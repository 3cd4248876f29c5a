export { readLinkToken, type TokenPurpose } from './link-token';
export * from './unsubscribe';
export * from './unsubscribe-links';
