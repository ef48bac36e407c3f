/** Small pictures that all creatures share: egg, shadow, ring. */
import type * as Phaser from 'phaser';

export const EGG = 'egg';
export const SHADOW = 'shadow';
export const RING = 'ring';
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
