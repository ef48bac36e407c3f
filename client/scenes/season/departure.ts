/** How a creature goes, by what took it: plain numbers, so that every cause can be looked at and tested. */
import type { Cause } from '../../../shared/sim/causes.ts';

export interface Departure {
  /** From where it was, in body widths. */
  dx: number;
  dy: number;
  /** Of its size, and of its width besides. */
  scale: number;
  narrow: number;
  /** Radians. */
  spin: number;
  /** 1 to 0. */
  alpha: number;
  /** 0xrrggbb, multiplied with its colours. */
  tint: number;
}

type Going = (t: number, out: Departure) => void;

/** It is seen plainly for the first half. */
const late = (t: number): number => Math.max(0, 2 * t - 1);

const carried: Going = (t, out) => {
  // With the bird, up and away.
  out.dx = 3.2 * t * t;
  out.dy = -2.6 * t * t;
  out.scale = 1 + 0.25 * t;
  out.spin = 0.5 * t;
};
const dragged: Going = (t, out) => {
  out.dx = -0.9 * t * t;
  out.dy = 0.25 * t;
  out.spin = -0.5 * t;
  out.scale = 1 - 0.15 * t;
};
const swept: Going = (t, out) => {
  out.dx = 2.6 * t * t;
  out.dy = 0.2 * Math.sin(9 * t);
  out.spin = 3 * t * t;
};
const cracked: Going = (t, out) => {
  out.narrow = 1 - 0.35 * Math.min(1, 3 * t);
  out.scale = 1 - 0.25 * t;
};
const shrivelled: Going = (t, out) => {
  out.scale = 1 - 0.4 * t;
  out.narrow = 1 - 0.25 * t;
};
const stiff: Going = () => undefined;
const toppled: Going = (t, out) => {
  out.spin = 1.4 * Math.min(1, 2 * t);
  out.scale = 1 - 0.2 * t;
};
const thinned: Going = (t, out) => {
  out.narrow = 1 - 0.5 * t;
};
const strayed: Going = (t, out) => {
  out.dx = 0.5 * Math.sin(7 * t) * t;
  out.dy = 0.4 * t;
  out.scale = 1 - 0.2 * t;
};

const GOINGS: Readonly<Record<Cause['key'], readonly [going: Going, tint: number]>> = {
  failedToDevelop: [shrivelled, 0xc9bda6],
  wear: [toppled, 0xb9ada0],
  cold: [stiff, 0xb9d6e4],
  heat: [shrivelled, 0xc08a5a],
  hunters: [carried, 0xffffff],
  frost: [stiff, 0xc4e6f5],
  drought: [shrivelled, 0xc2a06a],
  pursuers: [dragged, 0xd9a99a],
  jaws: [cracked, 0xd0b8a8],
  canopy: [toppled, 0xb9b48a],
  burrows: [stiff, 0x9a8c80],
  dimLight: [strayed, 0x4a4d72],
  strongSun: [shrivelled, 0x6a4226],
  famine: [thinned, 0xc7b79a],
  currents: [swept, 0xbfe0e6],
  symmetricMates: [stiff, 0xffffff],
  brightMates: [stiff, 0xffffff],
  parasites: [shrivelled, 0x9a6a94],
};

/** Of whom it is not told what took it: it lies still, and is gone. */
const UNTOLD: readonly [going: Going, tint: number] = [stiff, 0xffffff];

/** Writes into `out` how far gone it is. `cause`: null where it is not told. `t`: 0 (the moment of death) to 1. */
export function departAt(cause: Cause['key'] | null, t: number, out: Departure): void {
  const [going, tint] = cause ? GOINGS[cause] : UNTOLD;
  out.dx = out.dy = out.spin = 0;
  out.scale = out.narrow = 1;
  out.alpha = 1 - late(t);
  out.tint = tint;
  going(t, out);
}
