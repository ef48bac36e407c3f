/** Gets creatures their pictures: tiny from afar, small for the crowd, large for who is looked at closely, and films of growth. */
import type * as Phaser from 'phaser';
import { boldnessAgainst } from '../../shared/paint/boldness.ts';
import { readTraits } from '../../shared/sim/traits.ts';
import type { Background } from '../../shared/sim/world/world.ts';
import type { Moment } from '../session/moment.ts';
import type { Portrait, Scale } from '../worker/jobs.ts';
import { type Nursery, Urgency, type Wish } from '../worker/nursery.ts';
import { createAtlas, type Slot } from './atlas.ts';
import type { Entry } from './entry.ts';
import { gaitOf } from './gait.ts';

const AFAR = { name: 'afar', side: 32, width: 2048, height: 1024, pages: 1, scale: 1, inRows: true } as const;
const CROWD = { name: 'crowd', side: 64, width: 4096, height: 2048, pages: 1, scale: 2 } as const;
const CLOSE = { name: 'close', side: 128, width: 2048, height: 2048, pages: 1, scale: 4 } as const;
/** A body's lattice at most this many pixels of the screen wide is as well seen in a tiny picture. */
const AFAR_UNTIL = 46;
/** A body's lattice this many CSS pixels wide deserves the closer picture; below the second it is let go. */
const CLOSE_FROM = 74;
const CLOSE_UNTIL = 60;
/** Closer pictures under way at a time. */
const CLOSE_WISHES = 4;
const FILM_FRAMES = 10;
/** Pictures of films kept at a time: the rest of the crowd’s texture is for bodies, of which there are 1,200 at most. */
const MOST_FILM_SLOTS = 700;

export const CLOSE_SIDE = CLOSE.side;

export interface Wardrobe {
  /** `apparent`: how many CSS pixels wide the creature's lattice will be at first; 0 where nobody looks. */
  order(entry: Entry, urgency: number, filmed: boolean, apparent: number): void;
  /** Gets the picture that so near a view deserves, or lets go of the large one; `apparent` as above. */
  tend(entry: Entry, apparent: number): void;
  release(entry: Entry): void;
  /** Once a frame, before it is drawn. */
  flush(): void;
}

export function createWardrobe(
  game: Phaser.Game,
  nursery: Nursery,
  moment: () => Moment,
  groundOf: (habitat: number) => Background | undefined,
): Wardrobe {
  const afar = createAtlas(game, AFAR);
  const crowd = createAtlas(game, CROWD);
  const close = createAtlas(game, CLOSE);
  let closeWishes = 0;
  let filmSlots = 0;

  const sharpness = Math.min(2, devicePixelRatio || 1);
  const isAfar = (apparent: number): boolean => apparent * sharpness <= AFAR_UNTIL;

  function askFor({ actor }: Entry, scale: 1 | Scale, urgency: number): Wish<Portrait> {
    const { of, habitat } = actor.view;
    const against = groundOf(habitat);
    return nursery.ask({ kind: 'picture', of, scale, ...(against ? { against } : {}) }, urgency);
  }

  function orderFilm(entry: Entry): void {
    const of = entry.actor.view.of;
    const wish = nursery.ask({ kind: 'film', of, scale: CROWD.scale, frames: FILM_FRAMES }, Urgency.now);
    entry.wishes.push(wish);
    wish.done.then(
      (frames) => {
        if (entry.gone || moment().growth >= 1) return;
        // The last frame is the finished body, which has a picture of its own.
        for (const { picture } of frames.slice(0, -1)) {
          const slot = filmSlots < MOST_FILM_SLOTS ? crowd.put(picture) : null;
          if (!slot) return;
          filmSlots++;
          entry.film.push(slot);
        }
      },
      // Without its film a creature swells from a bud.
      () => undefined,
    );
  }

  function orderClose(entry: Entry): void {
    closeWishes++;
    const wish = askFor(entry, CLOSE.scale, Urgency.soon);
    entry.closeWish = wish;
    const done = (portrait: Portrait | null): void => {
      closeWishes--;
      if (entry.closeWish !== wish) return;
      entry.closeWish = null;
      if (!portrait || entry.gone) return;
      entry.close = close.put(portrait);
      entry.closeEyes = portrait.eyes;
    };
    wish.done.then(done, () => done(null));
  }

  /** Once its growth is over nobody sees its film again. */
  function letGoOfFilm(entry: Entry): void {
    for (const slot of entry.film) crowd.free(slot);
    filmSlots -= entry.film.length;
    entry.film = [];
  }

  function letGoOfClose(entry: Entry): void {
    if (!entry.close) return;
    close.free(entry.close);
    entry.close = null;
    entry.closeEyes = [];
  }

  /** The picture for its place in the crowd, in place of the tiny one. */
  function orderNearer(entry: Entry): void {
    const wish = askFor(entry, CROWD.scale, Urgency.visible);
    entry.nearer = wish;
    entry.wishes.push(wish);
    wish.done.then(
      (portrait) => {
        if (entry.gone) return;
        const slot = crowd.put(portrait);
        // While the generation before still has all the slots it is asked for again.
        entry.nearer = null;
        if (!slot) return;
        letGoOfSlot(entry);
        entry.slot = slot;
        entry.afar = false;
      },
      // It keeps the tiny one.
      () => undefined,
    );
  }

  const place = (entry: Entry, portrait: Portrait): Slot | null => (entry.afar ? afar : crowd).put(portrait);

  function letGoOfSlot(entry: Entry): void {
    if (entry.slot) (entry.afar ? afar : crowd).free(entry.slot);
    entry.slot = null;
  }

  return {
    order(entry, urgency, filmed, apparent) {
      if (filmed) orderFilm(entry);
      entry.afar = isAfar(apparent);
      const wish = askFor(entry, entry.afar ? AFAR.scale : CROWD.scale, urgency);
      entry.wishes.push(wish);
      wish.done.then(
        (portrait) => {
          if (entry.gone) return;
          entry.slot = place(entry, portrait);
          if (!entry.slot) entry.unplaced = portrait;
          const traits = readTraits(portrait.traits);
          const ground = groundOf(entry.actor.view.habitat);
          entry.traits = traits;
          entry.boldness = ground ? boldnessAgainst(ground, traits) : 1;
          entry.actor.gait = gaitOf(traits);
        },
        // It stays an egg; the page tells when the worker itself has stopped.
        () => undefined,
      );
    },
    tend(entry, apparent) {
      if (entry.unplaced) {
        entry.slot = place(entry, entry.unplaced);
        if (entry.slot) entry.unplaced = null;
      }
      if (entry.film.length > 0 && moment().growth >= 1) letGoOfFilm(entry);
      if (entry.afar && entry.slot && !entry.nearer && !isAfar(apparent)) orderNearer(entry);
      if (apparent < CLOSE_UNTIL) letGoOfClose(entry);
      const wanted = apparent > CLOSE_FROM && entry.slot !== null && entry.close === null && entry.closeWish === null;
      if (wanted && closeWishes < CLOSE_WISHES) orderClose(entry);
    },
    release(entry) {
      entry.gone = true;
      for (const wish of entry.wishes) wish.cancel();
      letGoOfSlot(entry);
      letGoOfFilm(entry);
      letGoOfClose(entry);
    },
    flush: afar.flush,
  };
}
