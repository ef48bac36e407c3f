/** The second JavaScript engine of the tests: Bun (JavaScriptCore, not V8), which comes with the packages. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUN = fileURLToPath(new URL('../../node_modules/@oven/bun-linux-x64/bin/bun', import.meta.url));

/** For `describe.skipIf(skipWithoutBun())`: as skipWithoutChromium, loud where Bun cannot be had and an error in CI. */
export function skipWithoutBun(): boolean {
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(BUN)) return false;
  const reason = `No Bun comes with the packages for ${process.platform}-${process.arch}: nothing is checked in JavaScriptCore here.`;
  if (process.env.CI) throw new Error(reason);
  process.stderr.write(`\n!!! ${reason}\n\n`);
  return true;
}

/**
 * Runs a TypeScript or JavaScript file (absolute path, or relative to the repository) in Bun, with arguments.
 * Resolves to what it printed on standard output; rejects, with what it printed, when it fails.
 */
export async function runInBun(script: string, args: readonly string[] = []): Promise<string> {
  const { stdout } = await promisify(execFile)(BUN, ['run', script, ...args], { cwd: ROOT, maxBuffer: 1 << 26 });
  return stdout;
}
