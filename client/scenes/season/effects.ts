/** All that a season shows besides the creatures: who comes for them, the marks that stay, the weather, what stewards built. */
import type * as Phaser from 'phaser';
import type { CardId } from '../../../shared/sim/cards.ts';
import { causeOf } from '../../../shared/sim/causes.ts';
import { AGENTS, UNTOLD_AGENT } from '../../art/agents.ts';
import type { Actor } from '../actor.ts';
import type { Place } from '../layout.ts';
import type { StageWorld } from '../stage-view-model.ts';
import { glyphTexture } from './glyphs.ts';
import { createPool } from './pool.ts';
import { createVisits } from './visits.ts';
import { createWeather } from './weather.ts';
import { createWorks } from './works.ts';

export interface Effects {
  /** Something comes for a creature; `lead`: seconds until it strikes; `vain`: it tries, and fails. */
  come(actor: Actor, cause: number, lead: number, vain?: boolean): void;
  /** Who is out hunting on that island now, from its middle; null for nobody. */
  threatOn(habitat: number): Place | null;
  /** A seal where somebody died; a neutral one where the cause is none that may be told. */
  mark(x: number, y: number, cause: number): void;
  clearMarks(): void;
  /** Mates meet: a token of the card rises between them. */
  court(x: number, y: number, card: CardId): void;
  show(world: StageWorld, places: readonly Place[]): void;
  /** `season`: 0 to 1; weather is over the land only while it runs. */
  update(seconds: number, season: number): void;
}

interface Token {
  readonly image: Phaser.GameObjects.Image;
  readonly x: number;
  readonly y: number;
  /** World units it falls (or, if negative, rises), and how large it becomes. */
  readonly fall: number;
  readonly size: number;
  age: number;
}

const TOKEN_SECONDS = 1.6;
/** Strength and length of the tremor with which a disaster begins. */
const TREMOR = { ms: 500, strength: 0.006 } as const;

/** `calm`: whoever asked for less motion sees marks and weather, and nothing that comes or goes. */
export function createEffects(scene: Phaser.Scene, calm: boolean): Effects {
  const pool = createPool(scene);
  const visits = createVisits(scene, pool, calm);
  const weather = createWeather(scene, pool, calm);
  const works = createWorks(scene, pool);
  const marks: Phaser.GameObjects.Image[] = [];
  const tokens: Token[] = [];
  let islands: readonly Place[] = [];
  let shock: CardId | null = null;
  let shockDue = false;
  let weatherShown = '';

  function token(at: Place, card: CardId, fall: number, size: number): void {
    if (calm || tokens.length > 60) return;
    const image = pool.take(glyphTexture(scene, card, AGENTS[card], 'map'), 32);
    tokens.push({ image, x: at.x, y: at.y, fall, size, age: 0 });
  }

  /** The disaster falls upon every island at once. */
  function strikeAll(card: CardId): void {
    for (const island of islands) token(island, card, 150, 4.5);
    if (!calm) scene.cameras.main.shake(TREMOR.ms, TREMOR.strength);
  }

  function moveTokens(seconds: number): void {
    for (let at = tokens.length - 1; at >= 0; at--) {
      const each = tokens[at];
      if (!each) continue;
      each.age += seconds / TOKEN_SECONDS;
      if (each.age >= 1) {
        pool.give(each.image);
        tokens.splice(at, 1);
        continue;
      }
      const rest = (1 - each.age) ** 2;
      each.image.setPosition(each.x, each.y - (each.fall > 0 ? each.fall * rest : each.fall * (rest - 1) + 20));
      each.image.setScale(each.size * (1 - 0.5 * rest)).setAlpha(Math.min(1, 5 * each.age, 2.5 * (1 - each.age)));
    }
  }

  return {
    come: visits.come,
    threatOn: visits.threatOn,
    mark(x, y, number) {
      if (number === 0) return;
      const cause = causeOf(number);
      const seal = cause
        ? glyphTexture(scene, cause.key, AGENTS[cause.key], 'seal')
        : glyphTexture(scene, 'untold', UNTOLD_AGENT, 'seal');
      const image = pool.take(seal, 4);
      marks.push(image.setPosition(x, y).setScale(0.36).setAlpha(0.9));
    },
    clearMarks() {
      for (const image of marks) pool.give(image);
      marks.length = 0;
    },
    court: (x, y, card) => token({ x, y }, card, -46, 0.55),
    show(world, places) {
      islands = places;
      works.set(world.interventions, places, (habitat) => world.habitats[habitat]?.neighbours ?? []);
      shock = world.shock;
      const over = world.pressures.flatMap((pressures, habitat) => {
        const at = places[habitat];
        return at ? pressures.map(({ card, level }) => ({ x: at.x, y: at.y, card, level })) : [];
      });
      const wanted = JSON.stringify(over);
      if (wanted !== weatherShown) weather.set(over);
      weatherShown = wanted;
    },
    update(seconds, season) {
      if (season <= 0) shockDue = true;
      else if (shockDue && season < 1) {
        shockDue = false;
        if (shock) strikeAll(shock);
      }
      visits.update(seconds);
      moveTokens(seconds);
      weather.update(seconds, season);
    },
  };
}
