/** The season on the map: over every island the agents of its cards, and the veil that it lays on the land. */
import type * as Phaser from 'phaser';
import type { CardId } from '../../../shared/sim/cards.ts';
import { AGENTS } from '../../art/agents.ts';
import { FLOCKS, type Loafer } from './flock.ts';
import { glyphTexture } from './glyphs.ts';
import type { Pool } from './pool.ts';
import { VEIL_HALF, VEIL_STAGES, VEILS, veilTexture } from './veils.ts';

export interface Over {
  /** The island's middle. */
  readonly x: number;
  readonly y: number;
  readonly card: CardId;
  readonly level: number;
}

interface Member {
  readonly image: Phaser.GameObjects.Image;
  readonly over: Over;
  readonly phase: number;
}

interface Cover {
  readonly image: Phaser.GameObjects.Image;
  readonly over: Over;
  stage: number;
}

export interface Weather {
  /** Replaces what was there. */
  set(over: readonly Over[]): void;
  /** `season`: 0 to 1; there is weather only while it runs. */
  update(seconds: number, season: number): void;
}

/** `calm`: agents are there, and keep still. */
export function createWeather(scene: Phaser.Scene, pool: Pool, calm: boolean): Weather {
  let members: Member[] = [];
  let covers: Cover[] = [];
  let time = 0;
  let shown = true;
  const loafer: Loafer = { x: 0, y: 0, scale: 1, wide: 1, rotation: 0, alpha: 1 };

  function hideAll(): void {
    if (!shown) return;
    shown = false;
    for (const { image } of members) image.visible = false;
    for (const { image } of covers) image.visible = false;
  }

  function drawMember({ image, over, phase }: Member, present: number): void {
    loafer.wide = loafer.alpha = loafer.scale = 1;
    loafer.rotation = 0;
    FLOCKS[over.card]?.loaf(phase, calm ? 0 : time, loafer);
    image.setPosition(over.x + loafer.x, over.y + loafer.y).setRotation(loafer.rotation);
    image.setScale(loafer.scale * loafer.wide, loafer.scale).setAlpha(0.9 * present * loafer.alpha).visible = true;
  }

  function drawCover(cover: Cover, season: number, present: number): void {
    const { image, over } = cover;
    const reached = season * VEIL_STAGES;
    const stage = Math.min(VEIL_STAGES - 1, Math.floor(reached));
    if (stage !== cover.stage) {
      cover.stage = stage;
      image.setTexture(veilTexture(scene, over.card, stage)).setDisplaySize(2 * VEIL_HALF, 2 * VEIL_HALF);
    }
    const strength = 0.55 + 0.15 * over.level;
    image.setAlpha((VEILS[over.card]?.alpha ?? 1) * strength * present).visible = true;
  }

  return {
    set(all) {
      for (const { image } of [...members, ...covers]) pool.give(image);
      covers = all
        .filter(({ card }) => VEILS[card] !== undefined)
        .map((over) => {
          const image = pool.take(veilTexture(scene, over.card, 0), VEILS[over.card]?.depth ?? 3);
          image.setPosition(over.x, over.y).setDisplaySize(2 * VEIL_HALF, 2 * VEIL_HALF);
          return { image, over, stage: 0 };
        });
      members = all.flatMap((over) => {
        const count = FLOCKS[over.card]?.count(over.level) ?? 0;
        const turned = over.x * 0.01;
        return Array.from({ length: count }, (_, at) => ({
          image: pool.take(glyphTexture(scene, over.card, AGENTS[over.card], 'map'), FLOCKS[over.card]?.depth ?? 28),
          over,
          phase: ((at / count) * 6.283 + turned) % 6.283,
        }));
      });
      shown = true;
      hideAll();
    },
    update(seconds, season) {
      time += seconds;
      const present = season > 0 && season < 1 ? Math.min(1, season * 10, (1 - season) * 10) : 0;
      if (present === 0) {
        hideAll();
        return;
      }
      shown = true;
      for (const member of members) drawMember(member, present);
      for (const cover of covers) drawCover(cover, season, present);
    },
  };
}
