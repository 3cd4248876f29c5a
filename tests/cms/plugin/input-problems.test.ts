import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../cms/plugin/server/src/common/refusal';
import { readRequest } from '../../../cms/plugin/server/src/desk/input';

/** The refusal of a request to send a test. */
function refusalOf(body: unknown): Refusal<'INPUT_INVALID'> {
  try {
    readRequest('sendTest', { parameters: { documentId: 'a1' }, query: {}, body });
  } catch (error) {
    if (error instanceof Refusal) return error as Refusal<'INPUT_INVALID'>;
  }
  throw new Error('The request was not refused.');
}

describe('an input that is not valid', () => {
  it('is told as places, codes and values, without what was sent', () => {
    const { data } = refusalOf({ addresses: ['somebody'] });
    expect(data).toEqual({
      problems: [
        { field: 'addresses.0', code: 'invalid_format', values: { origin: 'string', format: 'email' } },
      ],
    });
  });

  it.each([
    [{}, 'missing', 'Le champ « addresses » n’est pas valable : il manque.', 'it is missing'],
    [{ addresses: 'a' }, 'invalid_type', 'la valeur attendue est une liste', 'the value expected is a list'],
    [{ addresses: [] }, 'too_small', 'le minimum est 1 (entrées)', 'the minimum is 1 (entries)'],
  ])('is put into words of the person’s language: %j', (body, code, french, english) => {
    const refusal = refusalOf(body);
    expect(refusal.data.problems.map((problem) => problem.code)).toEqual([code]);
    expect(refusal.sentenceIn('fr')).toContain(french);
    expect(refusal.sentenceIn('en')).toContain(english);
  });
});
