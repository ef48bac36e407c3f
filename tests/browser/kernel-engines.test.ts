import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runInBun, skipWithoutBun } from '../support/bun.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { currentKernelBytes } from '../support/kernel.ts';
import { hashEmbryos } from '../support/kernel-digest.ts';
import { compareIn, embryosInPage } from '../support/kernel-engines.ts';

const EMBRYOS = 10_000;
/** The reference takes its time: `npm run test:long` compares it with the kernel over all of 100,000 embryos, in both engines. */
const REFERENCE_EMBRYOS = 200;
const inNode = hashEmbryos(currentKernelBytes(), 0, EMBRYOS);

/** The first embryo that is another body there; a list of thousands of hashes would tell nobody anything. */
async function firstDifference(there: readonly string[]): Promise<number> {
  expect(there).toHaveLength(EMBRYOS);
  return (await inNode).findIndex((hash, index) => hash !== there[index]);
}

describe(`${EMBRYOS} embryos become the same bodies`, { timeout: 240_000 }, () => {
  it.skipIf(skipWithoutBun())('in Node and in Bun’s JavaScriptCore', async () => {
    const printed = await runInBun('tests/support/kernel-digest-bun.ts', [String(EMBRYOS)]);
    const { hashes, bun } = z.object({ hashes: z.array(z.string()), bun: z.string() }).parse(JSON.parse(printed));
    expect(bun).toMatch(/^\d/);
    expect(await firstDifference(hashes)).toBe(-1);
  });

  it.skipIf(skipWithoutBun())(`where the reference grows ${REFERENCE_EMBRYOS} of them alike`, async () => {
    const { differences, bodies } = await compareIn('bun', 0, REFERENCE_EMBRYOS);
    expect(differences).toEqual([]);
    expect(bodies).toEqual((await inNode).slice(0, REFERENCE_EMBRYOS));
  });

  it.skipIf(skipWithoutChromium())('in Node and in Chromium', async () => {
    const browser = await launchChromium({ webGl: false });
    try {
      const hashes = await embryosInPage(browser);
      expect(await firstDifference(await hashes(0, EMBRYOS))).toBe(-1);
    } finally {
      await browser.close();
    }
  });

  it('which differ from one to the next, but for those that hardly grew', async () => {
    expect(new Set(await inNode).size).toBeGreaterThan(EMBRYOS / 2);
  });
});
