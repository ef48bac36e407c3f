import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const SETUP = fileURLToPath(new URL('../../server/cli/setup.mjs', import.meta.url));

/** Stands in for npm: notes how it was called, installs what the lock file says, or fails as it is told to. */
const NPM = `
import { appendFileSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
appendFileSync('calls.txt', process.argv.slice(2).join(' ') + '\\n');
if (existsSync('broken')) {
  console.error('npm error network: the wire is cut');
  process.exit(1);
}
mkdirSync('node_modules', { recursive: true });
copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinfold-setup-'));
  await mkdir(join(folder, 'server/cli'), { recursive: true });
  await cp(SETUP, join(folder, 'server/cli/setup.mjs'));
  await writeFile(join(folder, 'npm.mjs'), NPM);
  await lock({ 'node_modules/a': { version: '1.0.0' } });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function lock(packages: Record<string, object>): Promise<void> {
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
}

function setUp(): Promise<{ code: number; output: string }> {
  const env = { ...process.env, npm_execpath: join(folder, 'npm.mjs'), npm_node_execpath: process.execPath };
  return new Promise((resolve) => {
    const script = join(folder, 'server/cli/setup.mjs');
    const child = execFile(process.execPath, [script], { env }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
    });
  });
}

async function installs(): Promise<string[]> {
  const calls = join(folder, 'calls.txt');
  return existsSync(calls) ? (await readFile(calls, 'utf8')).trim().split('\n') : [];
}

it('installs from the lock file when nothing is there, and then is silent', async () => {
  expect(await setUp()).toEqual({ code: 0, output: expect.stringContaining('Installing packages') });
  expect(await setUp()).toEqual({ code: 0, output: '' });
  expect(await installs()).toEqual([expect.stringMatching(/^ci /)]);
});

it('installs again when the lock file asks for something else', async () => {
  await setUp();
  await lock({ 'node_modules/a': { version: '1.0.1' } });
  expect((await setUp()).code).toBe(0);
  expect(await installs()).toHaveLength(2);
});

it('installs nothing over what someone has installed already, but for other platforms’ packages', async () => {
  await mkdir(join(folder, 'node_modules'));
  await cp(join(folder, 'package-lock.json'), join(folder, 'node_modules/.package-lock.json'));
  await lock({
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '1.0.0', optional: true, os: ['plan9'], cpu: ['vax'] },
    'node_modules/c': { version: '1.0.0', optional: true },
  });
  expect(await setUp()).toEqual({ code: 0, output: '' });
  expect(await installs()).toEqual([]);
});

it('installs once when two are started together', async () => {
  const results = await Promise.all([setUp(), setUp()]);
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect(await installs()).toHaveLength(1);
});

it('says what to do when npm fails, and tries again the next time', async () => {
  await writeFile(join(folder, 'broken'), '');
  const { code, output } = await setUp();
  expect(code).toBe(1);
  expect(output).toContain('the wire is cut');
  expect(output).toContain('run "npm ci"');
  await rm(join(folder, 'broken'));
  expect((await setUp()).code).toBe(0);
});
