/** Recordings of every release in a browser: the same hashes there as here, whichever way they are come to. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kernelFile } from '../../server/growth/kernel.ts';
import { decodeRecording } from '../../shared/replay/recording.ts';
import { bundleForPage } from '../support/bundle.ts';
import { launchChromium, skipWithoutChromium } from '../support/chromium.ts';
import { type HashesOfRecording, hashesOfRecording } from '../support/hashes-of-recording.ts';

const GOLDEN = new URL('../golden/', import.meta.url);
const ENTRY = fileURLToPath(new URL('../support/hashes-of-recording.ts', import.meta.url));
const files = readdirSync(GOLDEN).filter((name) => name.endsWith('.twinfold'));

declare const replaying: { hashesOfRecording: typeof hashesOfRecording };

describe.skipIf(skipWithoutChromium())('in a browser', () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    browser = await launchChromium();
    script = await bundleForPage(ENTRY, 'replaying');
  });
  afterAll(() => browser?.close());

  /** Runs in the page. */
  const inPage = ({ bytes, kernel }: { bytes: number[]; kernel: number[] }): Promise<HashesOfRecording> =>
    replaying.hashesOfRecording(Uint8Array.from(bytes), Uint8Array.from(kernel));

  test.each(files)(
    '%s comes to one hash: replayed, resumed, branched off without a change, and verified',
    async (name) => {
      const bytes = Uint8Array.from(readFileSync(new URL(name, GOLDEN)));
      const kernel = Uint8Array.from(readFileSync(kernelFile(decodeRecording(bytes).kernel)));
      const page = await browser.newPage();
      await page.addScriptTag({ content: script });
      const there = await page.evaluate(inPage, { bytes: [...bytes], kernel: [...kernel] });
      await page.close();
      const here = await hashesOfRecording(bytes, kernel);
      expect(there).toEqual(here);
      expect(here).toMatchObject({ resumed: here.replayed, verified: here.replayed });
      // Matches of the first rules are replayed, and cannot be played on.
      expect(here.branched).toBe(name.startsWith('v1') ? null : here.replayed);
    },
  );
});
