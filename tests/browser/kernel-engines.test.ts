import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runInBun, skipWithoutBun } from '../support/bun.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { currentKernelBytes } from '../support/kernel.ts';
import { digestEmbryos } from '../support/kernel-digest.ts';

const EMBRYOS = 10_000;
const inNode = digestEmbryos(currentKernelBytes(), EMBRYOS);

/** kernel-digest.ts and all it needs as one script that leaves its exports in `kernelDigest`. */
async function bundleDigest(): Promise<string> {
  const entry = fileURLToPath(new URL('../support/kernel-digest.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'kernelDigest' } },
  });
  const outputs = (Array.isArray(result) ? result : [result]).filter(
    (one): one is Rolldown.RolldownOutput => 'output' in one,
  );
  const code = outputs[0]?.output[0].code;
  if (code === undefined) throw new Error('Vite made no script of the digest.');
  return code;
}

describe(`${EMBRYOS} embryos have one and the same hash`, { timeout: 240_000 }, () => {
  it.skipIf(skipWithoutBun())('in Node and in Bun’s JavaScriptCore', async () => {
    const printed = await runInBun('tests/support/kernel-digest-bun.ts', [String(EMBRYOS)]);
    const { digest, bun } = z.object({ digest: z.string(), bun: z.string() }).parse(JSON.parse(printed));
    expect(bun).toMatch(/^\d/);
    expect(digest).toBe(await inNode);
  });

  it.skipIf(skipWithoutChromium())('in Node and in Chromium', async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: await bundleDigest() });
      const digest = await page.evaluate(digestInPage, { bytes: [...currentKernelBytes()], count: EMBRYOS });
      expect(digest).toBe(await inNode);
    } finally {
      await browser.close();
    }
  });

  it('which changes with the embryos', async () => {
    expect(await digestEmbryos(currentKernelBytes(), 10)).not.toBe(await digestEmbryos(currentKernelBytes(), 11));
  });
});

declare const kernelDigest: { digestEmbryos: typeof digestEmbryos };
/** Runs in the page. */
function digestInPage({ bytes, count }: { bytes: number[]; count: number }): Promise<string> {
  return kernelDigest.digestEmbryos(Uint8Array.from(bytes), count);
}
