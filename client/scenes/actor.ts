/** One creature on the stage: where it is and how it carries itself. Plain data; no Phaser. */
import type { CreatureView } from '../session/creature-view.ts';
import type { Dice } from './dice.ts';
import { type Gait, PLAIN_GAIT, type Stride, strideAt } from './gait.ts';
import { onIsland, type Place } from './layout.ts';

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
  /** Where in its step it is: radians. */
  phase: number;
  readonly stride: Stride;
  /** Radians, as heading: where its eyes look, and seconds until they look elsewhere. */
  gaze: number;
  gazeFor: number;
  /** What they rest on, if it is not the way ahead. */
  regard: Place | null;
  /** Seconds for which it still runs for its life, or lies low. */
  alarm: number;
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
    phase: luck.between(0, 6.283),
    stride: { lift: 0, stretch: 0, swing: 0, push: 1 },
    gaze: 0,
    gazeFor: 0,
    regard: null,
    alarm: 0,
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

/** In alarm a creature runs this many times as fast. */
const FLIGHT = 2.6;

/** Lets it live on for `seconds`: rest, turn, walk. `herd`: all of its island, whom it gives some room. */
export function stroll(actor: Actor, herd: readonly Actor[], seconds: number, luck: Dice): void {
  const { stride, gait } = actor;
  actor.alarm = Math.max(0, actor.alarm - seconds);
  if (actor.pause > 0) {
    actor.pause -= seconds;
    stride.lift = stride.stretch = stride.swing = 0;
    if (gait.kind === 'sway') {
      actor.phase += seconds * 2;
      strideAt(gait, actor.phase, stride);
    }
    if (actor.pause <= 0) setOut(actor, herd, luck);
    return;
  }
  const haste = actor.alarm > 0 ? FLIGHT : 1;
  actor.phase += seconds * gait.rhythm * 2 * Math.PI * Math.sqrt(haste);
  strideAt(gait, actor.phase, stride);
  const [dx, dy] = [actor.goalX - actor.x, actor.goalY - actor.y];
  const left = Math.hypot(dx, dy);
  const step = gait.pace * stride.push * haste * seconds;
  if (left <= step + 2) {
    actor.pause = actor.alarm > 0 ? 0.05 : luck.between(0.4, 6) * (gait.rest + 0.3);
    return;
  }
  // Heading 0 is up: the angle from there to where it goes.
  const turn = wrap(Math.atan2(dx, -dy) - actor.heading);
  const nimble = 2.2 * haste * seconds;
  actor.heading = wrap(actor.heading + Math.max(-nimble, Math.min(nimble, turn)));
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

/** Others looked at for room in one frame: chance sees to all of them in time. */
const FELT = 4;
/** World units a second by which two who stand on each other part. */
const PARTING = 34;

/** Moves out of the way of others nearer than `room` world units. */
export function giveRoom(actor: Actor, herd: readonly Actor[], room: number, seconds: number, luck: Dice): void {
  for (let tries = 0; tries < FELT; tries++) {
    const other = luck.pick(herd);
    if (!other || other === actor) continue;
    const [dx, dy] = [actor.x - other.x, actor.y - other.y];
    const away = Math.hypot(dx, dy);
    if (away >= room || away === 0) continue;
    const step = (PARTING * seconds * (1 - away / room)) / away;
    if (!onIsland(actor.x + dx * step, actor.y + dy * step, SHORE * 0.6)) continue;
    actor.x += dx * step;
    actor.y += dy * step;
  }
}

/** Runs from a point of its island, as far as there is land. */
export function flee(actor: Actor, fromX: number, fromY: number, seconds: number): void {
  // Each a little its own way, or all would end in one heap.
  const away = Math.atan2(actor.y - fromY, actor.x - fromX) + Math.sin(actor.beat * 7) * 0.9;
  actor.alarm = seconds;
  actor.pause = 0;
  for (let reach = 110; reach > 10; reach -= 25) {
    actor.goalX = actor.x + Math.cos(away) * reach;
    actor.goalY = actor.y + Math.sin(away) * reach;
    if (onIsland(actor.goalX, actor.goalY, SHORE)) return;
  }
}

/** Lies low: what hides best does not move. */
export function freeze(actor: Actor, seconds: number): void {
  actor.alarm = 0;
  actor.pause = Math.max(actor.pause, seconds);
}

function setOut(actor: Actor, herd: readonly Actor[], luck: Dice): void {
  const goal = roomiest([beside(actor, luck), beside(actor, luck), beside(actor, luck)], herd, actor);
  actor.goalX = goal.x;
  actor.goalY = goal.y;
}

export const wrap = (angle: number): number => angle - Math.round(angle / (2 * Math.PI)) * 2 * Math.PI;
