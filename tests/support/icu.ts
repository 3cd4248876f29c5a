import { createRequire } from 'node:module';

/** A part of a parsed message: text, a placeholder, a choice by a placeholder, or words between tags. */
interface Part {
  type: number;
  value?: string;
  options?: Record<string, { value: Part[] }>;
  children?: Part[];
}

const fromUpload = createRequire(createRequire(import.meta.url).resolve('@strapi/upload/package.json'));
/** What the admin itself reads messages with: one that it cannot read fails here. */
const fromIntl = createRequire(fromUpload.resolve('react-intl'));
const { parse, TYPE } = fromIntl('@formatjs/icu-messageformat-parser') as {
  parse: (message: string) => Part[];
  TYPE: Record<'literal' | 'plural', number>;
};
const { IntlMessageFormat } = fromIntl('intl-messageformat') as {
  IntlMessageFormat: new (
    message: string,
    locale: string,
  ) => { format: (values: Record<string, unknown>) => string };
};

/** A message as the admin writes it in a locale. */
export function filled(message: string, locale: string, values: Record<string, unknown>): string {
  return new IntlMessageFormat(message, locale).format(values);
}

/** All parts of a message, those within others too. */
function partsOf(message: string): Part[] {
  const within = (parts: Part[]): Part[] =>
    parts.flatMap((part) => [
      part,
      ...Object.values(part.options ?? {}).flatMap(({ value }) => within(value)),
      ...within(part.children ?? []),
    ]);
  return within(parse(message));
}

/** The names that a message is filled with, each once, by the alphabet. @throws where it is no message */
export function placeholdersOf(message: string): string[] {
  const named = partsOf(message).flatMap(({ type, value }) =>
    value === undefined || type === TYPE.literal ? [] : [value],
  );
  return [...new Set(named)].sort();
}

/** The categories of each plural of a message. */
export function pluralsOf(message: string): string[][] {
  return partsOf(message).flatMap(({ type, options }) =>
    type === TYPE.plural ? [Object.keys(options ?? {})] : [],
  );
}

/** What a message says whatever it is filled with. */
export function wordsOf(message: string): string {
  return partsOf(message)
    .flatMap(({ type, value }) => (type === TYPE.literal && value ? [value] : []))
    .join(' ');
}
