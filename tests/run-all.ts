/**
 * `npm test`: types, lint and every test, one after the other and to the end even when one fails. The very last line is
 * "N passed, N failed"; types and lint count as one each. Exit code 0 only if something ran and nothing failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

interface Count {
  passed: number;
  failed: number;
}

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const nodeModule = (path: string): string => join(ROOT, 'node_modules', path);

/** What this needs of Vitest's JSON report. */
const reportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

function run(title: string, script: string, args: readonly string[]): boolean {
  console.log(`\n── ${title}`);
  const { status, error } = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['ignore', 1, 2] });
  if (error) console.error(error.message);
  return status === 0;
}

function check(title: string, script: string, args: readonly string[]): Count {
  const held = run(title, script, args);
  console.log(`${held ? '✓' : '✗'} ${title}`);
  return { passed: Number(held), failed: Number(!held) };
}

function tests(): Count {
  const folder = mkdtempSync(join(tmpdir(), 'twinfold-tests-'));
  const report = join(folder, 'report.json');
  try {
    const args = ['run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json'];
    const held = run('tests', nodeModule('vitest/vitest.mjs'), [...args, `--outputFile.json=${report}`]);
    const count = countTests(report);
    // An error outside any test (an unhandled rejection, say) fails the run without failing a test.
    if (!held && count.failed === 0) count.failed = 1;
    return count;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countTests(report: string): Count {
  let text: string;
  try {
    text = readFileSync(report, 'utf8');
  } catch {
    return { passed: 0, failed: 1 };
  }
  const { numPassedTests, numFailedTests, testResults } = reportSchema.parse(JSON.parse(text));
  for (const { name, assertionResults } of testResults) {
    const notRun = assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed');
    // What is missing here is in their names: a test that was not run must not look like one that has passed.
    for (const { fullName } of notRun) console.log(`NOT RUN: ${relative(ROOT, name)}: ${fullName}`);
  }
  // A file that could not even be loaded has no test to fail, and counts as one.
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles };
}

const types = check('types', nodeModule('typescript/bin/tsc'), ['--noEmit']);
const lint = check('lint', nodeModule('@biomejs/biome/bin/biome'), ['check', '--error-on-warnings', '.']);
const tested = tests();
const passed = types.passed + lint.passed + tested.passed;
const failed = types.failed + lint.failed + tested.failed + Number(tested.passed + tested.failed === 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
