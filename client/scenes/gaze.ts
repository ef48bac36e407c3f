/** Where a creature looks: at what hunts, at its twin, at its neighbours, and otherwise ahead. Plain functions. */
import { type Actor, wrap } from './actor.ts';
import type { Dice } from './dice.ts';
import type { Place } from './layout.ts';

/** World units within which something is worth a look. */
const NEAR = 130;
const NOTICED = 330;
/** Share of looks that are for company, where there is some. */
const SOCIABLE = 0.6;
/** How fast eyes turn: the share of the way in a second, exponentially. */
const QUICK = 9;

const towards = (actor: Actor, x: number, y: number): number => Math.atan2(x - actor.x, actor.y - y);

/**
 * Moves the eyes on. `threat`: what comes for someone, in the coordinates of the actor's island, or null; `twin`: its twin, if on the
 * same island.
 */
export function lookAbout(
  actor: Actor,
  herd: readonly Actor[],
  threat: Place | null,
  twin: Actor | null,
  seconds: number,
  luck: Dice,
): void {
  if (threat && Math.hypot(threat.x - actor.x, threat.y - actor.y) < NOTICED) {
    turnEyes(actor, towards(actor, threat.x, threat.y), seconds);
    actor.gazeFor = 0.3;
    actor.regard = threat;
    return;
  }
  actor.gazeFor -= seconds;
  if (actor.gazeFor <= 0) {
    actor.gazeFor = luck.between(0.8, 2.6);
    actor.regard = luck.roll() < SOCIABLE ? (twin ?? neighbour(actor, herd, luck)) : null;
  }
  const { regard } = actor;
  turnEyes(actor, regard ? towards(actor, regard.x, regard.y) : actor.heading, seconds);
}

function turnEyes(actor: Actor, angle: number, seconds: number): void {
  actor.gaze = wrap(actor.gaze + wrap(angle - actor.gaze) * (1 - Math.exp(-seconds * QUICK)));
}

/** Someone close by: a few are looked over, the nearest is looked at. */
function neighbour(actor: Actor, herd: readonly Actor[], luck: Dice): Actor | null {
  let best: Actor | null = null;
  let nearest = NEAR;
  for (let tries = 0; tries < 6; tries++) {
    const other = luck.pick(herd);
    if (!other || other === actor) continue;
    const away = Math.hypot(other.x - actor.x, other.y - actor.y);
    if (away >= nearest) continue;
    nearest = away;
    best = other;
  }
  return best;
}
