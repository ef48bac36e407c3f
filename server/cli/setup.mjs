/**
 * Runs before every npm script: installs the packages when they are missing or older than the lock file. Afterwards npm finds
 * Node 24 among them, so the scripts proper run on it. This file itself must run on any old Node, before anything is installed:
 * plain JavaScript, no packages.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.twinfold-lock');
const BUNDLED_NODE = join(MODULES, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
/** The first Node that runs TypeScript as it is. */
const OLDEST_NODE = [22, 18];
/** A lock without a readable owner is one whose writer died between creating and filling it. */
const OWNERLESS_LOCK_MS = 10000;
/** npm can search for ever when package.json and the lock file contradict each other. */
const INSTALL_TIMEOUT_MS = 900000;
/** Lines of npm's own words in a failure: the reason comes first, a page of usage after it. */
const NPM_LINES = 12;

/** @typedef {{ version?: string, optional?: boolean, link?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage */

const lockText = readFileSync(join(ROOT, 'package-lock.json'));
const lockHash = createHash('sha256').update(lockText).digest('hex');

if (!stamped()) {
  const release = await takeTurn();
  try {
    if (!stamped()) {
      if (!installedMatchesLock()) await install();
      await checkNode();
      writeFileSync(STAMP, lockHash);
    }
  } finally {
    release();
  }
}

function stamped() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash;
}

/** Whether what npm says it installed is what the lock file asks for: true after someone's own `npm ci` or `npm install`. */
function installedMatchesLock() {
  const record = join(MODULES, '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(lockText.toString());
  const installed = packagesOf(readFileSync(record, 'utf8'));
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || installed[path]?.version === entry.version) continue;
    if (installed[path] || !entry.optional || meantForHere(entry)) return false;
  }
  return true;
}

/**
 * @param {string} text a lock file
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(text) {
  return JSON.parse(text).packages ?? {};
}

/**
 * Whether an optional package names this very platform. One that names none may belong to another that is not for here.
 * @param {LockedPackage} entry
 */
function meantForHere({ os, cpu, libc }) {
  return !libc && os?.includes(process.platform) === true && cpu?.includes(process.arch) === true;
}

async function install() {
  console.log('Installing packages from the lock file (about half a minute, once) …');
  const { spawnSync } = await import('node:child_process');
  // Dev packages are part of it (the page is built at the start), even where the environment says "production".
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const npmScript = process.env.npm_execpath;
  const npmNode = process.env.npm_node_execpath;
  /** @type {import('node:child_process').SpawnSyncOptionsWithStringEncoding} */
  const options = { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: INSTALL_TIMEOUT_MS };
  const result =
    npmScript && npmNode
      ? spawnSync(npmNode, [npmScript, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status === 0) return;
  const said = [result.error?.message, result.stderr, result.stdout].filter(Boolean).join('\n').trim();
  const reason = said.split('\n').slice(0, NPM_LINES).join('\n');
  stop(`Installing the packages failed. npm said:\n\n${reason}\n\nIs there a connection to the npm registry, and room on the disk? \
Then try again; if it still fails, delete the folder node_modules and run "npm ci".`);
}

/** The scripts need a Node that runs TypeScript: the one among the packages, or else the one that runs this. */
async function checkNode() {
  if (existsSync(BUNDLED_NODE)) {
    const { spawnSync } = await import('node:child_process');
    const trial = spawnSync(BUNDLED_NODE, ['--version'], { shell: process.platform === 'win32', stdio: 'ignore' });
    if (trial.status === 0) return;
    // It cannot run here (a Linux without glibc, say), and would stand in the way of the system's own.
    rmSync(BUNDLED_NODE);
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  stop(`Twinfold needs Node ${OLDEST_NODE.join('.')} or newer. This is Node ${process.versions.node}, and none comes with the packages \
for ${process.platform}-${process.arch}: please install Node 24 from https://nodejs.org and try again.`);
}

/**
 * Waits until no other process is installing into this folder, and keeps others waiting until the returned function is called.
 * The lock lies outside the repository, since `npm ci` empties node_modules.
 */
async function takeTurn() {
  const name = createHash('sha256').update(ROOT).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `twinfold-setup-${name}.lock`);
  for (;;) {
    try {
      const file = openSync(lock, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      process.once('exit', () => rmSync(lock, { force: true }));
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
      if (ownerGone(lock)) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** @param {string} lock */
function ownerGone(lock) {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    if (!owner) return Date.now() - statSync(lock).mtimeMs > OWNERLESS_LOCK_MS;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    // ESRCH: no such process. Any other answer (a vanished file, a process of someone else) means: try again.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
