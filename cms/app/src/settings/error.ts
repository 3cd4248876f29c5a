import { CmsError } from '../errors';

/** The environment does not say what the process needs. Code `SETTINGS_INVALID`; one sentence a variable. */
export class SettingsError extends CmsError {
  constructor(readonly sentences: readonly string[]) {
    super(
      'SETTINGS_INVALID',
      `Nachra cannot start:\n${sentences.map((sentence) => `  ${sentence}`).join('\n')}`,
    );
  }
}
