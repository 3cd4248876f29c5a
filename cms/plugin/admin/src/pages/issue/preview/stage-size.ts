/**
 * Height of the preview's own scrolling window: what is left of the screen under the admin's header, the mail's header
 * and the tabs, and never so little that nothing can be read.
 */
export const PREVIEW_HEIGHT = 'max(52rem, calc(100vh - 35rem))';
