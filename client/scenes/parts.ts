/** Small pictures that all creatures share: egg, shadow, ring. */
import type * as Phaser from 'phaser';

export const EGG = 'egg';
export const SHADOW = 'shadow';
export const RING = 'ring';
export const EYE = 'eye';
export const THREAD = 'thread';
const SIDE = 128;

const PARTS: Readonly<Record<string, (brush: CanvasRenderingContext2D) => void>> = {
  [EGG](brush) {
    const glow = brush.createRadialGradient(52, 48, 6, 64, 64, 58);
    glow.addColorStop(0, '#fffaf0');
    glow.addColorStop(0.7, '#efdfc2');
    glow.addColorStop(1, '#b59f78');
    brush.fillStyle = glow;
    brush.beginPath();
    brush.arc(64, 64, 56, 0, 7);
    brush.fill();
    brush.strokeStyle = 'rgb(70 52 30 / 0.7)';
    brush.lineWidth = 6;
    brush.stroke();
  },
  [SHADOW](brush) {
    const dark = brush.createRadialGradient(64, 64, 8, 64, 64, 62);
    dark.addColorStop(0, 'rgb(20 14 8 / 1)');
    dark.addColorStop(0.55, 'rgb(20 14 8 / 0.75)');
    dark.addColorStop(1, 'rgb(20 14 8 / 0)');
    brush.fillStyle = dark;
    brush.fillRect(0, 0, SIDE, SIDE);
  },
  [RING](brush) {
    brush.strokeStyle = '#fff';
    brush.lineWidth = 4;
    brush.beginPath();
    brush.arc(64, 64, 58, 0, 7);
    brush.stroke();
    brush.lineWidth = 2;
    brush.beginPath();
    brush.arc(64, 64, 51, 0, 7);
    brush.stroke();
  },
  /** Looks to the right; drawn like the painted ones that it covers (shared/paint/draw-eye.ts). */
  [EYE](brush) {
    const disc = (x: number, y: number, radius: number, colour: string): void => {
      brush.fillStyle = colour;
      brush.beginPath();
      brush.arc(x, y, radius, 0, 7);
      brush.fill();
    };
    disc(64, 64, 63, 'rgb(38 30 36)');
    disc(64, 64, 54, 'rgb(250 247 238)');
    disc(82, 64, 31, 'rgb(30 24 34)');
    disc(92, 52, 10, '#fff');
  },
  [THREAD](brush) {
    brush.fillStyle = '#fff';
    for (let x = 0; x < SIDE; x += 8) brush.fillRect(x, 44, 5, 40);
  },
};

export function addParts(scene: Phaser.Scene): void {
  for (const [name, draw] of Object.entries(PARTS)) {
    if (scene.textures.exists(name)) continue;
    const texture = scene.textures.createCanvas(name, SIDE, SIDE);
    if (!texture) continue;
    draw(texture.context);
    texture.refresh();
  }
}
