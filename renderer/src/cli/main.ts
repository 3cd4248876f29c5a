import { Command, Option } from 'commander';
import { languages } from '../contract/primitives';
import { InvalidIssueError, type IssueProblem } from '../contract/problems';
import { RendererError } from '../errors';
import { problemText } from '../view/house/problem-text';
import { issueJsonSchema } from '../contract/issue';
import { checkCommand, type CheckOptions } from './check-command';
import { type Print, exitCode } from './command';
import { previewCommand, type PreviewCommandOptions } from './preview-command';
import { renderCommand } from './render-command';

const print: Print = {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
};

/** The command `nachra`. See `exitCode` for what it answers the shell. */
function program(): Command {
  const command = new Command('nachra')
    .description('Renders and checks issues of a newsletter, given as JSON.')
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? exitCode.fine : exitCode.badInput);
    });
  command
    .command('render')
    .description('write index.html, index.txt, issue.mjml and report.json')
    .argument('<file>', 'an issue as JSON; `nachra schema` describes it')
    .requiredOption('--out <directory>', 'where to write; made if it is not there')
    .action((file: string, { out }: { out: string }) => run(file, () => renderCommand(file, out, print)));
  command
    .command('check')
    .description('print the findings of the preflight')
    .argument('<file>', 'an issue as JSON')
    .option('--previous <file>', 'the number before: compares figures, units and articles')
    .option('--with <file...>', 'other languages of the same number: compares sections, articles and figures')
    .option(
      '--reach',
      'also ask the network whether links and pictures answer; private addresses are refused',
    )
    .addOption(
      new Option('--language <language>', 'language of the findings; the issue’s own if left out').choices(
        languages,
      ),
    )
    .option('--clients <name...>', 'mail clients whose support is asked for, such as gmail outlook-windows')
    .action((file: string, options: CheckOptions) => run(file, () => checkCommand(file, options, print)));
  command
    .command('preview')
    .description('show all views of an issue on a page that follows every save of it and of the templates')
    .argument('<file>', 'an issue as JSON; other languages of it lie beside it')
    .option('--port <number>', 'port to listen on; 0 takes any that is free', '4242')
    .option(
      '--host <address>',
      'address to listen on; other machines reach only what is not loopback',
      '127.0.0.1',
    )
    .action((file: string, options: PreviewCommandOptions) =>
      run(file, () => previewCommand(file, options, print, interrupted())),
    );
  command
    .command('schema')
    .description('print the JSON Schema of an issue')
    .action(() => print.out(`${JSON.stringify(issueJsonSchema(), null, 2)}\n`));
  return command;
}

/** Until Ctrl-C, or a service manager's wish. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

async function run(file: string, command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.exitCode = exitCode.badInput;
    print.error(`${complaint(file, error)}\n`);
  }
}

function problemLine(problem: IssueProblem): string {
  return `  ${problem.path || '(root)'}: ${problemText(problem, 'en')}`;
}

/** What went wrong in words; only an error that is none of ours, so a defect, shows where it happened. */
function complaint(file: string, error: Error): string {
  if (error instanceof InvalidIssueError)
    return [`${file} is no issue:`, ...error.problems.map(problemLine)].join('\n');
  if (error instanceof RendererError || 'code' in error) return `nachra: ${error.message}`;
  return error.stack ?? error.message;
}

void program().parseAsync();
