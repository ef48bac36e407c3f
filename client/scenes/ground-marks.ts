/**
 * The shapes of each kind of ground, as a mask: how dark each pixel is, compared with the others. What tones they get follows
 * from the habitat's numbers alone (ground-tones.ts).
 */
import type { Background } from '../../shared/sim/world/world.ts';
import type { Dice } from './dice.ts';

type Brush = CanvasRenderingContext2D;

export interface Marking {
  /** Of the island, in pixels. */
  readonly radius: number;
  /** Size of the ground's patches, in pixels. */
  readonly grain: number;
  readonly luck: Dice;
}

/** Of an unmarked pixel. */
const EVEN = 128;

/** A grey of the mask: -1 is the darkest, 1 the lightest, 0 neither. */
function shade(shift: number, alpha = 1): string {
  const level = Math.round(EVEN * (1 - shift));
  return `rgb(${level} ${level} ${level} / ${alpha})`;
}

/** Draws the mask of a whole island: black is light ground, white dark. */
export function drawMarks(context: Brush, kind: Background['kind'], marking: Marking): void {
  const { radius } = marking;
  context.fillStyle = shade(0);
  context.fillRect(-radius * 2, -radius * 2, radius * 4, radius * 4);
  MARKS[kind](context, marking);
  shadeBroadly(context, marking);
}

/** Large soft light and dark, so that no ground is a flat tile. */
function shadeBroadly(context: Brush, { radius, luck }: Marking): void {
  for (let patch = 0; patch < 10; patch++) {
    const [x, y] = [luck.between(-radius, radius), luck.between(-radius, radius)];
    const reach = radius * luck.between(0.25, 0.6);
    const glow = context.createRadialGradient(x, y, 0, x, y, reach);
    const shift = patch % 2 ? 0.5 : -0.5;
    glow.addColorStop(0, shade(shift, 0.13));
    glow.addColorStop(1, shade(shift, 0));
    context.fillStyle = glow;
    context.fillRect(x - reach, y - reach, 2 * reach, 2 * reach);
  }
}

function scatter({ radius, grain, luck }: Marking, crowd: number, mark: (x: number, y: number) => void): void {
  const count = Math.min(5200, Math.round(((radius * radius * 2.6) / (grain * grain)) * crowd));
  for (let at = 0; at < count; at++) mark(luck.between(-radius, radius), luck.between(-radius, radius));
}

const MARKS: Readonly<Record<Background['kind'], (context: Brush, marking: Marking) => void>> = {
  moss(context, marking) {
    const { grain, luck } = marking;
    scatter(marking, 0.75, (x, y) => {
      const size = grain * luck.between(0.2, 0.62);
      context.fillStyle = shade(luck.roll() < 0.55 ? -0.34 : 0.22, luck.between(0.35, 0.9));
      context.beginPath();
      context.arc(x, y, size, 0, 7);
      context.arc(x + size, y - size * 0.5, size * 0.7, 0, 7);
      context.fill();
    });
  },
  sand(context, marking) {
    const { radius, grain, luck } = marking;
    context.lineWidth = Math.max(1, grain * 0.32);
    for (let y = -radius; y < radius; y += grain * 1.5) {
      const shift = luck.between(0, 6);
      context.strokeStyle = shade(-0.3, luck.between(0.5, 1));
      context.beginPath();
      for (let x = -radius; x <= radius; x += grain) {
        const wave = Math.sin(x / (grain * 5) + shift * 0.25 + y / (grain * 9)) * grain * 0.9;
        if (x === -radius) context.moveTo(x, y + wave);
        else context.lineTo(x, y + wave);
      }
      context.stroke();
    }
    scatter(marking, 0.2, (x, y) => {
      context.fillStyle = shade(luck.roll() < 0.5 ? -0.4 : 0.5, 0.5);
      context.fillRect(x, y, grain * 0.16, grain * 0.16);
    });
  },
  slate(context, marking) {
    const { grain, luck } = marking;
    scatter(marking, 0.42, (x, y) => {
      const size = grain * luck.between(0.6, 1.5);
      const turn = luck.between(-0.35, 0.35);
      context.fillStyle = shade(luck.between(-0.34, 0.24));
      context.beginPath();
      for (let corner = 0; corner < 5; corner++) {
        const angle = turn + (corner / 5) * 6.283;
        const reach = size * luck.between(0.7, 1.1);
        context.lineTo(x + Math.cos(angle) * reach * 1.4, y + Math.sin(angle) * reach * 0.7);
      }
      context.closePath();
      context.fill();
      context.strokeStyle = shade(-0.5, 0.7);
      context.lineWidth = Math.max(0.75, grain * 0.06);
      context.stroke();
    });
  },
  snow(context, marking) {
    const { grain, luck } = marking;
    scatter(marking, 0.22, (x, y) => {
      const [wide, high] = [grain * luck.between(0.7, 1.7), grain * luck.between(0.25, 0.55)];
      context.fillStyle = shade(-0.28, luck.between(0.3, 0.8));
      context.beginPath();
      context.ellipse(x, y, wide, high, luck.between(-0.3, 0.3), 0, 7);
      context.fill();
      context.fillStyle = shade(0.75, 0.6);
      context.beginPath();
      context.ellipse(x - wide * 0.1, y - high * 0.55, wide * 0.9, high * 0.55, 0, 0, 7);
      context.fill();
    });
  },
  clay(context, marking) {
    const { radius, grain, luck } = marking;
    scatter(marking, 0.2, (x, y) => {
      context.fillStyle = shade(luck.between(-0.2, 0.18), 0.7);
      context.beginPath();
      context.ellipse(x, y, grain * luck.between(0.5, 1.3), grain * luck.between(0.4, 0.9), luck.between(0, 3), 0, 7);
      context.fill();
    });
    context.lineWidth = Math.max(1, grain * 0.1);
    context.lineCap = 'round';
    const cracks = Math.min(160, Math.round(radius / grain) * 5);
    for (let crack = 0; crack < cracks; crack++) {
      let [x, y, angle] = [luck.between(-radius, radius), luck.between(-radius, radius), luck.between(0, 6.28)];
      context.strokeStyle = shade(-0.5);
      context.beginPath();
      context.moveTo(x, y);
      for (let step = 0; step < 6; step++) {
        angle += luck.between(-0.8, 0.8);
        x += Math.cos(angle) * grain * 0.8;
        y += Math.sin(angle) * grain * 0.8;
        context.lineTo(x, y);
      }
      context.stroke();
    }
  },
  reef(context, marking) {
    const { grain, luck } = marking;
    context.lineCap = 'round';
    scatter(marking, 0.34, (x, y) => {
      const shift = luck.pick([-0.45, -0.3, 0.3, 0.45]) ?? 0.3;
      context.strokeStyle = shade(shift, 0.9);
      context.lineWidth = Math.max(1, grain * 0.16);
      if (luck.roll() < 0.5) {
        for (const ring of [0.25, 0.5, 0.75]) {
          context.beginPath();
          context.arc(x, y, grain * ring, 0, 7);
          context.stroke();
        }
        return;
      }
      for (let arm = 0; arm < 5; arm++) {
        const angle = (arm / 5) * 6.283 + luck.between(-0.4, 0.4);
        context.beginPath();
        context.moveTo(x, y);
        context.quadraticCurveTo(
          x + Math.cos(angle) * grain * 0.5,
          y + Math.sin(angle) * grain * 0.5,
          x + Math.cos(angle + 0.4) * grain * 0.95,
          y + Math.sin(angle + 0.4) * grain * 0.95,
        );
        context.stroke();
      }
    });
  },
  meadow(context, marking) {
    const { grain, luck } = marking;
    context.lineCap = 'round';
    scatter(marking, 0.8, (x, y) => {
      context.strokeStyle = shade(luck.roll() < 0.6 ? -0.38 : 0.3, luck.between(0.5, 1));
      context.lineWidth = Math.max(0.8, grain * 0.16);
      for (let blade = -1; blade <= 1; blade++) {
        context.beginPath();
        context.moveTo(x, y);
        context.quadraticCurveTo(x + blade * grain * 0.2, y - grain * 0.5, x + blade * grain * 0.55, y - grain * 0.9);
        context.stroke();
      }
    });
    scatter(marking, 0.03, (x, y) => {
      context.fillStyle = luck.roll() < 0.5 ? 'rgb(250 244 220 / 0.85)' : 'rgb(226 186 92 / 0.85)';
      for (let petal = 0; petal < 5; petal++) {
        const angle = (petal / 5) * 6.283;
        context.beginPath();
        context.arc(x + Math.cos(angle) * grain * 0.3, y + Math.sin(angle) * grain * 0.3, grain * 0.2, 0, 7);
        context.fill();
      }
    });
  },
  bark(context, marking) {
    const { radius, grain, luck } = marking;
    context.lineCap = 'round';
    for (let x = -radius; x < radius; x += grain * 0.85) {
      const shift = luck.between(0, 6.28);
      context.strokeStyle = shade(luck.roll() < 0.65 ? -0.42 : 0.24, luck.between(0.5, 1));
      context.lineWidth = grain * luck.between(0.18, 0.5);
      let drawing = false;
      for (let y = -radius; y <= radius; y += grain * 0.9) {
        const sway =
          Math.sin(y / (grain * 6) + x / (grain * 11)) * grain * 0.9 +
          Math.sin(y / (grain * 2.3) + shift) * grain * 0.22;
        if (!drawing) {
          context.beginPath();
          context.moveTo(x + sway, y);
          drawing = true;
        } else context.lineTo(x + sway, y);
        if (luck.roll() < 0.1) {
          context.stroke();
          drawing = false;
        }
      }
      if (drawing) context.stroke();
    }
  },
};
