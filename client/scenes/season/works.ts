/** What stewards have built on their islands this round: shelters, feasts, bridges and fences. */
import type * as Phaser from 'phaser';
import type { InterventionId } from '../../../shared/sim/interventions.ts';
import { HEX_RADIUS, ISLAND, type Place } from '../layout.ts';
import { drawnTexture } from './glyphs.ts';
import type { Pool } from './pool.ts';

const SIDE = 128;
const INK = 'rgb(52 38 24 / 0.9)';
const COAST = HEX_RADIUS * ISLAND;

type Draw = (brush: CanvasRenderingContext2D) => void;

const DRAWINGS: Readonly<Record<InterventionId, Draw>> = {
  /** A roof of branches, from above. */
  shelter(brush) {
    brush.fillStyle = '#b98a4e';
    brush.beginPath();
    brush.moveTo(-50, 34);
    brush.quadraticCurveTo(0, -74, 50, 34);
    brush.quadraticCurveTo(0, 8, -50, 34);
    brush.fill();
    brush.stroke();
    brush.lineWidth = 2;
    for (let x = -36; x <= 36; x += 9) {
      brush.beginPath();
      brush.moveTo(x * 0.25, -32);
      brush.lineTo(x, 22);
      brush.stroke();
    }
  },
  /** A heap of fruit. */
  feast(brush) {
    const fruit = ['#c94f2e', '#e0a12e', '#8fae3c', '#b3417a', '#d9762e', '#93a93a', '#c94f2e'];
    fruit.forEach((colour, at) => {
      const angle = (at / (fruit.length - 1)) * 6.283;
      const away = at === fruit.length - 1 ? 0 : 26;
      brush.fillStyle = colour;
      brush.beginPath();
      brush.arc(Math.cos(angle) * away, Math.sin(angle) * away * 0.75, 17, 0, 7);
      brush.fill();
      brush.lineWidth = 3;
      brush.stroke();
    });
  },
  /** Planks, across. */
  bridges(brush) {
    brush.fillStyle = '#a87b48';
    brush.fillRect(-20, -60, 40, 120);
    brush.lineWidth = 3;
    for (let y = -60; y <= 60; y += 13) {
      brush.beginPath();
      brush.moveTo(-20, y);
      brush.lineTo(20, y);
      brush.stroke();
    }
    brush.lineWidth = 6;
    brush.strokeRect(-21, -60, 42, 120);
  },
  /** A stretch of palisade. */
  fence(brush) {
    brush.fillStyle = '#c9a26a';
    brush.lineWidth = 3;
    for (let x = -56; x < 56; x += 16) {
      brush.beginPath();
      brush.moveTo(x, 24);
      brush.lineTo(x, -14);
      brush.lineTo(x + 6, -26);
      brush.lineTo(x + 12, -14);
      brush.lineTo(x + 12, 24);
      brush.closePath();
      brush.fill();
      brush.stroke();
    }
    brush.fillRect(-60, -2, 120, 7);
  },
};

export interface Work {
  readonly habitat: number;
  readonly intervention: InterventionId;
}

interface Standing extends Place {
  readonly scale: number;
  readonly rotation: number;
}

/** Where a work's pictures stand, in the world. `neighbours`: the middles of the islands next to it. */
export function standings(work: InterventionId, at: Place, neighbours: readonly Place[]): Standing[] {
  const ring = (count: number, reach: number, scale: number, turn = 0): Standing[] =>
    Array.from({ length: count }, (_, step) => {
      const angle = turn + (step / count) * 6.283;
      return { x: at.x + Math.cos(angle) * reach, y: at.y + Math.sin(angle) * reach, scale, rotation: 0 };
    });
  switch (work) {
    case 'shelter':
      return [...ring(5, COAST * 0.52, 0.95, 0.3), { ...at, scale: 1.2, rotation: 0 }];
    case 'feast':
      return ring(6, COAST * 0.45, 0.55, 0.9);
    case 'bridges':
      return neighbours.map((other) => ({
        x: (at.x + other.x) / 2,
        y: (at.y + other.y) / 2,
        scale: 1.15,
        rotation: Math.atan2(other.y - at.y, other.x - at.x) + Math.PI / 2,
      }));
    case 'fence':
      return ring(18, COAST * 0.86, 0.72);
  }
}

export interface Works {
  /** Replaces what was there. */
  set(works: readonly Work[], places: readonly Place[], neighbours: (habitat: number) => readonly number[]): void;
}

export function createWorks(scene: Phaser.Scene, pool: Pool): Works {
  let standing: Phaser.GameObjects.Image[] = [];
  let known = '';

  function texture(work: InterventionId): string {
    return drawnTexture(scene, `work-${work}`, SIDE, (brush) => {
      brush.translate(SIDE / 2, SIDE / 2);
      brush.lineJoin = 'round';
      brush.lineWidth = 5;
      brush.strokeStyle = INK;
      DRAWINGS[work](brush);
    });
  }

  return {
    set(works, places, neighbours) {
      const wanted = `${places.length}:${works.map(({ habitat, intervention }) => `${habitat} ${intervention}`).join()}`;
      if (wanted === known) return;
      known = wanted;
      for (const image of standing) pool.give(image);
      standing = works.flatMap(({ habitat, intervention }) => {
        const at = places[habitat];
        if (!at) return [];
        const next = neighbours(habitat).flatMap((other) => places[other] ?? []);
        return standings(intervention, at, next).map(({ x, y, scale, rotation }) =>
          pool.take(texture(intervention), 6).setPosition(x, y).setScale(scale).setRotation(rotation),
        );
      });
    },
  };
}
