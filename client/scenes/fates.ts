/** Who is coming for whom, who runs, who courts: what creatures on the stage do about their season. It decides no fate. */

import { CARD_IDS } from '../../shared/sim/cards.ts';
import { CARD_CAUSES, causeOf } from '../../shared/sim/causes.ts';
import { AGENTS } from '../art/agents.ts';
import { livesAt } from '../session/moment.ts';
import { flee, freeze } from './actor.ts';
import { matingCard, pickPair } from './courtship.ts';
import type { Dice } from './dice.ts';
import type { Entry } from './entry.ts';
import type { Effects } from './season/effects.ts';
import { LEAD_SECONDS } from './season/visits.ts';
import type { StageWorld } from './stage-view-model.ts';

/** A death longer ago than this share of a season is history: it has a mark, but nobody comes for it again. */
const RECENT = 0.1;
/** World units within which a hunter alarms others, and how boldly one must stand out to run rather than lie low. */
const ALARMING = 130;
const RUNS_FROM = 0.4;
/** Seconds between two vain attempts of jaws on an island, and between two courtships. */
const TRY_EVERY = 2.4;
const COURT_EVERY = 1.5;
const SHELLED = 120;

const JAWS = CARD_CAUSES + CARD_IDS.indexOf('jaws');

export interface Fates {
  /** Brings a creature in step with its fate. `settle`: told when it is dead and gone. */
  follow(entry: Entry, season: number, settle: (entry: Entry) => void): void;
  /** Once a frame, before all. `bands`: who was born on each island; `inView`: whether an island is looked at. */
  pass(
    seconds: number,
    season: number,
    world: StageWorld,
    bands: readonly (readonly Entry[])[],
    inView: (habitat: number) => boolean,
  ): void;
}

export function createFates(effects: Effects, luck: Dice): Fates {
  /** Seasons a second, as the clock runs now. */
  let rate = 0;
  let lastSeason = 0;
  let untilTry = TRY_EVERY;
  let untilCourt = COURT_EVERY;
  let herd: readonly (readonly Entry[])[] = [];

  function alarm(prey: Entry, threatX: number, threatY: number): void {
    for (const entry of herd[prey.actor.view.habitat] ?? []) {
      const { actor } = entry;
      if (entry === prey || entry.life !== 'living') continue;
      if (Math.hypot(actor.x - prey.actor.x, actor.y - prey.actor.y) > ALARMING) continue;
      if (entry.boldness < RUNS_FROM) freeze(actor, 2);
      else flee(actor, threatX, threatY, 1.1);
    }
  }

  function expect(entry: Entry, lead: number): void {
    const { actor } = entry;
    const cause = causeOf(actor.view.cause);
    if (!cause) return;
    entry.expected = true;
    effects.come(actor, actor.view.cause, lead);
    if (!AGENTS[cause.key].hunts) return;
    const threat = effects.threatOn(actor.view.habitat);
    const [x, y] = threat ? [threat.x, threat.y] : [actor.x - 100, actor.y];
    if (cause.key === 'pursuers') flee(actor, x, y, lead);
    alarm(entry, x, y);
  }

  function tryShells(band: readonly Entry[]): void {
    let toughest: Entry | null = null;
    for (let tries = 0; tries < 5; tries++) {
      const each = luck.pick(band);
      if (each?.life !== 'living' || each.expected || !each.traits || each.traits.shell < SHELLED) continue;
      if (!toughest?.traits || each.traits.shell > toughest.traits.shell) toughest = each;
    }
    if (toughest) effects.come(toughest.actor, JAWS, LEAD_SECONDS, true);
  }

  function court(world: StageWorld, id: number, band: readonly Entry[]): void {
    const card = matingCard(world.pressures[id] ?? []);
    const habitat = world.habitats[id];
    if (!card || !habitat) return;
    const living = band.filter((entry) => entry.life === 'living');
    const pair = pickPair(living, card, habitat, luck);
    if (!pair) return;
    const [suitor, courted] = [pair[0].actor, pair[1].actor];
    // They stand still for each other, face to face.
    courted.pause = Math.max(courted.pause, 3);
    courted.regard = suitor;
    courted.gazeFor = 3;
    suitor.regard = courted;
    suitor.gazeFor = 3;
    suitor.pause = 0;
    suitor.alarm = 0.9;
    suitor.goalX = courted.x + (suitor.x > courted.x ? 46 : -46);
    suitor.goalY = courted.y;
    effects.court(courted.home.x + courted.x, courted.home.y + courted.y, card);
  }

  return {
    follow(entry, season, settle) {
      const { cause, moment: when } = entry.actor.view;
      const alive = livesAt(cause, when, season);
      if (alive) {
        // The recording was wound back.
        if (entry.life !== 'living') {
          entry.life = 'living';
          entry.expected = false;
        }
        const due = rate > 0 && cause > 0 && !entry.expected ? (when / 256 - season) / rate : Number.POSITIVE_INFINITY;
        if (due < LEAD_SECONDS && season > 0) expect(entry, due);
        return;
      }
      if (entry.life !== 'living') return;
      entry.since = 0;
      entry.life = 'dying';
      if (season - when / 256 >= RECENT) settle(entry);
      else if (!entry.expected) effects.come(entry.actor, cause, 0);
    },
    pass(seconds, season, world, bands, inView) {
      herd = bands;
      const passed = season - lastSeason;
      lastSeason = season;
      if (seconds > 0) rate = passed > 0 && passed < 0.2 ? rate * 0.8 + (passed / seconds) * 0.2 : 0;
      if (season <= 0 || season >= 1 || rate === 0) return;
      untilTry -= seconds;
      untilCourt -= seconds;
      const [trying, courting] = [untilTry <= 0, untilCourt <= 0];
      if (trying) untilTry = TRY_EVERY;
      if (courting) untilCourt = COURT_EVERY;
      if (!trying && !courting) return;
      for (const [id, band] of bands.entries()) {
        if (!inView(id)) continue;
        if (trying && world.pressures[id]?.some(({ card }) => card === 'jaws')) tryShells(band);
        if (courting) court(world, id, band);
      }
    },
  };
}
