import { z } from 'zod';

interface Node {
  const?: unknown;
  enum?: unknown[];
  anyOf?: Node[];
  oneOf?: Node[];
  type?: string;
  format?: string;
  items?: Node;
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
}

/** Everything that may stand in the values of an input problem. */
const inputValues = (turn: number): object => ({
  ...{ minimum: 131, maximum: 132, divisor: 133 },
  origin: ['string', 'array', 'number'][turn % 3],
  expected: ['string', 'number', 'int', 'boolean', 'array', 'قيمة1001'][turn % 6],
  format: ['email', 'datetime', 'قيمة1002'][turn % 3],
  ...{ keys: ['قيمة1003', 'قيمة1004'], values: ['قيمة1005', 'قيمة1006'] },
});

/**
 * Data as a schema describes them, so many times that each value of each of its lists stands in one of them. Every text and every
 * number is another, so that a sentence shows which of them it says.
 */
export function samplesOf(schema: z.ZodType, count = 24): unknown[] {
  const root = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Node;
  return Array.from({ length: count }, (_, turn) => {
    let made = 30;
    const fill = (node: Node): unknown => {
      const choices = node.anyOf ?? node.oneOf;
      if (choices) return fill(choices[turn % choices.length] ?? {});
      if ('const' in node) return node.const;
      if (node.enum) return node.enum[turn % node.enum.length];
      made += 1;
      switch (node.type) {
        case 'integer':
        case 'number':
          return made;
        case 'boolean':
          return turn % 2 === 0;
        case 'null':
          return null;
        case 'array':
          return Array.from({ length: turn % 4 }, () => fill(node.items ?? {}));
        case 'object':
          return node.properties
            ? Object.fromEntries(Object.entries(node.properties).map(([name, each]) => [name, fill(each)]))
            : inputValues(turn);
        default:
          return node.format === 'date-time' ? '2026-01-31T09:05:00.000Z' : `قيمة${made}`;
      }
    };
    return fill(root);
  });
}
