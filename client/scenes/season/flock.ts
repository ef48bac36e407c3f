/** How the agents of a card move about an island while its season runs. Plain numbers; no Phaser. */
import type { CardId } from '../../../shared/sim/cards.ts';
import { HEX_RADIUS } from '../layout.ts';

/** One of a card's agents, as it is drawn at an instant; x and y from the island's middle, in world units. */
export interface Loafer {
  x: number;
  y: number;
  scale: number;
  /** Of its width besides: wings beat. */
  wide: number;
  rotation: number;
  alpha: number;
}

type Loafing = (phase: number, time: number, out: Loafer) => void;

interface Flock {
  readonly count: (level: number) => number;
  readonly loaf: Loafing;
  /** Below the creatures or above them. */
  readonly depth: number;
}

const R = HEX_RADIUS;
const put = (out: Loafer, x: number, y: number, scale: number): void => {
  out.x = x;
  out.y = y;
  out.scale = scale;
};

/** `phase`: 0 to 2π, evenly over a card's agents. */
export const FLOCKS: Readonly<Partial<Record<CardId, Flock>>> = {
  hunters: {
    depth: 28,
    count: (level) => 2 * level,
    loaf(phase, time, out) {
      const angle = phase + time * 0.7;
      const reach = R * (0.52 + 0.16 * Math.sin(phase * 3 + time * 0.3));
      put(out, Math.cos(angle) * reach, Math.sin(angle) * reach * 0.85, 1.05);
      out.rotation = angle + Math.PI;
      out.wide = 1 + 0.2 * Math.sin(time * 7 + phase * 5) * Math.max(0, Math.sin(time * 0.9 + phase));
    },
  },
  pursuers: {
    depth: 14,
    count: (level) => level + 1,
    loaf(phase, time, out) {
      // Prowls along the coast, to and fro.
      const angle = phase + Math.sin(time * 0.23 + phase) * 1.1;
      const onward = Math.cos(time * 0.23 + phase) * -Math.sin(angle) >= 0 ? 1 : -1;
      put(out, Math.cos(angle) * R * 0.72, Math.sin(angle) * R * 0.72, 0.95);
      out.rotation = 0.08 * Math.sin(time * 6 + phase);
      out.wide = onward * (1 + 0.05 * Math.sin(time * 6 + phase));
    },
  },
  jaws: {
    depth: 14,
    count: (level) => level + 1,
    loaf(phase, time, out) {
      const lurk = 0.82 - 0.14 * Math.max(0, Math.sin(time * 0.5 + phase * 2));
      put(out, Math.cos(phase) * R * lurk, Math.sin(phase) * R * lurk, 0.85);
      out.rotation = phase + Math.PI / 2;
      out.wide = 1 + 0.1 * Math.sin(time * 3 + phase);
    },
  },
  canopy: {
    depth: 26,
    count: (level) => 3 + 2 * level,
    loaf(phase, time, out) {
      put(out, Math.cos(phase) * R * 0.76, Math.sin(phase) * R * 0.76, 1.4);
      out.rotation = phase - Math.PI / 2 + 0.06 * Math.sin(time * 0.9 + phase * 4);
    },
  },
  burrows: {
    depth: 5,
    count: (level) => 3 + level,
    loaf(phase, _time, out) {
      const reach = R * (0.3 + 0.3 * (Math.round(phase * 10) % 2));
      put(out, Math.cos(phase) * reach, Math.sin(phase) * reach, 0.62);
    },
  },
  dimLight: {
    depth: 27,
    count: () => 1,
    loaf(_phase, time, out) {
      put(out, R * 0.5, -R * 0.46 + 4 * Math.sin(time * 0.4), 0.85);
    },
  },
  strongSun: {
    depth: 27,
    count: () => 1,
    loaf(_phase, time, out) {
      put(out, -R * 0.4, -R * 0.44, 1.25 + 0.05 * Math.sin(time * 2));
      out.rotation = time * 0.08;
    },
  },
  drought: {
    depth: 27,
    count: () => 1,
    loaf(_phase, time, out) {
      put(out, -R * 0.02, -R * 0.62, 0.7 + 0.03 * Math.sin(time * 2));
    },
  },
  frost: {
    depth: 28,
    count: (level) => 2 + 3 * level,
    loaf(phase, time, out) {
      // Flakes fall, again and again.
      const fall = (time * 0.1 + phase / 6.283) % 1;
      put(out, Math.cos(phase * 7) * R * 0.6 + Math.sin(time + phase * 3) * 16, (fall - 0.5) * R * 1.1, 0.34);
      out.rotation = time * 0.4 + phase;
      out.alpha = Math.sin(fall * Math.PI);
    },
  },
  famine: {
    depth: 5,
    count: (level) => 1 + level,
    loaf(phase, _time, out) {
      put(out, Math.cos(phase + 0.7) * R * 0.5, Math.sin(phase + 0.7) * R * 0.5, 0.55);
    },
  },
  currents: {
    depth: 27,
    count: (level) => 2 + 2 * level,
    loaf(phase, time, out) {
      const along = (time * 0.16 + phase / 6.283) % 1;
      put(out, (along - 0.5) * R * 1.5, Math.sin(phase * 5) * R * 0.55 + Math.sin(time * 1.4 + phase) * 10, 1);
      out.wide = 2.1;
      out.alpha = 0.9 * Math.sin(along * Math.PI);
    },
  },
  symmetricMates: {
    depth: 27,
    count: (level) => 1 + level,
    loaf(phase, time, out) {
      put(out, Math.cos(phase + time * 0.3) * R * 0.46, Math.sin(phase * 2 + time * 0.5) * R * 0.4, 0.45);
      out.rotation = 0.3 * Math.sin(time + phase);
      out.wide = 0.6 + 0.4 * Math.abs(Math.sin(time * 5 + phase));
    },
  },
  brightMates: {
    depth: 27,
    count: (level) => 2 + 2 * level,
    loaf(phase, time, out) {
      put(out, Math.cos(phase * 3) * R * 0.5, Math.sin(phase * 5) * R * 0.46, 0.4);
      out.scale *= 0.6 + 0.4 * Math.sin(time * 3 + phase * 4);
      out.rotation = time * 0.3;
    },
  },
  parasites: {
    depth: 27,
    count: (level) => 4 * level,
    loaf(phase, time, out) {
      const [drift, other] = [time * 0.22 + phase * 5, time * 0.17 + phase * 3];
      put(out, Math.sin(drift) * R * 0.56, Math.cos(other) * R * 0.5, 0.3);
      out.rotation = time * 0.8 + phase;
    },
  },
};
