/** One project a folder of tests, so that each kind has the time and the company it needs. */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Those that drive servers and browsers: a start, or a whole match, takes longer than a calculation. */
const SLOW = new Set(['server', 'browser', 'faults', 'cluster']);
/**
 * What waits for sockets and browsers on a machine shared with others is tried twice, and the report names what needed it; what
 * several processes must not lose, and all that only reckons, is tried once. The faults are tried twice only until this is found: of
 * a dozen runs of twenty kills one ended in a recording that did not verify, without saying in what, and one stood still.
 */
const TWICE = new Set(['server', 'browser', 'faults']);
/** Whose figures are bars: it has the machine to itself, after all others, one file at a time. */
const ALONE = 'cluster';
/** Not for Vitest: what tests share, the benches, and the long test, which is a command of its own. */
const NOT_TESTS = new Set(['support', 'bench', 'long']);

const folders = readdirSync(fileURLToPath(new URL('./', import.meta.url)), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !NOT_TESTS.has(entry.name))
  .map((entry) => entry.name);

export default defineConfig({
  root: ROOT,
  // Vite's own cache of the page must not be shared with a server that someone runs beside the tests.
  cacheDir: fileURLToPath(new URL('../node_modules/.vite/tests', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    passWithNoTests: false,
    maxWorkers: 2,
    projects: folders
      .filter((folder) => existsSync(fileURLToPath(new URL(`./${folder}`, import.meta.url))))
      .map((folder) => ({
        extends: true,
        test: {
          name: folder,
          include: [`tests/${folder}/**/*.test.{ts,tsx}`],
          ...(folder === ALONE && { sequence: { groupOrder: 1 }, maxWorkers: 1 }),
          retry: TWICE.has(folder) ? 1 : 0,
          testTimeout: SLOW.has(folder) ? 120_000 : 60_000,
          hookTimeout: SLOW.has(folder) ? 120_000 : 60_000,
        },
      })),
  },
});
