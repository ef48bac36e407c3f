/**
 * An island's ground: the habitat's own colour and pattern, drawn as the stuff that it is. Its mean colour is the colour that
 * hunters compare coats with, and its marks are as large and as dark as the habitat says, so what looks hidden is hidden.
 */
import type { Background, Habitat } from '../../shared/sim/world/world.ts';
import { type Dice, dice } from './dice.ts';
import { HEX_RADIUS, ISLAND } from './layout.ts';

type Brush = CanvasRenderingContext2D;

/** Texture pixels from the middle to the edge of the picture, for an island of radius 1: room for surf around the coast. */
const SURF = 1.16;

/** World units from the middle to the edge of an island's picture. */
export const GROUND_HALF = HEX_RADIUS * SURF;

/** Draws an island of `size` × `size` pixels, surf included. `sea`: a CSS colour for the lines round the coast. */
export function drawGround(context: Brush, size: number, habitat: Habitat, sea: string): void {
  const { background, id } = habitat;
  const luck = dice(id * 7919 + background.red * 31 + background.green * 17 + background.blue);
  const radius = (size / 2 / SURF) * ISLAND;
  context.clearRect(0, 0, size, size);
  context.save();
  context.translate(size / 2, size / 2);
  const coast = coastline(radius, luck);
  drawSurf(context, coast, radius, sea);
  context.save();
  context.clip(coast);
  context.fillStyle = tone(background, 0);
  context.fillRect(-size, -size, 2 * size, 2 * size);
  const unit = size / (2 * GROUND_HALF);
  shadeBroadly(context, background, radius, luck);
  MARKS[background.kind](context, { background, radius, grain: (background.scale * 100 * unit) / 32, luck });
  context.restore();
  context.strokeStyle = tone(background, -0.42);
  context.lineWidth = Math.max(1.5, size / 220);
  context.stroke(coast);
  context.restore();
}

/** The ground's colour, lighter (to 1) or darker (to -1). */
function tone({ red, green, blue }: Background, shift: number, alpha = 1): string {
  const move = (value: number): number => Math.round(shift < 0 ? value * (1 + shift) : value + (255 - value) * shift);
  return `rgb(${move(red)} ${move(green)} ${move(blue)} / ${alpha})`;
}

/** A hexagon as the sea would leave it: its corners rounded, its sides a little uneven. */
function coastline(radius: number, luck: Dice): Path2D {
  const points: [number, number][] = [];
  const steps = 72;
  const phases = [luck.roll() * 6.28, luck.roll() * 6.28, luck.roll() * 6.28];
  for (let step = 0; step < steps; step++) {
    const angle = (step / steps) * Math.PI * 2;
    const sector = (((angle + Math.PI / 6) % (Math.PI / 3)) + Math.PI / 3) % (Math.PI / 3);
    const hexagon = Math.cos(Math.PI / 6) / Math.cos(sector - Math.PI / 6);
    const rough =
      0.016 * Math.sin(angle * 5 + (phases[0] ?? 0)) +
      0.012 * Math.sin(angle * 9 + (phases[1] ?? 0)) +
      0.007 * Math.sin(angle * 17 + (phases[2] ?? 0));
    const reach = radius * (Math.min(hexagon, 0.975) + rough);
    points.push([Math.cos(angle) * reach, Math.sin(angle) * reach]);
  }
  const path = new Path2D();
  points.forEach(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    const [middleX, middleY] = [(x + nextX) / 2, (y + nextY) / 2];
    if (index === 0) path.moveTo(middleX, middleY);
    else path.quadraticCurveTo(x, y, middleX, middleY);
  });
  path.closePath();
  return path;
}

/** Thin lines round the coast, as on old charts. */
function drawSurf(context: Brush, coast: Path2D, radius: number, sea: string): void {
  context.strokeStyle = sea;
  for (const [grow, alpha] of [
    [1.035, 0.55],
    [1.075, 0.34],
    [1.125, 0.18],
  ] as const) {
    context.save();
    context.scale(grow, grow);
    context.globalAlpha = alpha;
    context.lineWidth = Math.max(1, radius / 190);
    context.stroke(coast);
    context.restore();
  }
}

/** Large soft light and dark, so that no ground is a flat tile; it leaves the mean as it was. */
function shadeBroadly(context: Brush, background: Background, radius: number, luck: Dice): void {
  for (let patch = 0; patch < 14; patch++) {
    const [x, y] = [luck.between(-radius, radius), luck.between(-radius, radius)];
    const reach = radius * luck.between(0.25, 0.6);
    const glow = context.createRadialGradient(x, y, 0, x, y, reach);
    const shift = patch % 2 ? 0.16 : -0.16;
    glow.addColorStop(0, tone(background, shift, 0.55));
    glow.addColorStop(1, tone(background, shift, 0));
    context.fillStyle = glow;
    context.fillRect(x - reach, y - reach, 2 * reach, 2 * reach);
  }
}

interface Marking {
  readonly background: Background;
  /** Of the island, in pixels. */
  readonly radius: number;
  /** Size of the ground's marks, in pixels. */
  readonly grain: number;
  readonly luck: Dice;
}

/** How strong marks are drawn, 0 to 1. */
const strength = ({ contrast }: Background): number => 0.16 + (contrast / 255) * 0.84;

function scatter({ radius, grain, luck }: Marking, crowd: number, mark: (x: number, y: number) => void): void {
  const count = Math.min(5200, Math.round(((radius * radius * 2.6) / (grain * grain)) * crowd));
  for (let at = 0; at < count; at++) mark(luck.between(-radius, radius), luck.between(-radius, radius));
}

const MARKS: Readonly<Record<Background['kind'], (context: Brush, marking: Marking) => void>> = {
  moss(context, marking) {
    const { background, grain, luck } = marking;
    scatter(marking, 0.75, (x, y) => {
      const size = grain * luck.between(0.2, 0.62);
      context.fillStyle = tone(
        background,
        luck.roll() < 0.55 ? -0.34 : 0.22,
        strength(background) * luck.between(0.35, 0.9),
      );
      context.beginPath();
      context.arc(x, y, size, 0, 7);
      context.arc(x + size, y - size * 0.5, size * 0.7, 0, 7);
      context.fill();
    });
  },
  sand(context, marking) {
    const { background, radius, grain, luck } = marking;
    context.lineWidth = Math.max(1, grain * 0.32);
    for (let y = -radius; y < radius; y += grain * 1.5) {
      const shift = luck.between(0, 6);
      context.strokeStyle = tone(background, -0.3, strength(background) * luck.between(0.5, 1));
      context.beginPath();
      for (let x = -radius; x <= radius; x += grain) {
        const wave = Math.sin(x / (grain * 5) + shift * 0.25 + y / (grain * 9)) * grain * 0.9;
        if (x === -radius) context.moveTo(x, y + wave);
        else context.lineTo(x, y + wave);
      }
      context.stroke();
    }
    scatter(marking, 0.2, (x, y) => {
      context.fillStyle = tone(background, luck.roll() < 0.5 ? -0.4 : 0.5, 0.5);
      context.fillRect(x, y, grain * 0.16, grain * 0.16);
    });
  },
  slate(context, marking) {
    const { background, grain, luck } = marking;
    scatter(marking, 0.42, (x, y) => {
      const size = grain * luck.between(0.6, 1.5);
      const turn = luck.between(-0.35, 0.35);
      context.fillStyle = tone(background, luck.between(-0.34, 0.24), strength(background));
      context.beginPath();
      for (let corner = 0; corner < 5; corner++) {
        const angle = turn + (corner / 5) * 6.283;
        const reach = size * luck.between(0.7, 1.1);
        context.lineTo(x + Math.cos(angle) * reach * 1.4, y + Math.sin(angle) * reach * 0.7);
      }
      context.closePath();
      context.fill();
      context.strokeStyle = tone(background, -0.5, strength(background) * 0.7);
      context.lineWidth = Math.max(0.75, grain * 0.06);
      context.stroke();
    });
  },
  snow(context, marking) {
    const { background, grain, luck } = marking;
    scatter(marking, 0.22, (x, y) => {
      const [wide, high] = [grain * luck.between(0.7, 1.7), grain * luck.between(0.25, 0.55)];
      context.fillStyle = tone(background, -0.28, strength(background) * luck.between(0.3, 0.8));
      context.beginPath();
      context.ellipse(x, y, wide, high, luck.between(-0.3, 0.3), 0, 7);
      context.fill();
      context.fillStyle = tone(background, 0.75, 0.6);
      context.beginPath();
      context.ellipse(x - wide * 0.1, y - high * 0.55, wide * 0.9, high * 0.55, 0, 0, 7);
      context.fill();
    });
  },
  clay(context, marking) {
    const { background, radius, grain, luck } = marking;
    scatter(marking, 0.2, (x, y) => {
      context.fillStyle = tone(background, luck.between(-0.2, 0.18), strength(background) * 0.7);
      context.beginPath();
      context.ellipse(x, y, grain * luck.between(0.5, 1.3), grain * luck.between(0.4, 0.9), luck.between(0, 3), 0, 7);
      context.fill();
    });
    context.lineWidth = Math.max(1, grain * 0.1);
    context.lineCap = 'round';
    const cracks = Math.min(160, Math.round(radius / grain) * 5);
    for (let crack = 0; crack < cracks; crack++) {
      let [x, y, angle] = [luck.between(-radius, radius), luck.between(-radius, radius), luck.between(0, 6.28)];
      context.strokeStyle = tone(background, -0.5, strength(background));
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
    const { background, grain, luck } = marking;
    context.lineCap = 'round';
    scatter(marking, 0.34, (x, y) => {
      const shift = luck.pick([-0.45, -0.3, 0.3, 0.45]) ?? 0.3;
      context.strokeStyle = tone(background, shift, strength(background) * 0.9);
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
    const { background, grain, luck } = marking;
    context.lineCap = 'round';
    scatter(marking, 0.8, (x, y) => {
      context.strokeStyle = tone(
        background,
        luck.roll() < 0.6 ? -0.38 : 0.3,
        strength(background) * luck.between(0.5, 1),
      );
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
    const { background, radius, grain, luck } = marking;
    context.lineCap = 'round';
    for (let x = -radius; x < radius; x += grain * 0.85) {
      const shift = luck.between(0, 6.28);
      context.strokeStyle = tone(
        background,
        luck.roll() < 0.65 ? -0.42 : 0.24,
        strength(background) * luck.between(0.5, 1),
      );
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
