/** All creatures on the stage: who comes, lives, dies and goes. Few allocations once it runs. */
import type * as Phaser from 'phaser';
import { NO_TWIN } from '../../shared/sim/world/world.ts';
import type { CreatureView } from '../session/creature-view.ts';
import { livesAt, type Moment } from '../session/moment.ts';
import { type Nursery, Urgency } from '../worker/nursery.ts';
import { type Actor, createActor, giveRoom, stroll } from './actor.ts';
import { dice } from './dice.ts';
import { DYING_SECONDS, type Entry, LEAVING_SECONDS } from './entry.ts';
import { createFates } from './fates.ts';
import { lookAbout } from './gaze.ts';
import { creatureSpan, type Place } from './layout.ts';
import { addParts, EGG, EYE, RING, SHADOW, THREAD } from './parts.ts';
import { hide, pose, type Scenery } from './pose.ts';
import type { Effects } from './season/effects.ts';
import type { StageWorld } from './stage-view-model.ts';
import type { StageSize, View } from './view.ts';
import { createWardrobe } from './wardrobe.ts';

/** Growth is shown as a film of all twins, in the habitat in view, and where so many or fewer are born; elsewhere buds swell. */
const FILMED = 60;
/** Shadows where so many or fewer are on the map. */
const SHADOWED = 420;

/** The dead lie where they fell; of the living each has so much room, in widths of a lattice. */
const ROOM = 0.75;

const Depth = { thread: 7, shadow: 8, ring: 9, body: 10, twin: 12 } as const;

interface Manners {
  readonly shadowed: boolean;
  readonly filmed: boolean;
  readonly urgency: number;
  /** CSS pixels that its lattice is wide; 0 out of view. */
  readonly apparent: number;
}

export interface Crowd {
  /** `zoom`: CSS pixels a world unit, as it is now looked at. */
  show(world: StageWorld, places: readonly Place[], zoom: number): void;
  update(seconds: number, view: View, stage: StageSize): void;
  /** The key of the creature at a world point; null for none. */
  at(x: number, y: number): number | null;
  select(key: number | null): void;
  pointOut(keys: readonly number[]): void;
  /** The habitat in view, whose bodies come first; null for all alike. */
  attend(habitat: number | null): void;
  leave(): void;
}

export function createCrowd(
  scene: Phaser.Scene,
  nursery: Nursery,
  effects: Effects,
  moment: () => Moment,
  calm: boolean,
): Crowd {
  addParts(scene);
  let shown: StageWorld | null = null;
  const wardrobe = createWardrobe(scene.game, nursery, moment, (habitat) => shown?.habitats[habitat]?.background);
  const entries = new Map<number, Entry>();
  const leaving: Entry[] = [];
  const spare: Phaser.GameObjects.Image[] = [];
  const luck = dice(Math.floor(Math.random() * 0xffffffff));
  let generation = Number.NaN;
  let focus: number | null = null;
  /** Who was born on each island. */
  let herds: Actor[][] = [];
  let bands: Entry[][] = [];
  let lastSeason = 0;
  const fates = createFates(effects, luck);

  const take = (texture: string, depth: number): Phaser.GameObjects.Image => {
    const image = spare.pop() ?? scene.add.image(0, 0, texture);
    return image.setTexture(texture).setVisible(false).setDepth(depth).setAlpha(1).setRotation(0).clearTint();
  };
  const give = (image: Phaser.GameObjects.Image | null): void => {
    if (image) spare.push(image.setVisible(false));
  };

  // One object for all frames: only its numbers change.
  const scenery: { -readonly [Name in keyof Scenery]: Scenery[Name] } = {
    time: 0,
    moment: moment(),
    span: 100,
    selected: null,
    pointedOut: new Set(),
    calm,
    takeEye: () => take(EYE, Depth.body),
  };

  function enter(view: CreatureView, home: Place, near: Place | null, manners: Manners): void {
    const herd = herds[view.habitat] ?? [];
    const twin = view.twin !== NO_TWIN;
    const entry: Entry = {
      actor: createActor(view, home, near, herd, luck),
      body: take(EGG, twin ? Depth.twin : Depth.body),
      shadow: manners.shadowed ? take(SHADOW, Depth.shadow) : null,
      ring: twin ? take(RING, Depth.ring) : null,
      thread: twin && view.twin > view.index ? take(THREAD, Depth.thread) : null,
      twin: null,
      eyes: [],
      life: 'living',
      since: 0,
      slot: null,
      afar: false,
      nearer: null,
      close: null,
      film: [],
      shown: null,
      unplaced: null,
      closeEyes: [],
      wishes: [],
      closeWish: null,
      traits: null,
      boldness: 1,
      expected: false,
      gone: false,
    };
    herd.push(entry.actor);
    bands[view.habitat]?.push(entry);
    entries.set(view.key, entry);
    wardrobe.order(entry, manners.urgency, manners.filmed, manners.apparent);
  }

  function release(entry: Entry): void {
    wardrobe.release(entry);
    for (const image of [entry.body, entry.shadow, entry.ring, entry.thread, ...entry.eyes]) give(image);
    entry.eyes.length = 0;
  }

  function show(world: StageWorld, places: readonly Place[], zoom: number): void {
    scenery.span = creatureSpan(world.population);
    shown = world;
    if (world.generation !== generation) {
      replaceAll(world, places, zoom);
      generation = world.generation;
      return;
    }
    let retold = false;
    for (const view of world.creatures) {
      const entry = entries.get(view.key);
      if (!entry) continue;
      retold ||= entry.life === 'dead' && entry.actor.view.cause !== view.cause;
      entry.actor.view = view;
    }
    // What the dead died of may be told at last.
    if (retold) unmark(moment().season);
  }

  function replaceAll(world: StageWorld, places: readonly Place[], zoom: number): void {
    const follows = world.generation === generation + 1;
    const mothers = new Map<number, Actor>();
    for (const { actor } of entries.values()) mothers.set(actor.view.index, actor);
    for (const entry of entries.values()) {
      if (follows && entry.life === 'living' && !calm) {
        entry.life = 'leaving';
        entry.since = 0;
        leaving.push(entry);
      } else release(entry);
    }
    entries.clear();
    effects.clearMarks();
    const young = moment().growth < 0.9 && !calm;
    const count = world.creatures.length;
    herds = places.map(() => []);
    bands = places.map(() => []);
    for (const view of world.creatures) {
      const home = places[view.habitat];
      if (!home) continue;
      const mother = follows ? mothers.get(view.mother) : undefined;
      const near = mother && mother.view.habitat === view.habitat ? mother : null;
      const inView = focus === null || view.habitat === focus;
      enter(view, home, near, {
        shadowed: count <= SHADOWED,
        filmed: young && (count <= FILMED || view.twin !== NO_TWIN || (focus !== null && inView)),
        urgency: inView ? Urgency.visible : Urgency.soon,
        apparent: inView ? zoom * scenery.span : 0,
      });
    }
    const byIndex = [...entries.values()];
    for (const entry of byIndex) entry.twin = byIndex[entry.actor.view.twin] ?? null;
  }

  function update(seconds: number, view: View, stage: StageSize): void {
    scenery.time += seconds;
    scenery.moment = moment();
    const { span } = scenery;
    const reachX = stage.width / 2 / view.zoom + span;
    const reachY = stage.height / 2 / view.zoom + span;
    const { season } = scenery.moment;
    // Wound back: the marks of deaths that are yet to come go.
    if (season < lastSeason) unmark(season);
    lastSeason = season;
    if (shown) fates.pass(seconds, season, shown, bands, isInView);
    for (const entry of entries.values()) {
      const { actor } = entry;
      fates.follow(entry, season, settleDeath);
      entry.since += seconds;
      if (entry.life === 'dying' && entry.since > DYING_SECONDS) settleDeath(entry);
      const seen =
        Math.abs(actor.home.x + actor.x - view.x) < reachX && Math.abs(actor.home.y + actor.y - view.y) < reachY;
      if (!seen || entry.life === 'dead') {
        hide(entry);
        continue;
      }
      if (entry.life === 'living' && scenery.moment.growth >= 1 && !calm) {
        const herd = herds[actor.view.habitat] ?? [];
        stroll(actor, herd, seconds, luck);
        giveRoom(actor, herd, span * ROOM, seconds, luck);
        if (entry.close) lookAbout(actor, herd, effects.threatOn(actor.view.habitat), companion(entry), seconds, luck);
      }
      const { key } = actor.view;
      if (key === scenery.selected || scenery.pointedOut.has(key)) entry.ring ??= take(RING, Depth.ring);
      wardrobe.tend(entry, view.zoom * span);
      pose(entry, scenery);
    }
    wardrobe.flush();
    for (let at = leaving.length - 1; at >= 0; at--) {
      const entry = leaving[at];
      if (!entry) continue;
      entry.since += seconds;
      if (entry.since > LEAVING_SECONDS) {
        release(entry);
        leaving.splice(at, 1);
      } else pose(entry, scenery);
    }
  }

  const isInView = (habitat: number): boolean => focus === null || focus === habitat;

  /** Its twin, where it can be seen. */
  function companion({ actor, twin }: Entry): Actor | null {
    return twin?.life === 'living' && twin.actor.view.habitat === actor.view.habitat ? twin.actor : null;
  }

  function unmark(season: number): void {
    effects.clearMarks();
    for (const entry of entries.values()) {
      if (entry.life === 'dead' && !livesAt(entry.actor.view.cause, entry.actor.view.moment, season))
        settleDeath(entry);
    }
  }

  function settleDeath(entry: Entry): void {
    entry.life = 'dead';
    const { home, x, y, view } = entry.actor;
    effects.mark(home.x + x, home.y + y, view.cause);
  }

  function at(x: number, y: number): number | null {
    let best: number | null = null;
    let nearest = scenery.span * 0.55;
    for (const [key, { actor }] of entries) {
      const away = Math.hypot(actor.home.x + actor.x - x, actor.home.y + actor.y - y);
      if (away >= nearest) continue;
      nearest = away;
      best = key;
    }
    return best;
  }

  return {
    show,
    update,
    at,
    select(key) {
      scenery.selected = key;
    },
    pointOut(keys) {
      scenery.pointedOut = new Set(keys);
    },
    attend(habitat) {
      focus = habitat;
    },
    leave() {
      for (const entry of [...entries.values(), ...leaving]) {
        entry.gone = true;
        for (const wish of entry.wishes) wish.cancel();
      }
    },
  };
}
