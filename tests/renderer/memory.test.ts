import { openMemory } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';

describe('a memory', () => {
  it('drops what was not used for the longest time', () => {
    const memory = openMemory<number>(2);
    memory.set('a', 1);
    memory.set('b', 2);
    memory.get('a');
    memory.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => memory.get(key))).toEqual([1, undefined, 3]);
  });

  it('counts what it is told to, also for values that are replaced and deleted', () => {
    const memory = openMemory<string>(10, (value, key) => key.length + value.length);
    memory.set('a', '12345');
    memory.set('a', '1');
    memory.set('b', '1234567');
    expect([memory.get('a'), memory.get('b')]).toEqual(['1', '1234567']);
    memory.delete('b');
    memory.delete('b');
    memory.set('c', '1234567');
    expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual(['1', undefined, '1234567']);
  });

  it('does not hold what is larger than its room', () => {
    const memory = openMemory<string>(3, (value) => value.length);
    memory.set('a', 'four');
    expect(memory.get('a')).toBeUndefined();
  });
});
