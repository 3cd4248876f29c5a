import { z } from 'zod';
import type { InputProblem } from '../../../shared/desk';
import { Refusal } from '../common/refusal';

/** How many characters a description of a file takes: what the column of its name holds, and what a reader hears read out. */
const mostCharacters = { name: 255, alternativeText: 2_000, caption: 2_000 } as const;
type Described = keyof typeof mostCharacters;

/** An ending that is longer than any of a picture would not fit into a name on disk. */
const longEnding = /\.[^.]{9,}$/;

const descriptionSchema = z.looseObject({
  name: z.unknown(),
  alternativeText: z.unknown(),
  caption: z.unknown(),
});

/**
 * Refuses names and descriptions of files that are too long to be kept, before anything is written.
 *
 * @param given one description, or one for each file, as Strapi's upload service takes them
 * @throws {Refusal} `INPUT_INVALID` naming each field
 */
export function assertDescribed(given: unknown): void {
  const problems = [given].flat().flatMap((each): InputProblem[] => {
    const description = descriptionSchema.partial().safeParse(each).data ?? {};
    return (Object.keys(mostCharacters) as Described[]).flatMap((field): InputProblem[] => {
      const [text, maximum] = [description[field], mostCharacters[field]];
      if (typeof text !== 'string') return [];
      if (text.length > maximum) return [{ field, code: 'too_big', values: { maximum, origin: 'string' } }];
      return field === 'name' && longEnding.test(text) ? [{ field, code: 'invalid_format', values: {} }] : [];
    });
  });
  if (problems.length > 0) throw new Refusal('INPUT_INVALID', { problems });
}
