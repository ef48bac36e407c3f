/** One creature on the stage: where it is and how it carries itself. Plain data; no Phaser. */
import { TRAITS } from '../../shared/sim/trait-names.ts';
import type { CreatureView } from '../session/creature-view.ts';
import type { Dice } from './dice.ts';
import { onIsland, type Place } from './layout.ts';

/** How a body moves, from what it is made of. */
export interface Gait {
  /** World units a second when it walks. */
  readonly pace: number;
  /** Radians by which it swings as it goes: the slender wind, the stout plod. */
  readonly swing: number;
  /** Swings a second. */
  readonly rhythm: number;
  /** Share of its time that it stands still. */
  readonly rest: number;
}

const TRAIT = (name: (typeof TRAITS)[number]): number => TRAITS.indexOf(name);
const [MUSCLE, SLENDER, FIN, LEAF] = [TRAIT('muscle'), TRAIT('slenderness'), TRAIT('fin'), TRAIT('leaf')];

/** From a row of traits: muscle hurries, fins glide, leaves stay. */
export function gaitOf(traits: Int32Array): Gait {
  const share = (at: number): number => (traits[at] ?? 0) / 1000;
  const slender = Math.max(-1, Math.min(1, share(SLENDER)));
  return {
    pace: 10 + 46 * share(MUSCLE) + 26 * share(FIN) - 6 * share(LEAF),
    swing: 0.05 + 0.13 * Math.max(0, slender) + 0.05 * share(FIN),
    rhythm: 0.9 + 1.6 * share(MUSCLE) - 0.3 * slender,
    rest: Math.min(0.9, 0.45 + 0.45 * share(LEAF)),
  };
}

export const PLAIN_GAIT: Gait = { pace: 12, swing: 0.06, rhythm: 1, rest: 0.55 };

export interface Actor {
  view: CreatureView;
  /** Of its habitat, in the world. */
  readonly home: Place;
  /** From its home's middle. */
  x: number;
  y: number;
  /** Radians; 0 looks up the map. */
  heading: number;
  goalX: number;
  goalY: number;
  /** Seconds until it sets out again. */
  pause: number;
  gait: Gait;
  /** Its own beat, so that no two breathe together. */
  readonly beat: number;
  /** When it begins to grow, as a share of the time of growth. */
  readonly start: number;
}

/** Nobody walks closer to the water than this. */
const SHORE = 32;

/** `near`: its mother, if she is on the same island; `others`: who is already there, to keep clear of. */
export function createActor(
  view: CreatureView,
  home: Place,
  near: Place | null,
  others: readonly Place[],
  luck: Dice,
): Actor {
  const at = roomiest(
    Array.from({ length: CANDIDATES }, () => (near ? beside(near, luck) : anywhere(luck))),
    others,
  );
  return {
    view,
    home,
    x: at.x,
    y: at.y,
    heading: luck.between(-Math.PI, Math.PI),
    goalX: at.x,
    goalY: at.y,
    pause: luck.between(0, 5),
    gait: PLAIN_GAIT,
    beat: luck.between(0, 6.283),
    start: luck.between(0, 0.3),
  };
}

/** Places tried for a newcomer: more would space them too evenly to look alive. */
const CANDIDATES = 7;

/** The place farthest from everyone. */
function roomiest(places: readonly Place[], others: readonly Place[], self?: Place): Place {
  let best = places[0] ?? { x: 0, y: 0 };
  let most = -1;
  for (const place of places) {
    let room = Number.POSITIVE_INFINITY;
    for (const other of others) {
      if (other !== self) room = Math.min(room, Math.hypot(other.x - place.x, other.y - place.y));
    }
    if (room <= most) continue;
    most = room;
    best = place;
  }
  return best;
}

function anywhere(luck: Dice): Place {
  for (let attempt = 0; attempt < 12; attempt++) {
    const at = { x: luck.between(-260, 260), y: luck.between(-260, 260) };
    if (onIsland(at.x, at.y, SHORE)) return at;
  }
  return { x: luck.between(-90, 90), y: luck.between(-90, 90) };
}

function beside({ x, y }: Place, luck: Dice): Place {
  for (let attempt = 0; attempt < 6; attempt++) {
    const angle = luck.between(0, 6.283);
    const away = luck.between(30, 190);
    const at = { x: x + Math.cos(angle) * away, y: y + Math.sin(angle) * away };
    if (onIsland(at.x, at.y, SHORE)) return at;
  }
  return anywhere(luck);
}

/** Lets it live on for `seconds`: rest, turn, walk. `herd`: all of its island, whom it gives some room. */
export function stroll(actor: Actor, herd: readonly Actor[], seconds: number, luck: Dice): void {
  if (actor.pause > 0) {
    actor.pause -= seconds;
    if (actor.pause <= 0) setOut(actor, herd, luck);
    return;
  }
  const [dx, dy] = [actor.goalX - actor.x, actor.goalY - actor.y];
  const left = Math.hypot(dx, dy);
  const step = actor.gait.pace * seconds;
  if (left <= step) {
    actor.pause = luck.between(0.4, 6) * (actor.gait.rest + 0.3);
    return;
  }
  // Heading 0 is up: the angle from there to where it goes.
  const turn = wrap(Math.atan2(dx, -dy) - actor.heading);
  actor.heading = wrap(actor.heading + Math.max(-2.2 * seconds, Math.min(2.2 * seconds, turn)));
  // It walks where it looks, slowly while it still turns.
  const speed = step * Math.max(0.15, Math.cos(turn));
  const [x, y] = [actor.x + Math.sin(actor.heading) * speed, actor.y - Math.cos(actor.heading) * speed];
  if (!onIsland(x, y, SHORE * 0.6)) {
    setOut(actor, herd, luck);
    return;
  }
  actor.x = x;
  actor.y = y;
}

function setOut(actor: Actor, herd: readonly Actor[], luck: Dice): void {
  const goal = roomiest([beside(actor, luck), beside(actor, luck), beside(actor, luck)], herd, actor);
  actor.goalX = goal.x;
  actor.goalY = goal.y;
}

const wrap = (angle: number): number => angle - Math.round(angle / (2 * Math.PI)) * 2 * Math.PI;
