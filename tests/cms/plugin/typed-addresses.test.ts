import { describe, expect, it } from 'vitest';
import { parseAddresses } from '../../../cms/plugin/admin/src/model/addresses';

describe('addresses typed into one field', () => {
  it.each([
    ['a@x.ma, b@x.ma;c@x.ma\nd@x.ma', ['a@x.ma', 'b@x.ma', 'c@x.ma', 'd@x.ma'], []],
    ['a@x.ma b@x.ma', ['a@x.ma', 'b@x.ma'], []],
    [' a@x.ma ,, A@X.ma ', ['a@x.ma'], []],
    // What is no address is named as it was typed, not word by word.
    ['pas bon', [], ['pas bon']],
    ['a@x.ma, pas  bon', ['a@x.ma'], ['pas bon']],
    ['a@x.ma puis b@x.ma', [], ['a@x.ma puis b@x.ma']],
    ['@', [], ['@']],
    ['', [], []],
  ])('are read from %j', (typed, valid, invalid) => {
    expect(parseAddresses(typed)).toEqual({ valid, invalid });
  });
});
