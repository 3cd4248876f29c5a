import type { Locator } from 'playwright-core';
import type { BrowserSession } from './browser';
import { paste } from './paste';

/** What somebody has done with mouse and keyboard. */
export interface ActionCount {
  clicks: number;
  /** Characters typed; a key such as Enter is one. */
  characters: number;
  pastes: number;
}

/** Somebody in front of a browser who does nothing that a person could not do, counted. */
export interface Person extends BrowserSession {
  did: ActionCount;
  click(on: Locator): Promise<void>;
  /** Writes into a field, over what is in it. */
  write(into: Locator, text: string): Promise<void>;
  /** Pastes where the keyboard is. */
  paste(html: string, plain?: string): Promise<void>;
  press(key: string): Promise<void>;
}

export function personAt(session: BrowserSession): Person {
  const did: ActionCount = { clicks: 0, characters: 0, pastes: 0 };
  return {
    ...session,
    did,
    async click(on) {
      await on.click();
      did.clicks += 1;
    },
    async write(into, text) {
      await into.fill(text);
      did.clicks += 1;
      did.characters += text.length;
    },
    async paste(html, plain) {
      await paste(session.page, html, plain);
      did.pastes += 1;
    },
    async press(key) {
      await session.page.keyboard.press(key);
      did.characters += 1;
    },
  };
}
