/** What comes for one creature: it is seen coming, it strikes at the creature's moment, and it goes. Pooled images. */
import type * as Phaser from 'phaser';
import { type Cause, causeOf } from '../../../shared/sim/causes.ts';
import { AGENTS, type Agent } from '../../art/agents.ts';
import type { Actor } from '../actor.ts';
import type { Place } from '../layout.ts';
import { glyphTexture } from './glyphs.ts';
import type { Pool } from './pool.ts';

/** Seconds from when an agent is first seen to its strike, and from there until it is gone. */
export const LEAD_SECONDS = 1.1;
const AFTER_SECONDS = 0.9;
/** More at a time than this nobody can follow. */
const MOST = 28;

interface Visit {
  readonly image: Phaser.GameObjects.Image;
  /** The second half of what closes from both sides. */
  readonly other: Phaser.GameObjects.Image | null;
  readonly actor: Actor;
  readonly agent: Agent;
  /** Whether it leaves without its prey. */
  readonly vain: boolean;
  /** -1 (first seen) to 0 (the strike) to 1 (gone). */
  t: number;
}

export interface Visits {
  /** `lead`: seconds until the strike, at most LEAD_SECONDS; `vain`: it tries, and fails. */
  come(actor: Actor, cause: number, lead: number, vain?: boolean): void;
  /** Whoever of those that move about is on that island, from its middle; null when there is nobody. */
  threatOn(habitat: number): Place | null;
  update(seconds: number): void;
}

export function createVisits(scene: Phaser.Scene, pool: Pool, calm: boolean): Visits {
  const visits: Visit[] = [];
  const seen = { x: 0, y: 0 };

  const image = (cause: Cause, agent: Agent): Phaser.GameObjects.Image =>
    pool.take(glyphTexture(scene, cause.key, agent, 'map'), 30);

  return {
    come(actor, number, lead, vain = false) {
      const cause = causeOf(number);
      if (!cause || calm || visits.length >= MOST) return;
      const agent = AGENTS[cause.key];
      const other = agent.motion === 'close' ? image(cause, agent) : null;
      const t = -Math.min(1, lead / LEAD_SECONDS);
      const visit = { image: image(cause, agent), other, actor, agent, vain, t };
      visits.push(visit);
      MOTIONS[agent.motion](visit, t);
    },
    threatOn(habitat) {
      for (const { actor, agent, image: at } of visits) {
        if (actor.view.habitat !== habitat || !agent.hunts) continue;
        seen.x = at.x - actor.home.x;
        seen.y = at.y - actor.home.y;
        return seen;
      }
      return null;
    },
    update(seconds) {
      for (let at = visits.length - 1; at >= 0; at--) {
        const visit = visits[at];
        if (!visit) continue;
        visit.t += seconds / (visit.t < 0 ? LEAD_SECONDS : AFTER_SECONDS);
        if (visit.t < 1) {
          MOTIONS[visit.agent.motion](visit, visit.t);
          continue;
        }
        pool.give(visit.image);
        if (visit.other) pool.give(visit.other);
        visits.splice(at, 1);
      }
    },
  };
}

const preyX = ({ actor }: Visit): number => actor.home.x + actor.x;
const preyY = ({ actor }: Visit): number => actor.home.y + actor.y;
/** Comes into view, and goes out of it. */
const fade = (t: number): number => Math.min(1, 4 * (t + 1), 3 * (1 - t));

/** How an agent comes and goes. `t`: -1 to 1, the strike at 0. */
const MOTIONS: Readonly<Record<Agent['motion'], (visit: Visit, t: number) => void>> = {
  swoop(visit, t) {
    // Down in a curve, and up on the other side.
    const x = preyX(visit) + (t < 0 ? 260 * t : 290 * t * t);
    const y = preyY(visit) - (t < 0 ? 230 * t * t : 240 * t * t) - 12;
    visit.image.setPosition(x, y).setRotation(t < 0 ? 0.9 - 0.5 * (1 + t) : -0.3 * t);
    const flap = 1 + 0.16 * Math.sin(t * 26);
    visit.image.setScale((1.25 + 0.35 * Math.abs(t)) * flap, 1.25 + 0.35 * Math.abs(t)).setAlpha(fade(t));
  },
  run(visit, t) {
    // From one side or the other.
    const side = visit.actor.beat > 3.14 ? -1 : 1;
    const along = t < 0 ? -t * 280 * (1 - 0.35 * (1 + t)) : -t * 60;
    const weave = Math.sin(t * 7) * 26 * Math.max(0, -t);
    const [x, y] = [preyX(visit) + along * side, preyY(visit) + weave - (t < 0 ? 0 : 10 * t)];
    visit.image.setPosition(x, y).setRotation(Math.sin(t * 20) * 0.14);
    visit.image.setScale(side * -1.35, 1.35 + 0.12 * Math.sin(t * 30)).setAlpha(fade(t));
  },
  close(visit, t) {
    const { image, other, vain } = visit;
    const open = t < 0 ? 70 * -t * t * -1 : 0;
    const spring = vain && t > 0 ? 46 * Math.min(1, t * 3) : 0;
    const gap = 20 + Math.abs(open) + spring;
    const shake = t > 0 && !vain ? Math.sin(t * 40) * 3 * (1 - t) : 0;
    image.setPosition(preyX(visit) + shake, preyY(visit) - gap).setScale(1.1);
    image.setAlpha(fade(t));
    other?.setPosition(preyX(visit) + shake, preyY(visit) + gap);
    other?.setScale(1.1, -1.1).setAlpha(fade(t));
  },
  spread(visit, t) {
    // It settles on its prey before it tells.
    const grown = t < 0 ? 0.25 + 0.55 * (1 + t) : 0.8 + 0.9 * t;
    visit.image.setPosition(preyX(visit), preyY(visit)).setRotation(t * 0.6);
    visit.image.setScale(grown).setAlpha(t < 0 ? 0.75 * (1 + t) : 0.95 * (1 - t));
  },
  sweep(visit, t) {
    visit.image.setPosition(preyX(visit) + (t < 0 ? 230 * t : 260 * t * t), preyY(visit) + Math.sin(t * 6) * 10);
    visit.image.setScale(1.7, 1.1).setAlpha(fade(t) * 0.95);
  },
  rise(visit, t) {
    visit.image.setPosition(preyX(visit), preyY(visit) - 24 - (t < 0 ? 10 * (1 + t) : 10 + 46 * t));
    visit.image.setScale(0.75).setAlpha(t < 0 ? 0.8 * (1 + t) : 1 - t * t);
  },
};
