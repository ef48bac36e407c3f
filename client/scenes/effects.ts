/** The season's agents on the map: what comes for a creature, the mark that stays, and what hangs over a habitat. */
import type * as Phaser from 'phaser';
import type { CardId } from '../../shared/sim/cards.ts';
import { causeOf } from '../../shared/sim/causes.ts';
import { AGENTS, type Agent } from '../art/agents.ts';
import { HEX_RADIUS } from './layout.ts';

const GLYPH = 64;
/** Pixels round a drawing, for its edge. */
const EDGE = 8;
const PAPER = 'rgb(253 249 240 / 0.9)';
const LASTS = 1.1;
/** Agents circling a habitat, for each level of a pressure. */
const HAUNTS_A_LEVEL = 2;

interface Strike {
  readonly image: Phaser.GameObjects.Image;
  readonly x: number;
  readonly y: number;
  readonly agent: Agent;
  age: number;
}

interface Haunt {
  readonly image: Phaser.GameObjects.Image;
  readonly x: number;
  readonly y: number;
  readonly agent: Agent;
  readonly phase: number;
  readonly reach: number;
}

export interface Effects {
  strike(x: number, y: number, cause: number): void;
  mark(x: number, y: number, cause: number): void;
  clearMarks(): void;
  /** The pressures in force over a habitat's middle; replaces all earlier ones. */
  haunt(over: readonly { x: number; y: number; card: CardId; level: number }[]): void;
  /** `season`: 0 to 1; agents hang over the land only while it runs. */
  update(seconds: number, season: number): void;
}

/** A cause's drawing in its own colour, edged with paper so that it is seen on any ground; for a mark, on a paper seal. */
function glyphTexture(scene: Phaser.Scene, key: string, agent: Agent, sealed: boolean): string {
  const name = `${sealed ? 'seal' : 'glyph'}-${key}`;
  if (scene.textures.exists(name)) return name;
  const side = GLYPH + 2 * EDGE;
  const texture = scene.textures.createCanvas(name, side, side);
  if (!texture) return name;
  const { context } = texture;
  const drawing = new Path2D(agent.path);
  if (sealed) {
    context.fillStyle = PAPER;
    context.beginPath();
    context.arc(side / 2, side / 2, side / 2 - 1, 0, 7);
    context.fill();
  }
  const shrink = sealed ? 0.68 : 1;
  context.translate(side / 2, side / 2);
  context.scale(shrink, shrink);
  context.translate(-GLYPH / 2, -GLYPH / 2);
  context.lineJoin = 'round';
  context.lineWidth = 5;
  context.strokeStyle = PAPER;
  context.stroke(drawing);
  context.fillStyle = `#${(sealed ? agent.mark : agent.tint).toString(16).padStart(6, '0')}`;
  context.fill(drawing, 'evenodd');
  texture.refresh();
  return name;
}

/** `calm`: whoever asked for less motion sees marks only. */
export function createEffects(scene: Phaser.Scene, calm: boolean): Effects {
  const spare: Phaser.GameObjects.Image[] = [];
  const strikes: Strike[] = [];
  const marks: Phaser.GameObjects.Image[] = [];
  let haunts: Haunt[] = [];
  let time = 0;

  const take = (texture: string, depth: number): Phaser.GameObjects.Image => {
    const image = spare.pop() ?? scene.add.image(0, 0, texture);
    return image.setTexture(texture).setVisible(true).setDepth(depth).setRotation(0).setAlpha(1);
  };
  const give = (image: Phaser.GameObjects.Image): void => {
    spare.push(image.setVisible(false));
  };

  return {
    strike(x, y, number) {
      const cause = causeOf(number);
      if (!cause || calm) return;
      const agent = AGENTS[cause.key];
      strikes.push({ image: take(glyphTexture(scene, cause.key, agent, false), 30), x, y, agent, age: 0 });
    },
    mark(x, y, number) {
      const cause = causeOf(number);
      if (!cause) return;
      const image = take(glyphTexture(scene, cause.key, AGENTS[cause.key], true), 4);
      marks.push(image.setPosition(x, y).setScale(0.36).setAlpha(0.9));
    },
    clearMarks() {
      for (const image of marks) give(image);
      marks.length = 0;
    },
    haunt(over) {
      for (const { image } of haunts) give(image);
      haunts = over.flatMap(({ x, y, card, level }) =>
        Array.from({ length: level * HAUNTS_A_LEVEL }, (_, place) => ({
          image: take(glyphTexture(scene, card, AGENTS[card], false), 28).setAlpha(0),
          x,
          y,
          agent: AGENTS[card],
          phase: (place / (level * HAUNTS_A_LEVEL)) * 6.283 + x * 0.01,
          reach: HEX_RADIUS * (0.5 + 0.16 * (place % 3)),
        })),
      );
    },
    update(seconds, season) {
      time += seconds;
      for (let at = strikes.length - 1; at >= 0; at--) {
        const strike = strikes[at];
        if (!strike) continue;
        strike.age += seconds / LASTS;
        if (strike.age >= 1) {
          give(strike.image);
          strikes.splice(at, 1);
        } else MOTIONS[strike.agent.motion](strike, strike.age);
      }
      const present = season > 0 && season < 1 ? Math.min(1, season * 8, (1 - season) * 8) : 0;
      for (const { image, x, y, agent, phase, reach } of haunts) {
        const angle = phase + (calm ? 0 : time * (agent.motion === 'swoop' ? 0.9 : 0.25));
        const sway = agent.motion === 'sweep' ? Math.sin(time + phase) * 40 : 0;
        image.setPosition(x + Math.cos(angle) * reach + sway, y + Math.sin(angle) * reach * 0.8);
        image.setRotation(agent.motion === 'swoop' ? angle + Math.PI : 0);
        image.setScale(agent.motion === 'swoop' ? 1.05 : 0.7).setAlpha(present * 0.8);
      }
    },
  };
}

const out = (t: number): number => 1 - (1 - t) * (1 - t);

/** How an agent comes and goes. `t`: 0 to 1. */
const MOTIONS: Readonly<Record<Agent['motion'], (strike: Strike, t: number) => void>> = {
  swoop({ image, x, y }, t) {
    const along = (t - 0.45) * 2;
    image.setPosition(x + along * 190, y - 150 * along * along + 8).setRotation(along * 0.5 + 0.35);
    image.setScale(1.5 - 0.45 * (1 - Math.abs(along))).setAlpha(Math.min(1, 4 * t, 4 * (1 - t)));
  },
  close({ image, x, y }, t) {
    const bite = t < 0.45 ? out(t / 0.45) : 1;
    image
      .setPosition(x, y - 64 * (1 - bite) - 12)
      .setScale(1.15, 1.15 - 0.3 * bite)
      .setAlpha(t < 0.6 ? Math.min(1, t * 6) : (1 - t) * 2.5);
  },
  spread({ image, x, y }, t) {
    image
      .setPosition(x, y)
      .setRotation(t * 0.7)
      .setScale(0.3 + 1.5 * out(t))
      .setAlpha((1 - t) * 0.95);
  },
  sweep({ image, x, y }, t) {
    image
      .setPosition(x + (t - 0.5) * 190, y)
      .setScale(1.1)
      .setAlpha(Math.sin(t * Math.PI));
  },
  rise({ image, x, y }, t) {
    image
      .setPosition(x, y - 18 - 56 * out(t))
      .setScale(0.75)
      .setAlpha(Math.min(1, 5 * t) * (1 - t * t));
  },
};
