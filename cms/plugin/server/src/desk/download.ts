import type { Readable } from 'node:stream';

/** A file that a route answers with, streamed as it is made. */
export class Download {
  constructor(
    readonly name: string,
    readonly type: string,
    readonly content: Readable,
  ) {}
}
