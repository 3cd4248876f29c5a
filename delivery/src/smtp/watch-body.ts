import { Readable } from 'node:stream';
import type { BodyProgress } from './classify';

/**
 * Stands between a message's bytes and the connection, and remembers how far they came.
 *
 * nodemailer reports a connection that broke after the message exactly like one that was never made (`ECONNECTION`,
 * command `CONN`), so the error cannot tell “may have arrived” from “never left”. The bytes can: nodemailer asks for
 * the first only after the server's 354, and writes the final dot only after their end. As long as the end has not
 * been passed on, the server cannot have a complete message; once it has, the message may have been taken.
 */
export class BodyWatch {
  #progress: BodyProgress = 'untouched';

  get progress(): BodyProgress {
    return this.#progress;
  }

  /**
   * Puts the watch behind a message's stream. A generator, because it is lazy: a piped transform would swallow a short
   * message before anybody asked for it. Called again when the pool takes another connection for a message it has not
   * begun.
   */
  readonly behind = (source: Readable): Readable => Readable.from(this.#pass(source), { objectMode: false });

  async *#pass(source: Readable): AsyncGenerator<Buffer> {
    this.#progress = 'begun';
    for await (const chunk of source) yield chunk as Buffer;
    this.#progress = 'finished';
  }
}
