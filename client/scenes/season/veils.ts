/** What lies over a whole island in a season: frost that creeps in, cracks that spread, dust, dusk, glare. Drawn in stages. */
import type * as Phaser from 'phaser';
import type { CardId } from '../../../shared/sim/cards.ts';
import { type Dice, dice } from '../dice.ts';
import { HEX_RADIUS, ISLAND } from '../layout.ts';
import { drawnTexture } from './glyphs.ts';

const SIDE = 256;
/** A veil grows over the season in so many steps. */
export const VEIL_STAGES = 6;
/** World units from the middle to the edge of a veil's picture. */
export const VEIL_HALF = HEX_RADIUS;
const RADIUS = (SIDE / 2) * ISLAND * 0.985;

interface Veil {
  /** Under the creatures (below 7) or over them. */
  readonly depth: number;
  readonly alpha: number;
  /** `extent`: 0 to 1, how far into the season. Draws about the middle. */
  readonly draw: (brush: CanvasRenderingContext2D, extent: number, luck: Dice) => void;
}

export const VEILS: Readonly<Partial<Record<CardId, Veil>>> = {
  frost: {
    depth: 20,
    alpha: 0.62,
    draw(brush, extent, luck) {
      const inner = RADIUS * (0.98 - 0.5 * extent);
      const rime = brush.createRadialGradient(0, 0, inner * 0.8, 0, 0, RADIUS);
      rime.addColorStop(0, 'rgb(236 247 252 / 0)');
      rime.addColorStop(0.35, 'rgb(236 247 252 / 0.5)');
      rime.addColorStop(1, 'rgb(244 251 255 / 0.9)');
      brush.fillStyle = rime;
      brush.fillRect(-SIDE, -SIDE, 2 * SIDE, 2 * SIDE);
      brush.strokeStyle = 'rgb(255 255 255 / 0.85)';
      brush.lineWidth = 1;
      for (let needle = 0; needle < 46; needle++) {
        const angle = luck.between(0, 6.283);
        feather(brush, angle, RADIUS, Math.max(inner * luck.between(0.75, 1.05), 8), luck);
      }
    },
  },
  drought: {
    depth: 3,
    alpha: 0.85,
    draw(brush, extent, luck) {
      brush.fillStyle = `rgb(196 142 76 / ${0.3 * extent})`;
      brush.fillRect(-SIDE, -SIDE, 2 * SIDE, 2 * SIDE);
      brush.strokeStyle = 'rgb(70 38 16 / 0.8)';
      for (let crack = 0; crack < 16; crack++) {
        let [x, y, angle] = [luck.between(-80, 80), luck.between(-80, 80), luck.between(0, 6.283)];
        brush.lineWidth = 1.8;
        brush.beginPath();
        brush.moveTo(x, y);
        for (let step = 0; step < 9 * extent; step++) {
          angle += luck.between(-0.9, 0.9);
          x += Math.cos(angle) * 9;
          y += Math.sin(angle) * 9;
          brush.lineTo(x, y);
        }
        brush.stroke();
      }
    },
  },
  famine: {
    depth: 3,
    alpha: 0.8,
    draw(brush, extent, luck) {
      for (let patch = 0; patch < 26 * extent; patch++) {
        const [x, y, reach] = [luck.between(-95, 95), luck.between(-95, 95), luck.between(10, 30)];
        const dust = brush.createRadialGradient(x, y, 0, x, y, reach);
        dust.addColorStop(0, 'rgb(205 190 158 / 0.6)');
        dust.addColorStop(1, 'rgb(205 190 158 / 0)');
        brush.fillStyle = dust;
        brush.fillRect(x - reach, y - reach, 2 * reach, 2 * reach);
      }
    },
  },
  dimLight: {
    depth: 20,
    alpha: 0.78,
    draw(brush, extent) {
      const dusk = brush.createRadialGradient(0, 0, RADIUS * (0.7 - 0.5 * extent), 0, 0, RADIUS);
      dusk.addColorStop(0, `rgb(24 24 58 / ${0.2 + 0.4 * extent})`);
      dusk.addColorStop(1, 'rgb(16 16 42 / 0.9)');
      brush.fillStyle = dusk;
      brush.fillRect(-SIDE, -SIDE, 2 * SIDE, 2 * SIDE);
    },
  },
  strongSun: {
    depth: 20,
    alpha: 0.75,
    draw(brush, extent) {
      const [x, y] = [-RADIUS * 0.45, -RADIUS * 0.5];
      const glare = brush.createRadialGradient(x, y, 4, x, y, RADIUS * (0.7 + 0.9 * extent));
      glare.addColorStop(0, 'rgb(255 252 226 / 0.95)');
      glare.addColorStop(0.25, 'rgb(255 232 150 / 0.55)');
      glare.addColorStop(1, 'rgb(255 190 90 / 0.06)');
      brush.fillStyle = glare;
      brush.fillRect(-SIDE, -SIDE, 2 * SIDE, 2 * SIDE);
      brush.fillStyle = 'rgb(255 244 196 / 0.16)';
      for (let ray = 0; ray < 9; ray++) {
        const angle = 0.2 + ray * 0.22;
        brush.beginPath();
        brush.moveTo(x, y);
        brush.lineTo(x + Math.cos(angle) * 260, y + Math.sin(angle) * 260);
        brush.lineTo(x + Math.cos(angle + 0.09) * 260, y + Math.sin(angle + 0.09) * 260);
        brush.fill();
      }
    },
  },
};

/** A needle of ice from the coast inwards, with its barbs. */
function feather(brush: CanvasRenderingContext2D, angle: number, from: number, to: number, luck: Dice): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  brush.beginPath();
  brush.moveTo(cos * from, sin * from);
  brush.lineTo(cos * to, sin * to);
  for (let at = to + 5; at < from; at += 7) {
    const barb = luck.between(3, 8);
    for (const side of [-0.9, 0.9]) {
      brush.moveTo(cos * at, sin * at);
      brush.lineTo(cos * at + Math.cos(angle + side) * barb, sin * at + Math.sin(angle + side) * barb);
    }
  }
  brush.stroke();
}

/** The texture of a card's veil at a stage (0 to VEIL_STAGES - 1), cut to the shape of an island. */
export function veilTexture(scene: Phaser.Scene, card: CardId, stage: number): string {
  const veil = VEILS[card];
  return drawnTexture(scene, `veil-${card}-${stage}`, SIDE, (brush) => {
    brush.translate(SIDE / 2, SIDE / 2);
    brush.beginPath();
    for (let corner = 0; corner < 6; corner++) {
      const angle = Math.PI / 6 + (corner * Math.PI) / 3;
      brush.lineTo(Math.cos(angle) * RADIUS, Math.sin(angle) * RADIUS);
    }
    brush.clip();
    veil?.draw(brush, (stage + 1) / VEIL_STAGES, dice(card.length * 101));
  });
}
