/** How a body moves, from what it is made of: the same traits, the same gait. Plain data; no Phaser. */
import type { Traits } from '../../shared/sim/traits.ts';

/**
 * Inchworms crawl, the muscular hop, fins glide, armour plods, the long and slender wind their way, and leaves sway where they
 * stand.
 */
export type GaitKind = 'crawl' | 'hop' | 'glide' | 'plod' | 'wind' | 'sway';

export interface Gait {
  readonly kind: GaitKind;
  /** World units a second when it walks, on average over a step. */
  readonly pace: number;
  /** Steps a second. */
  readonly rhythm: number;
  /** How far a step moves the body, 0 to 1. */
  readonly vigour: number;
  /** Share of its time that it stands still. */
  readonly rest: number;
}

/** A body in mid-step. */
export interface Stride {
  /** Off the ground, in body widths. */
  lift: number;
  /** Longer along its own axis and narrower across, as a share. */
  stretch: number;
  /** Radians by which it swings about its heading. */
  swing: number;
  /** Its speed at this instant, in paces: 1 on average. */
  push: number;
}

/** What a trait must come to (per 1,000) before it rules the gait. */
const RULES: readonly (readonly [kind: GaitKind, of: (traits: Traits) => number])[] = [
  ['glide', ({ fin }) => fin / 160],
  ['plod', ({ shell }) => shell / 220],
  ['sway', ({ leaf }) => leaf / 330],
  ['hop', ({ muscle, appendages }) => muscle / 300 + appendages / 40],
  ['wind', ({ slenderness }) => slenderness / 420],
];

const MANNERS: Readonly<Record<GaitKind, { pace: number; rhythm: number; rest: number }>> = {
  crawl: { pace: 15, rhythm: 0.9, rest: 0.5 },
  hop: { pace: 34, rhythm: 1.3, rest: 0.5 },
  glide: { pace: 30, rhythm: 0.55, rest: 0.2 },
  plod: { pace: 9, rhythm: 0.6, rest: 0.55 },
  wind: { pace: 22, rhythm: 1, rest: 0.4 },
  sway: { pace: 6, rhythm: 0.4, rest: 0.85 },
};

export const PLAIN_GAIT: Gait = { kind: 'crawl', pace: 12, rhythm: 0.9, vigour: 0.5, rest: 0.55 };

/** From a creature's traits: the strongest rule that is met decides the kind; muscle quickens every one, shell and fat slow it. */
export function gaitOf(traits: Traits): Gait {
  let kind: GaitKind = 'crawl';
  let strongest = 1;
  for (const [each, of] of RULES) {
    const strength = of(traits);
    if (strength <= strongest) continue;
    strongest = strength;
    kind = each;
  }
  const { pace, rhythm, rest } = MANNERS[kind];
  const muscle = traits.muscle / 1000;
  const burden = (traits.shell + traits.fat) / 2000;
  const quick = 0.75 + 1.1 * muscle - 0.5 * burden;
  return {
    kind,
    pace: pace * Math.max(0.35, quick),
    rhythm: rhythm * (0.85 + 0.6 * muscle),
    vigour: Math.min(1, 0.55 + muscle),
    rest: Math.min(0.95, rest + 0.3 * (traits.leaf / 1000)),
  };
}

/** Writes how a body stands at a point of its step into `out`. `phase`: radians, a step is 2π. */
export function strideAt({ kind, vigour }: Gait, phase: number, out: Stride): void {
  const sine = Math.sin(phase);
  out.lift = 0;
  out.stretch = 0;
  out.swing = 0;
  out.push = 1;
  switch (kind) {
    case 'crawl':
      // It gathers itself, then reaches forward.
      out.stretch = 0.13 * vigour * sine;
      out.push = Math.PI * Math.max(0, Math.cos(phase));
      break;
    case 'hop':
      out.lift = 0.3 * vigour * Math.max(0, sine);
      out.stretch = 0.1 * vigour * Math.sin(2 * phase);
      out.push = Math.PI * Math.max(0, sine);
      break;
    case 'glide':
      out.lift = 0.05;
      out.swing = 0.12 * vigour * sine;
      out.stretch = 0.03 * Math.cos(phase);
      out.push = 1 + 0.35 * sine;
      break;
    case 'plod':
      out.swing = 0.07 * sine;
      out.stretch = 0.03 * Math.abs(sine);
      out.push = Math.PI * Math.max(0, Math.cos(2 * phase));
      break;
    case 'wind':
      out.swing = 0.24 * vigour * sine;
      out.stretch = 0.05 * Math.cos(2 * phase);
      break;
    case 'sway':
      out.swing = 0.1 * sine;
      break;
  }
}
