/** The same embryos in several engines: V8 in Node and in Chromium, JavaScriptCore in Bun. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { runInBun } from './bun.ts';
import { bundleForPage } from './bundle.ts';
import { currentKernelBytes } from './kernel.ts';
import type { Comparison } from './kernel-comparison.ts';
import type { hashEmbryos } from './kernel-digest.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIGEST = fileURLToPath(new URL('./kernel-digest.ts', import.meta.url));
const SCRIPT = 'tests/support/kernel-comparison-script.ts';

const printedSchema = z.object({
  differences: z.array(z.object({ index: z.int(), what: z.string() })),
  bodies: z.array(z.string()),
  viable: z.int(),
  bun: z.boolean(),
});

/**
 * Compares kernel and reference in a process of its own: in plain Node the reference runs twice as fast as under Vitest. Rejects
 * when the process fails, or was another engine.
 */
export async function compareIn(engine: 'node' | 'bun', from: number, count: number): Promise<Comparison> {
  const args = [String(from), String(count)];
  const text = engine === 'bun' ? await runInBun(SCRIPT, args) : await runInNode(SCRIPT, args);
  const { bun, ...comparison } = printedSchema.parse(JSON.parse(text));
  if (bun !== (engine === 'bun')) throw new Error(`This was to run in ${engine}, and did not.`);
  return comparison;
}

async function runInNode(script: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { cwd: ROOT, maxBuffer: 1 << 26 });
  return stdout;
}

/** The hashes of bodies as a page of this browser grows them: a function of `from` and `count`. */
export async function embryosInPage(browser: Browser): Promise<(from: number, count: number) => Promise<string[]>> {
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundleForPage(DIGEST, 'kernelDigest') });
  const bytes = [...currentKernelBytes()];
  return (from, count) => page.evaluate(hashesInPage, { bytes, from, count });
}

declare const kernelDigest: { hashEmbryos: typeof hashEmbryos };
/** Runs in the page. */
function hashesInPage({ bytes, from, count }: { bytes: number[]; from: number; count: number }): Promise<string[]> {
  return kernelDigest.hashEmbryos(Uint8Array.from(bytes), from, count);
}
