/** Keeps the built client up to date: built when its sources have changed, else taken as it is. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What a build is made from. Content counts, not dates: in a fresh clone those mean nothing. */
const SOURCES = ['client', 'shared', 'package-lock.json'];
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.svg', '.json', '.wasm', '.txt', '.map']);
/** Below this, compression saves nothing that a packet would notice. */
const WORTH_COMPRESSING_BYTES = 1024;
/** Older builds go: one is current, one may still be served by a server that is about to be restarted. */
const KEPT_BUILDS = 3;
const ABANDONED_MS = 60 * 60_000;

/**
 * Builds the client if need be. Returns the absolute folder to serve, which bears the hash of its sources: a server that is
 * running goes on serving its own. `say` is told when a build begins.
 */
export async function ensureClient(root: string, say: (line: string) => void): Promise<string> {
  const builds = join(root, 'client', 'dist');
  const target = join(builds, await hashOf(root));
  if (existsSync(target)) return target;
  say('Building the page (only after a change) …');
  // Built aside, then put in place in one go: what is there is whole.
  const aside = join(builds, `.${process.pid}`);
  try {
    const { build } = await import('vite');
    await build({
      configFile: join(root, 'client', 'vite.config.ts'),
      mode: 'production',
      // Hints for makers are `npm run dev`'s business; who starts a server is told what fails.
      logLevel: 'error',
      build: { outDir: aside, emptyOutDir: true },
    });
    await compressAll(aside);
    await rename(aside, target);
  } catch (error) {
    // Another process may have built the same at the same time, and been first.
    if (!existsSync(target)) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  await removeOld(builds);
  return target;
}

async function hashOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesBelow(join(root, source))) {
      hash
        .update(relative(root, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** All files in or below a path, in a stable order, without builds and hidden ones. */
async function filesBelow(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const names = (await readdir(path)).filter((name) => name !== 'dist' && !name.startsWith('.')).sort();
  const found = await Promise.all(names.map((name) => filesBelow(join(path, name))));
  return found.flat();
}

async function removeOld(builds: string): Promise<void> {
  const names = await readdir(builds);
  const aged = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(builds, name))).mtimeMs })));
  aged.sort((a, b) => b.at - a.at);
  const whole = aged.filter(({ name }) => /^[0-9a-f]{16}$/.test(name));
  // What a build that was killed left behind.
  const broken = aged.filter(({ name, at }) => name.startsWith('.') && at < Date.now() - ABANDONED_MS);
  for (const { name } of [...whole.slice(KEPT_BUILDS), ...broken]) {
    await rm(join(builds, name), { recursive: true, force: true });
  }
}

async function compressAll(folder: string): Promise<void> {
  for (const file of await filesBelow(folder)) {
    if (!COMPRESSIBLE.has(extname(file))) continue;
    const bytes = await readFile(file);
    if (bytes.length < WORTH_COMPRESSING_BYTES) continue;
    await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  }
}
