/** Keeps the built client up to date: built when it is missing or older than its sources, else taken as it is. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What a build is made from. Content counts, not dates: a fresh clone has none that mean anything. */
const SOURCES = ['client', 'shared', 'package-lock.json'];
const STAMP = '.stamp';
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.svg', '.json', '.wasm', '.txt', '.map']);
/** Below this, compression saves nothing that a packet would notice. */
const WORTH_COMPRESSING_BYTES = 1024;

/** Builds the client if need be. Returns the absolute folder to serve. `say` is told when a build begins. */
export async function ensureClient(root: string, say: (line: string) => void): Promise<string> {
  const target = join(root, 'client', 'dist');
  const stamp = await stampOf(root);
  if ((await readStamp(target)) === stamp) return target;
  say('Building the page (only after a change) …');
  // Built aside and then swapped in, so that a server that serves the old one never serves half of the new one.
  const aside = join(root, 'client', `.dist-${process.pid}`);
  const old = `${aside}-old`;
  try {
    const { build } = await import('vite');
    await build({
      configFile: join(root, 'client', 'vite.config.ts'),
      mode: 'production',
      logLevel: 'warn',
      build: { outDir: aside, emptyOutDir: true },
    });
    await compressAll(aside);
    await writeFile(join(aside, STAMP), stamp);
    if (existsSync(target)) await rename(target, old);
    await rename(aside, target);
  } finally {
    await rm(aside, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
  return target;
}

async function readStamp(target: string): Promise<string | null> {
  try {
    return await readFile(join(target, STAMP), 'utf8');
  } catch {
    // Never built, or built by hand without a stamp: build it.
    return null;
  }
}

async function stampOf(root: string): Promise<string> {
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
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  if (extname(path) === '.json') return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === 'dist' || entry.name.startsWith('.')) continue;
    const full = join(path, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(full)));
    else found.push(full);
  }
  return found;
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
