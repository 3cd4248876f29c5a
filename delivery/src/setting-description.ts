/** The groups of the settings' reference that delivery's variables belong to; an application may have more. */
export type DeliverySettingGroup =
  'Secrets' | 'Data' | 'Mail servers' | 'Signing with DKIM' | 'What comes back' | 'Processes';

/**
 * What people are told about a variable: the error that names it, `docs/configuration.md` and `.env.example` are all made
 * from this. It stands beside the variable's schema, in a `Record` of all names, so that the compiler asks for it.
 */
export interface SettingDescription<Group extends string = DeliverySettingGroup> {
  /** The heading it stands under. */
  group: Group;
  /** What it means and which values are allowed. Markdown that fits into a table's cell. */
  meaning: string;
  /** What completes “Set it to …” where the words of `meaning` would not. Plain text. */
  advice?: string;
  /** What holds while it is not set, where the schema has no default that says it. Markdown, as above. */
  unset?: string;
  /** True where the value, or a part of it such as a password in an address, must stay secret. */
  secret?: true;
}

/** What completes “Set it to …” in an error that names the variable. Plain text. */
export function adviceOf({ advice, meaning }: Pick<SettingDescription, 'advice' | 'meaning'>): string {
  return advice ?? meaning.replaceAll('`', '');
}
