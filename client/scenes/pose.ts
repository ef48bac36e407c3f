/** Draws a creature as it stands: its picture for its age, breath and step, shadow, ring, eyes, and the thread to its twin. */
import type * as Phaser from 'phaser';
import { causeOf } from '../../shared/sim/causes.ts';
import type { Moment } from '../session/moment.ts';
import { DYING_SECONDS, type Entry, presence } from './entry.ts';
import { EGG, SHADOW } from './parts.ts';
import { type Departure, departAt } from './season/departure.ts';
import { CLOSE_SIDE } from './wardrobe.ts';

/** Share of the time of growth that one embryo takes; they begin at different times. */
const GROWING = 0.68;
/** The share of its growth at which an embryo leaves its egg. */
const HATCHED = 0.6;
const EGG_SPAN = 0.5;

const TWIN_TINT = 0xd8552f;
const CHOSEN_TINT = 0xffffff;

/** Seconds between blinks, and of a blink. */
const BLINKS_EVERY = 4.3;
const BLINK = 0.13;

export interface Scenery {
  /** Seconds since the stage opened: what breath and step go by. */
  readonly time: number;
  readonly moment: Moment;
  /** How wide a lattice is drawn, in world units. */
  readonly span: number;
  /** Key of the creature whose card is open. */
  readonly selected: number | null;
  /** Keys of others that somebody has asked to see: a line, the descendants of someone. */
  readonly pointedOut: ReadonlySet<number>;
  readonly calm: boolean;
  /** A free image of an eye. */
  takeEye(): Phaser.GameObjects.Image;
}

export const grownShare = (entry: Entry, growth: number): number =>
  Math.max(0, Math.min(1, (growth - entry.actor.start) / GROWING));

export function pose(entry: Entry, scenery: Scenery): void {
  const { actor, body, life } = entry;
  const { time, span, calm } = scenery;
  const grown = life === 'leaving' ? 1 : grownShare(entry, scenery.moment.growth);
  const present = presence(entry);
  const x = actor.home.x + actor.x;
  const y = actor.home.y + actor.y;
  const { stride } = actor;
  const moving = life === 'living' && grown >= 1 && !calm;
  const breath = calm ? 0 : Math.sin(time * 1.7 + actor.beat) * 0.022;
  const [swing, stretch, lift] = moving ? [stride.swing, stride.stretch, stride.lift] : [0, 0, 0];
  const size = dress(entry, grown) * span;
  // What is off the ground is nearer to the eye.
  const near = 1 + lift * 0.35;
  body.visible = true;
  body.setPosition(x, y - lift * span * 0.55);
  body.setDisplaySize(size * near * (1 + breath - stretch), size * near * (1 - breath + stretch));
  body.setRotation(entry.shown ? actor.heading + swing : 0).setAlpha(present);
  if (life === 'dying') goAway(entry, size, span);
  else if (body.isTinted) body.clearTint();
  drawShadow(entry, x, y, size, grown, present, span);
  drawRing(entry, x, y, grown * present, scenery);
  drawEyes(entry, size * near, grown >= 1 && life === 'living', scenery);
  drawThread(entry, grown * present);
}

const departure: Departure = { dx: 0, dy: 0, scale: 1, narrow: 1, spin: 0, alpha: 1, tint: 0xffffff };

/** Dying, it goes as its cause takes it. */
function goAway({ actor, body, since }: Entry, size: number, span: number): void {
  departAt(causeOf(actor.view.cause)?.key ?? null, Math.min(1, since / DYING_SECONDS), departure);
  const { dx, dy, scale, narrow, spin, alpha, tint } = departure;
  body.setPosition(body.x + dx * span, body.y + dy * span).setDisplaySize(size * scale * narrow, size * scale);
  body
    .setRotation(body.rotation + spin)
    .setAlpha(alpha)
    .setTint(tint);
}

export function hide({ body, shadow, ring, thread, eyes }: Entry): void {
  body.visible = false;
  if (shadow) shadow.visible = false;
  if (ring) ring.visible = false;
  if (thread) thread.visible = false;
  for (const eye of eyes) eye.visible = false;
}

/** Puts on the picture for how far it has grown; returns how large that is drawn, as a share of a lattice's width. */
function dress(entry: Entry, grown: number): number {
  const filmed = grown < 1 ? entry.film[Math.floor(grown * entry.film.length)] : undefined;
  const slot = grown <= 0 ? null : (filmed ?? entry.close ?? entry.slot);
  if (slot !== entry.shown) {
    entry.shown = slot;
    if (slot) entry.body.setTexture(slot.texture.key, slot.frame);
    else entry.body.setTexture(EGG);
  }
  if (!slot) return 0.2;
  return filmed || grown >= 1 ? 1 : 0.2 + 0.8 * grown * (2 - grown);
}

function drawShadow(
  entry: Entry,
  x: number,
  y: number,
  size: number,
  grown: number,
  present: number,
  span: number,
): void {
  const { shadow } = entry;
  if (!shadow) return;
  const inEgg = grown < HATCHED;
  const texture = inEgg ? EGG : SHADOW;
  if (shadow.texture.key !== texture) shadow.setTexture(texture);
  shadow.visible = grown > 0;
  if (inEgg) {
    // The embryo lies in its egg until it is too large for it.
    shadow
      .setPosition(x, y)
      .setDisplaySize(span * EGG_SPAN, span * EGG_SPAN)
      .setAlpha(0.75 * present * (1 - grown / HATCHED));
  } else {
    shadow
      .setPosition(x + span * 0.02, y + span * 0.05)
      .setDisplaySize(size * 0.62, size * 0.56)
      // It hardly throws a shadow where it can hardly be seen.
      .setAlpha((0.08 + 0.2 * entry.boldness) * present * grown);
  }
}

function drawRing(
  { ring, actor }: Entry,
  x: number,
  y: number,
  strength: number,
  { selected, pointedOut, span, time, calm }: Scenery,
): void {
  if (!ring) return;
  const chosen = actor.view.key === selected || pointedOut.has(actor.view.key);
  const wide = span * (1.1 + (calm ? 0 : Math.sin(time * 2.2) * 0.02));
  ring.visible = chosen || actor.view.twin >= 0;
  ring
    .setPosition(x, y)
    .setDisplaySize(wide, wide)
    .setAlpha(strength)
    .setTint(chosen ? CHOSEN_TINT : TWIN_TINT);
}

/** Eyes that look about and blink, over the painted ones, for who is seen closely. */
function drawEyes(entry: Entry, size: number, open: boolean, { time, calm, takeEye }: Scenery): void {
  const { actor, body, closeEyes, eyes } = entry;
  const wanted = open && !calm && entry.close !== null && entry.shown === entry.close ? closeEyes.length : 0;
  while (eyes.length < wanted) eyes.push(takeEye());
  const scale = size / CLOSE_SIDE;
  const cos = Math.cos(body.rotation);
  const sin = Math.sin(body.rotation);
  const gaze = actor.gaze - Math.PI / 2;
  // Eyes of who hides are no white discs.
  const white = Math.round(150 + 105 * entry.boldness);
  const tint = (white << 16) | (white << 8) | white;
  const blinking = (time + actor.beat * 2) % BLINKS_EVERY < BLINK;
  for (const [at, eye] of eyes.entries()) {
    const spot = closeEyes[at];
    eye.visible = at < wanted && spot !== undefined;
    if (!eye.visible || !spot) continue;
    const dx = (spot.x - CLOSE_SIDE / 2) * scale;
    const dy = (spot.y - CLOSE_SIDE / 2) * scale;
    const wide = 2.16 * spot.radius * scale;
    eye.setPosition(body.x + dx * cos - dy * sin, body.y + dx * sin + dy * cos);
    eye
      .setRotation(gaze)
      .setDisplaySize(wide, wide)
      .setTint(tint)
      .setAlpha(0.55 + 0.45 * entry.boldness);
    if (blinking) eye.setRotation(body.rotation).setDisplaySize(wide, wide * 0.16);
    eye.setDepth(body.depth + 0.5);
  }
}

/** One genome: a thread between the two. */
function drawThread({ thread, twin, body }: Entry, strength: number): void {
  if (!thread || !twin) return;
  const [dx, dy] = [twin.body.x - body.x, twin.body.y - body.y];
  thread.visible = twin.body.visible && strength > 0;
  thread.setPosition((body.x + twin.body.x) / 2, (body.y + twin.body.y) / 2);
  thread.setRotation(Math.atan2(dy, dx)).setDisplaySize(Math.hypot(dx, dy), 8);
  thread.setAlpha(0.85 * strength * presence(twin)).setTint(TWIN_TINT);
}
