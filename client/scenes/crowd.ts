/** All creatures on the stage: who comes, how they grow, live and die on the screen. Few allocations once it runs. */
import type * as Phaser from 'phaser';
import { NO_TWIN } from '../../shared/sim/world/world.ts';
import type { CreatureView } from '../session/creature-view.ts';
import { livesAt, type Moment } from '../session/moment.ts';
import type { Portrait } from '../worker/jobs.ts';
import { type Nursery, Urgency, type Wish } from '../worker/nursery.ts';
import { type Actor, createActor, gaitOf, stroll } from './actor.ts';
import { type Atlas, createAtlas, type Slot } from './atlas.ts';
import { dice } from './dice.ts';
import type { Effects } from './effects.ts';
import { creatureSpan, type Place } from './layout.ts';
import { addParts, EGG, RING, SHADOW } from './parts.ts';
import type { StageWorld } from './stage.ts';
import type { StageSize, View } from './view.ts';

/** Pixels of one creature in the crowd, and of one that is looked at closely. */
const CROWD = { name: 'crowd', side: 64, width: 4096, height: 2048, pages: 1, scale: 2 } as const;
const CLOSE = { name: 'close', side: 128, width: 2048, height: 2048, pages: 1, scale: 4 } as const;
/** A body's lattice this many CSS pixels wide deserves the closer picture; below the second it is let go. */
const CLOSE_FROM = 74;
const CLOSE_UNTIL = 60;
/** Closer pictures under way at a time. */
const CLOSE_WISHES = 4;

/** Growth is shown as a film in the habitat in view, or where so many or fewer are born; elsewhere buds swell instead. */
const FILMED = 60;
const FILM_FRAMES = 6;
/** Share of the time of growth that one embryo takes; they begin at different times. */
const GROWING = 0.68;
/** Shadows where so many or fewer are on the map. */
const SHADOWED = 420;

/** The share of its growth at which an embryo leaves its egg. */
const HATCHED = 0.6;

const DYING_SECONDS = 0.9;
const LEAVING_SECONDS = 0.8;
/** A death longer ago than this share of a season is history: it has a mark, but nobody comes for it again. */
const RECENT = 0.1;

type Life = 'living' | 'dying' | 'dead' | 'leaving';

interface Entry {
  readonly actor: Actor;
  readonly body: Phaser.GameObjects.Image;
  readonly shadow: Phaser.GameObjects.Image | null;
  ring: Phaser.GameObjects.Image | null;
  life: Life;
  /** Seconds in this state. */
  since: number;
  slot: Slot | null;
  close: Slot | null;
  film: Slot[];
  shown: Slot | null;
  readonly wishes: Wish<unknown>[];
  closeWish: Wish<unknown> | null;
  gone: boolean;
}

interface Manners {
  readonly shadowed: boolean;
  readonly filmed: boolean;
  readonly urgency: number;
}

export interface Crowd {
  show(world: StageWorld, places: readonly Place[]): void;
  update(seconds: number, view: View, stage: StageSize): void;
  /** The key of the creature at a world point; null for none. */
  at(x: number, y: number): number | null;
  select(key: number | null): void;
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
  const crowdAtlas = createAtlas(scene.game, CROWD);
  const closeAtlas = createAtlas(scene.game, CLOSE);
  const entries = new Map<number, Entry>();
  const leaving: Entry[] = [];
  const spare: Phaser.GameObjects.Image[] = [];
  const luck = dice(Math.floor(Math.random() * 0xffffffff));
  let generation = Number.NaN;
  let span = 100;
  let focus: number | null = null;
  /** Who was born on each island. */
  let herds: Actor[][] = [];
  let selected: number | null = null;
  let closeWishes = 0;
  let time = 0;

  const take = (texture: string, depth: number): Phaser.GameObjects.Image =>
    (spare.pop() ?? scene.add.image(0, 0, texture))
      .setTexture(texture)
      .setVisible(false)
      .setDepth(depth)
      .setAlpha(1)
      .clearTint();
  const give = (image: Phaser.GameObjects.Image | null): void => {
    if (image) spare.push(image.setVisible(false));
  };

  function enter(
    view: CreatureView,
    home: Place,
    near: Place | null,
    others: readonly Place[],
    manners: Manners,
  ): Actor {
    const twin = view.twin !== NO_TWIN;
    const entry: Entry = {
      actor: createActor(view, home, near, others, luck),
      body: take(EGG, twin ? 12 : 10),
      shadow: manners.shadowed ? take(SHADOW, 8) : null,
      ring: twin ? take(RING, 9) : null,
      life: 'living',
      since: 0,
      slot: null,
      close: null,
      film: [],
      shown: null,
      wishes: [],
      closeWish: null,
      gone: false,
    };
    entries.set(view.key, entry);
    if (manners.filmed) orderFilm(entry);
    const wish = nursery.picture(view.of, CROWD.scale, manners.urgency);
    entry.wishes.push(wish);
    wish.done.then(
      (portrait) => {
        if (entry.gone) return;
        entry.slot = crowdAtlas.put(portrait);
        entry.actor.gait = gaitOf(portrait.traits);
      },
      // It stays an egg; the page tells when the worker itself has stopped.
      () => undefined,
    );
    return entry.actor;
  }

  function orderFilm(entry: Entry): void {
    const wish = nursery.ask(
      { kind: 'film', of: entry.actor.view.of, scale: CROWD.scale, frames: FILM_FRAMES },
      Urgency.now,
    );
    entry.wishes.push(wish);
    wish.done.then(
      (frames) => {
        if (entry.gone || moment().growth >= 1) return;
        // The last frame is the finished body, which has a picture of its own.
        for (const { picture } of frames.slice(0, -1)) {
          const slot = crowdAtlas.put(picture);
          if (slot) entry.film.push(slot);
        }
      },
      () => undefined,
    );
  }

  function orderClose(entry: Entry): void {
    closeWishes++;
    const wish = nursery.picture(entry.actor.view.of, CLOSE.scale, Urgency.soon);
    entry.closeWish = wish;
    const done = (portrait: Portrait | null): void => {
      closeWishes--;
      if (entry.closeWish !== wish) return;
      entry.closeWish = null;
      if (portrait && !entry.gone) entry.close = closeAtlas.put(portrait);
    };
    wish.done.then(done, () => done(null));
  }

  const freeAll = (atlas: Atlas, slots: (Slot | null)[]): void => {
    for (const slot of slots) if (slot) atlas.free(slot);
  };

  function release(entry: Entry): void {
    entry.gone = true;
    for (const wish of entry.wishes) wish.cancel();
    freeAll(crowdAtlas, [entry.slot, ...entry.film]);
    freeAll(closeAtlas, [entry.close]);
    give(entry.body);
    give(entry.shadow);
    give(entry.ring);
  }

  function show(world: StageWorld, places: readonly Place[]): void {
    span = creatureSpan(world.population);
    if (world.generation !== generation) {
      replaceAll(world, places);
      generation = world.generation;
      return;
    }
    for (const view of world.creatures) {
      const entry = entries.get(view.key);
      if (entry) entry.actor.view = view;
    }
  }

  function replaceAll(world: StageWorld, places: readonly Place[]): void {
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
    const young = moment().growth < 0.9;
    const count = world.creatures.length;
    herds = places.map(() => []);
    for (const view of world.creatures) {
      const home = places[view.habitat];
      const others = herds[view.habitat];
      if (!home || !others) continue;
      const inView = focus === null || view.habitat === focus;
      const mother = follows ? mothers.get(view.mother) : undefined;
      const near = mother && mother.view.habitat === view.habitat ? mother : null;
      const filmed = young && !calm && (count <= FILMED || (focus !== null && inView));
      const urgency = inView ? Urgency.visible : Urgency.soon;
      others.push(enter(view, home, near, others, { shadowed: count <= SHADOWED, filmed, urgency }));
    }
  }

  function update(seconds: number, view: View, stage: StageSize): void {
    time += seconds;
    const now = moment();
    const reach = { x: stage.width / 2 / view.zoom + span, y: stage.height / 2 / view.zoom + span };
    const apparent = view.zoom * span;
    for (const entry of entries.values()) {
      const { actor } = entry;
      followFate(entry, now);
      const seen =
        Math.abs(actor.home.x + actor.x - view.x) < reach.x && Math.abs(actor.home.y + actor.y - view.y) < reach.y;
      entry.since += seconds;
      if (entry.life === 'dying' && entry.since > DYING_SECONDS) settleDeath(entry);
      if (!seen || entry.life === 'dead') {
        hide(entry);
        continue;
      }
      if (entry.life === 'living' && now.growth >= 1 && !calm)
        stroll(actor, herds[actor.view.habitat] ?? [], seconds, luck);
      tendCloseness(entry, apparent);
      draw(entry, now);
    }
    for (let at = leaving.length - 1; at >= 0; at--) {
      const entry = leaving[at];
      if (!entry) continue;
      entry.since += seconds;
      if (entry.since > LEAVING_SECONDS) {
        release(entry);
        leaving.splice(at, 1);
      } else draw(entry, { growth: 1, season: 1 });
    }
  }

  function followFate(entry: Entry, { season }: Moment): void {
    const { cause, moment: when } = entry.actor.view;
    const alive = livesAt(cause, when, season);
    if (alive === (entry.life === 'living')) return;
    if (alive) {
      // The recording was wound back.
      entry.life = 'living';
      return;
    }
    if (entry.life !== 'living') return;
    entry.since = 0;
    entry.life = 'dying';
    const { home, x, y } = entry.actor;
    if (season - when / 256 < RECENT) effects.strike(home.x + x, home.y + y, cause);
    else settleDeath(entry);
  }

  function settleDeath(entry: Entry): void {
    entry.life = 'dead';
    const { home, x, y, view } = entry.actor;
    effects.mark(home.x + x, home.y + y, view.cause);
  }

  function tendCloseness(entry: Entry, apparent: number): void {
    if (apparent > CLOSE_FROM) {
      if (!entry.close && !entry.closeWish && closeWishes < CLOSE_WISHES && entry.slot) orderClose(entry);
    } else if (apparent < CLOSE_UNTIL && entry.close) {
      closeAtlas.free(entry.close);
      entry.close = null;
    }
  }

  const hide = ({ body, shadow, ring }: Entry): void => {
    body.visible = false;
    if (shadow) shadow.visible = false;
    if (ring) ring.visible = false;
  };

  /** The picture for how far it has grown, and how large that is drawn. */
  function dress(entry: Entry, grown: number): number {
    const filmed = grown < 1 ? entry.film[Math.floor(grown * entry.film.length)] : undefined;
    const slot = filmed ?? entry.close ?? entry.slot;
    const use = grown <= 0 ? null : slot;
    if (use !== entry.shown) {
      entry.shown = use;
      if (use) entry.body.setTexture(use.texture.key, use.frame);
      else entry.body.setTexture(EGG);
    }
    if (!use) return 0.16;
    return filmed || grown >= 1 ? 1 : 0.2 + 0.8 * grown * (2 - grown);
  }

  function draw(entry: Entry, now: Moment): void {
    const { actor, body, shadow, life } = entry;
    const grown = Math.max(0, Math.min(1, (now.growth - actor.start) / GROWING));
    const large = dress(entry, grown) * span;
    const fading =
      life === 'leaving' ? 1 - entry.since / LEAVING_SECONDS : life === 'dying' ? 1 - entry.since / DYING_SECONDS : 1;
    const [x, y] = [actor.home.x + actor.x, actor.home.y + actor.y];
    const walking = actor.pause <= 0 && life === 'living' && grown >= 1 && !calm;
    const breath = calm ? 0 : Math.sin(time * 1.7 + actor.beat) * 0.022;
    const swing = walking ? Math.sin(time * 6.283 * actor.gait.rhythm + actor.beat) * actor.gait.swing : 0;
    const size = large * (life === 'dying' ? 0.7 + 0.3 * fading : 1);
    body.visible = true;
    body.setPosition(x, y);
    body.setDisplaySize(size * (1 + breath), size * (1 - breath));
    body.setRotation(entry.shown ? actor.heading + swing : 0);
    body.setAlpha(Math.max(0, fading));
    if (life === 'dying') body.setTint(0xb9ada0);
    else if (body.isTinted) body.clearTint();
    if (shadow && grown < HATCHED) {
      // The embryo lies in its egg until it is too large for it.
      shadow.visible = grown > 0;
      if (shadow.texture.key !== EGG) shadow.setTexture(EGG);
      shadow
        .setPosition(x, y)
        .setDisplaySize(span * 0.5, span * 0.5)
        .setAlpha(0.75 * fading * (1 - grown / HATCHED));
    } else if (shadow) {
      shadow.visible = true;
      if (shadow.texture.key !== SHADOW) shadow.setTexture(SHADOW);
      shadow
        .setPosition(x + span * 0.02, y + span * 0.05)
        .setDisplaySize(size * 0.62, size * 0.56)
        .setAlpha(0.24 * fading * grown);
    }
    drawRing(entry, x, y, grown * fading);
  }

  function drawRing(entry: Entry, x: number, y: number, strength: number): void {
    const chosen = entry.actor.view.key === selected;
    if (chosen && !entry.ring) entry.ring = take(RING, 9);
    const { ring } = entry;
    if (!ring) return;
    ring.visible = chosen || entry.actor.view.twin !== NO_TWIN;
    const beat = calm ? 0 : Math.sin(time * 2.2) * 0.02;
    ring.setPosition(x, y).setDisplaySize(span * (1.12 + beat), span * (1.12 + beat));
    ring.setAlpha(strength * (chosen ? 1 : 0.8)).setTint(chosen ? 0xffffff : 0xd8552f);
  }

  function at(x: number, y: number): number | null {
    let best: number | null = null;
    let nearest = span * 0.55;
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
      selected = key;
    },
    attend(habitat) {
      focus = habitat;
    },
    leave() {
      for (const entry of [...entries.values(), ...leaving]) for (const wish of entry.wishes) wish.cancel();
      for (const entry of [...entries.values(), ...leaving]) entry.gone = true;
    },
  };
}
