import { Readable, Transform } from 'node:stream';
import type { BodyProgress } from './classify';

const lineEnd = Buffer.from('\r\n');

/**
 * A message's finished bytes on their way into a connection, and how many were sent.
 *
 * nodemailer reports a connection that broke after the message exactly like one that was never made (`ECONNECTION`,
 * command `CONN`), so the error cannot tell “may have arrived” from “never left”. The bytes can: nodemailer asks for
 * them only after the server's 354, and sends the final dot only when the socket has taken everything before it.
 * As long as the dot has not been passed on, the server cannot have a complete message; once it has, the message may
 * have been taken.
 *
 * nodemailer pipes a message through a stream that checks each byte for dots to double and line ends to fix, which is a
 * third of the cost of sending. These bytes need neither (`message/wire.ts`), so they bypass that stream; it still adds the
 * CRLF and the dot at the end.
 */
export class OutgoingBody extends Readable {
  readonly #bytes: Buffer;
  #progress: BodyProgress = 'untouched';

  /** @param pieces whole lines, each ended by CRLF, none begun by a dot */
  constructor(pieces: readonly Buffer[]) {
    super();
    this.#bytes = Buffer.concat(pieces);
  }

  get size(): number {
    return this.#bytes.length;
  }

  get progress(): BodyProgress {
    return this.#progress;
  }

  override pipe<Into extends NodeJS.WritableStream>(into: Into): Into {
    const { length } = this.#bytes;
    const body = this.#bytes.subarray(-2).equals(lineEnd) ? this.#bytes.subarray(0, length - 2) : this.#bytes;
    let passed = 0;
    this.#progress = 'begun';
    into.on('data', (chunk: Buffer) => {
      passed += chunk.length;
      if (passed > body.length) this.#progress = 'finished';
    });
    if (into instanceof Transform) into.push(body);
    else into.write(body);
    into.end();
    return into;
  }
}
