import { classifyCommand } from './classify-command';

const usage = `Usage: nachra-bounce FILE…

Says of each message what it is: one line of JSON with file, kind, severity, status, recipient, reason.
A folder means the files in it; - means standard input.
`;

async function main(args: string[]): Promise<number> {
  const isHelp = args.includes('--help') || args.includes('-h');
  if (isHelp || args.length === 0) {
    (isHelp ? process.stdout : process.stderr).write(usage);
    return isHelp ? 0 : 2;
  }
  return classifyCommand(args, {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    standardInput: process.stdin,
  });
}

// `head` and the like close the pipe when they have seen enough.
process.stdout.on('error', () => process.exit(0));

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
