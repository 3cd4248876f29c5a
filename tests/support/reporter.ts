import type { Reporter, SerializedError, TestCase, TestModule, Vitest } from 'vitest/node';
import { requireAll } from './requires';

/**
 * What each project of `vitest.config.mts` may take on two quiet cores, in seconds. `npm test` is the first three: ten minutes.
 * Printed beside what it took, and never a failure: a machine may have other things to do.
 */
const budgets: Readonly<Record<string, number>> = {
  parts: 150,
  cms: 300,
  flows: 150,
  long: 240,
  'long-cms': 240,
  chaos: 420,
};

/**
 * Closes a run with what nobody should overlook: each test that did not run, by name, how long each project took, and one
 * plain line of counts (`12 passed, 0 failed, 1 skipped`). With `NACHRA_REQUIRE_ALL=1` a skipped test fails the run, whoever
 * skipped it.
 */
export default class HouseReporter implements Reporter {
  private vitest: Vitest | undefined;
  private readonly begun = new Map<string, number>();
  private readonly ended = new Map<string, number>();

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  onTestModuleQueued({ project }: TestModule): void {
    if (!this.begun.has(project.name)) this.begun.set(project.name, performance.now());
  }

  onTestModuleEnd({ project }: TestModule): void {
    this.ended.set(project.name, performance.now());
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed');
    const failed = tests.filter((test) => test.result().state === 'failed');
    // A test that was left out by `-t` on the command line was not asked for, so it is not missed.
    const filtered = this.vitest?.config.testNamePattern !== undefined;
    const skipped = filtered ? [] : tests.filter((test) => test.result().state === 'skipped');
    // A file or a suite that breaks before its first test has no test to count.
    const broken = modules.flatMap(brokenParts);

    const lines = [''];
    if (skipped.length > 0) {
      lines.push(
        requireAll() ? 'SKIPPED, and NACHRA_REQUIRE_ALL=1 makes that a failure:' : 'SKIPPED on this machine:',
      );
      lines.push(...skipped.map((test) => `  - ${placeOf(test)}`), '');
    }
    if (unhandledErrors.length > 0) lines.push(`Errors outside any test: ${unhandledErrors.length}`);
    lines.push(...this.times());
    const failures = failed.length + broken.length + unhandledErrors.length;
    lines.push(`${passed.length} passed, ${failures} failed, ${skipped.length} skipped`);
    process.stdout.write(`${lines.join('\n')}\n`);

    if (skipped.length > 0 && requireAll()) process.exitCode = 1;
  }

  private times(): string[] {
    return [...this.ended].flatMap(([name, end]) => {
      const budget = budgets[name];
      const seconds = Math.round((end - (this.begun.get(name) ?? end)) / 1_000);
      return budget === undefined ? [] : [`${name} took ${seconds} s of its budget of ${budget} s`];
    });
  }
}

function placeOf(test: TestCase): string {
  const note = noteOf(test);
  return `${test.module.relativeModuleId} › ${test.fullName.replaceAll(' > ', ' › ')}${note}`;
}

function noteOf(test: TestCase): string {
  const result = test.result();
  return result.state === 'skipped' && result.note !== undefined ? ` [${result.note}]` : '';
}

function brokenParts(module: TestModule): string[] {
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
  return [
    ...(module.errors().length > 0 ? [module.moduleId] : []),
    ...suites.map((suite) => `${module.moduleId} > ${suite.fullName}`),
  ];
}
