/** How fast the stage draws the largest world, against a Phaser scene that does nothing but draw as many sprites. */
import type { Page } from 'playwright-core';
import { boundsOf, creatureSpan, placeOf } from '../../client/scenes/layout.ts';
import { stageWorldOf } from '../../client/scenes/stage-world.ts';
import { viewOf } from '../../client/scenes/view.ts';
import { viewWorld } from '../../client/session/creature-view.ts';
import { MAX_CREATURES, MAX_HABITATS } from '../../shared/sim/world/world.ts';
import { launchChromium } from '../support/chromium.ts';
import { playedWorld, serveStagePage } from '../support/stage-page.ts';
import { type Bench, median, row } from './harness.ts';

/** The stage beside the panels of a 1366 × 768 screen. */
const STAGE = { width: 958, height: 690 };
/** Of the bare scene's frame rate. */
const LEAST_RATIO = 0.8;
const ROUNDS = 11;
const TURN_SECONDS = 1;
/** In the midst of a season, with every agent about. */
const MID_SEASON = { growth: 1, season: 0.5 };

export const bench: Bench = async () => {
  const world = await playedWorld({ habitats: MAX_HABITATS, population: MAX_CREATURES / MAX_HABITATS });
  const [site, browser] = await Promise.all([serveStagePage(), launchChromium()]);
  try {
    const [stage, bare] = [await site.visit(browser, STAGE), await site.visit(browser, STAGE)];
    const shown = stageWorldOf(world, viewWorld(world));
    // All 1,200 stay on show: nobody dies in this season.
    const spared = { ...shown, creatures: shown.creatures.map((creature) => ({ ...creature, cause: 0, moment: 0 })) };
    await stage.evaluate((given) => window.stagePage.open(given), { world: spared, moment: MID_SEASON });
    await stage.evaluate(() => window.stagePage.settled());
    const side =
      viewOf(boundsOf(world.habitats.map(placeOf)), STAGE, 16).zoom * creatureSpan(world.settings.population);
    await bare.evaluate(([sprites, wide]) => window.stagePage.openBare(sprites, wide), [
      spared.creatures.length,
      side,
    ] as const);
    const rates = { stage: [] as number[], bare: [] as number[] };
    for (let round = 0; round <= ROUNDS; round++) {
      const turn = { stage: await framesOf(stage, bare), bare: await framesOf(bare, stage) };
      // The first turn warms up.
      if (round === 0) continue;
      rates.stage.push(turn.stage);
      rates.bare.push(turn.bare);
    }
    return [
      row({
        name: `stage with ${spared.creatures.length} creatures, against bare sprites`,
        value: median(rates.stage),
        unit: 'frames/s',
        baseline: median(rates.bare),
        bar: { of: 'ratio', least: LEAST_RATIO },
      }),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
};

/** The frame rate of one page while the other draws nothing. */
async function framesOf(page: Page, other: Page): Promise<number> {
  await other.evaluate(() => window.stagePage.hold(true));
  await page.bringToFront();
  await page.evaluate(() => window.stagePage.hold(false));
  return page.evaluate((seconds) => window.stagePage.frameRate(seconds), TURN_SECONDS);
}
