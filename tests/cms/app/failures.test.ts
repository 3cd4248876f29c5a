import { describe, expect, it } from 'vitest';
import { loadCms } from '../../support/cms';

type Errors = typeof import('../../../cms/app/src/terminal/run-command');

const { CommandError, describeFailure } = loadCms<Errors>('terminal/run-command');

describe('what a failed command prints', () => {
  it('is the message alone of an error written for people', () => {
    expect(describeFailure(new CommandError('PORT_IN_USE', 'The port is taken.'))).toBe('The port is taken.');
  });

  it('is the stack of any other error, whatever its code looks like', () => {
    const ofNode = Object.assign(new Error('Bad argument'), { code: 'ERR_INVALID_ARG_TYPE' });
    expect(describeFailure(ofNode)).toContain('failures.test.ts');
  });
});
