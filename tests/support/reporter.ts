import type { Reporter, SerializedError, TestCase, TestModule, Vitest } from 'vitest/node';
import { requireAll } from './requires';

/**
 * Closes a run with what nobody should overlook: each test that did not run, by name, and one plain line of counts
 * (`12 passed, 0 failed, 1 skipped`). With `NACHRA_REQUIRE_ALL=1` a skipped test fails the run, whoever skipped it.
 */
export default class HouseReporter implements Reporter {
  private vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
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
    const failures = failed.length + broken.length + unhandledErrors.length;
    lines.push(`${passed.length} passed, ${failures} failed, ${skipped.length} skipped`);
    process.stdout.write(`${lines.join('\n')}\n`);

    if (skipped.length > 0 && requireAll()) process.exitCode = 1;
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
