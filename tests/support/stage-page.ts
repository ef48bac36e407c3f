/** Serves the stage by itself (stage-page/) to a real browser, and shows it worlds whose bodies are real. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build, preview } from 'vite';
import { playMatch } from '../../shared/replay/play-match.ts';
import { botCommands, botPolicyFor } from '../../shared/sim/bots.ts';
import { CURRENT_KERNEL } from '../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import { DEFAULT_SETTINGS } from '../../shared/sim/settings.ts';
import { growWith } from '../../shared/sim/world/grow.ts';
import { secretFromSeed } from '../../shared/sim/world/seeds.ts';
import type { Settings, World } from '../../shared/sim/world/world.ts';
import { currentKernel } from './kernel.ts';
// For its declaration of what the page offers.
import type {} from './stage-page/page.ts';

const SOURCE = fileURLToPath(new URL('stage-page/', import.meta.url));

export interface StageSite {
  /** Opens a page in which nothing is shown yet. */
  visit(browser: Browser, viewport: { width: number; height: number }): Promise<Page>;
  close(): Promise<void>;
}

/** Builds the page as a release is built, and serves it on a free port. */
export async function serveStagePage(): Promise<StageSite> {
  const outDir = await mkdtemp(join(tmpdir(), 'twinfold-stage-'));
  const shape = { configFile: false, root: SOURCE, logLevel: 'error' } as const;
  await build({
    ...shape,
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000, assetsInlineLimit: 0 },
  });
  const server = await preview({ ...shape, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('The stage’s page is served nowhere.');
  return {
    async visit(browser, viewport) {
      const page = await (await browser.newContext({ viewport })).newPage();
      await page.goto(url);
      return page;
    },
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** A match of one round that bots have played with real bodies: the last world of training, its season over. */
export async function playedWorld(changes: Partial<Settings> = {}, founder = 0): Promise<World> {
  const { key = '', genome } = FOUNDERS[founder] ?? {};
  if (genome === undefined) throw new Error(`There is no founder number ${founder}.`);
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    founder: key,
    mapSeed: 11,
    rounds: 1,
    generationsPerRound: 1,
    ...changes,
  };
  const kernel = currentKernel();
  const worlds: World[] = [];
  await playMatch({
    settings,
    founderGenome: genome,
    secret: secretFromSeed(3),
    kernel: CURRENT_KERNEL,
    growAll: async (world) => growWith(kernel.grow, world),
    commandsFor: (world) => world.habitats.flatMap(({ id }) => botCommands(botPolicyFor(id, 3), world, id, 3)),
    onGeneration: ({ world }) => worlds.push(world),
  });
  const trained = worlds.at(-2);
  if (trained === undefined) throw new Error('No generation was played.');
  return trained;
}
