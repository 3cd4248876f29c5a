import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks a person at the terminal, or reads the answers line by line from what is piped in. */
interface Asker {
  /** @returns what was typed; null when nothing more comes */
  ask(question: string, options?: { hidden?: boolean }): Promise<string | null>;
  close(): void;
}

/** Opens standard input for questions. What is hidden is not echoed. */
export function openAsker(input = process.stdin, output: NodeJS.WritableStream = process.stderr): Asker {
  let isHidden = false;
  const echo = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!isHidden) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: echo, terminal: input.isTTY, historySize: 0 });
  const typed = lines[Symbol.asyncIterator]();
  return {
    async ask(question, { hidden = false } = {}) {
      output.write(`${question}: `);
      isHidden = hidden;
      const { value, done } = (await typed.next()) as { value: string | undefined; done?: boolean };
      isHidden = false;
      if (hidden) output.write('\n');
      return done ? null : (value ?? '');
    },
    close: () => lines.close(),
  };
}
