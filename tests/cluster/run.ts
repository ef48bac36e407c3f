/**
 * `npm run test:cluster`: three real processes with a real Redis and Postgres, which die and come back. What `npm test` only tells
 * to be missing is a failure here: who asks for these tests wants them run.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { clusterMissing } from '../support/cluster.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VITEST = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));

if (clusterMissing === '') {
  const args = ['run', '--config', 'tests/vitest.config.ts', '--project', 'cluster', ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, [VITEST, ...args], { cwd: ROOT, stdio: ['ignore', 1, 2] });
  process.exitCode = status ?? 1;
} else {
  process.stderr.write(
    `Nothing was tested: ${clusterMissing}. Install redis-server, start Postgres, and say where it is if that is not here: TEST_DATABASE_URL=postgres://user@host:5432/postgres npm run test:cluster\n`,
  );
  process.exitCode = 1;
}
