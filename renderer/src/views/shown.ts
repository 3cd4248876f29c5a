import type { Edition, MessageParts } from '../edition';

/** What is looked at: one reader's message, and how its language runs. */
export type Shown = Pick<MessageParts, 'html' | 'text'> & Pick<Edition, 'language' | 'direction'>;
