import { Command, Option } from 'commander';
import { languages } from '../contract/primitives';
import { InvalidIssueError, type IssueProblem } from '../contract/problems';
import { RendererError } from '../errors';
import { problemText } from '../view/emails/problem-text';
import { issueJsonSchema } from '../contract/issue';
import { checkCommand, type CheckOptions } from './check-command';
import { type Print, exitCode } from './command';
import { previewCommand, type PreviewCommandOptions } from './preview-command';
import { renderCommand } from './render-command';

const print: Print = {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
};

/** The command `nachra`. Its exit codes are those of `exitCode`. */
function program(): Command {
  const command = new Command('nachra')
    .description('Renders, checks and previews issues of a newsletter, given as JSON.')
    .showHelpAfterError('Run the command with --help to see its arguments and options.')
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? exitCode.fine : exitCode.badInput);
    });
  command
    .command('render')
    .description('write index.html, index.txt, issue.mjml and report.json')
    .argument('<file>', 'an issue as JSON; `nachra schema` describes it')
    .requiredOption('--out <directory>', 'directory to write to; created if missing')
    .action((file: string, { out }: { out: string }) => run(() => renderCommand(file, out, print)));
  command
    .command('check')
    .description('print the findings of the preflight')
    .argument('<file>', 'an issue as JSON')
    .option('--previous <file>', 'the previous issue: compares figures, units and articles with it')
    .option('--with <file...>', 'the same issue in other languages: compares sections, articles and figures')
    .option(
      '--reach',
      'also request every link and picture to see whether it answers; private addresses are refused',
    )
    .addOption(
      new Option('--language <language>', 'language of the findings (default: the issue’s own)').choices(
        languages,
      ),
    )
    .option('--clients <name...>', 'mail clients to check for, such as gmail outlook-windows')
    .action((file: string, options: CheckOptions) => run(() => checkCommand(file, options, print)));
  command
    .command('preview')
    .description('show an issue in all renditions on a page that updates when it or a template is saved')
    .argument('<file>', 'an issue as JSON; its other languages are found beside it')
    .option('--port <number>', 'port to listen on; 0 takes any free port', '4242')
    .option(
      '--host <address>',
      'address to listen on; the default can be reached from this machine only',
      '127.0.0.1',
    )
    .action((file: string, options: PreviewCommandOptions) =>
      run(() => previewCommand(file, options, print, interrupted())),
    );
  command
    .command('schema')
    .description('print the JSON Schema of an issue')
    .action(() => print.out(`${JSON.stringify(issueJsonSchema(), null, 2)}\n`));
  return command;
}

/** Resolves on Ctrl-C, or when a service manager stops the process. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

async function run(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.exitCode = exitCode.badInput;
    print.error(`${complaint(error)}\n`);
  }
}

/** More are not read by anybody. */
const mostProblems = 50;

function problemLine(problem: IssueProblem): string {
  return `  ${problem.path || '(root)'}: ${problemText(problem, 'en')}`;
}

/** An error as the command reports it. Only a defect of this program shows its stack. */
function complaint(error: Error): string {
  if (error instanceof InvalidIssueError) {
    return [
      `nachra: ${error.source ?? 'The data'} is not a valid issue. Correct these fields; \`nachra schema\` describes them:`,
      ...error.problems.slice(0, mostProblems).map(problemLine),
      ...(error.problems.length > mostProblems
        ? [`  … and ${error.problems.length - mostProblems} more`]
        : []),
    ].join('\n');
  }
  if (error instanceof RendererError || 'code' in error) return `nachra: ${error.message}`;
  return `nachra: This is a defect of Nachra. Please report it with these lines:\n${error.stack ?? error.message}`;
}

void program().parseAsync();
