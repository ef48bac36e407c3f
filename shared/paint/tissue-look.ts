/** How each tissue looks: what it does to the colour beneath, how it shines, how much light passes through it. */
import { TISSUES, type TissueName } from '../sim/embryo/body.ts';

export interface TissueLook {
  /** Colour mixed in, 0 to 255, and how much of it, 0 to 1. */
  readonly tint: readonly [red: number, green: number, blue: number];
  readonly mix: number;
  /** Height above the skin, in units of the body's own relief: plates stand out, fins lie low. */
  readonly relief: number;
  /** Strength of the highlight, 0 to 1. */
  readonly gloss: number;
  /** 1 is opaque. */
  readonly opacity: number;
  /** How much of the coat shows on it, 0 to 1. */
  readonly coat: number;
}

const LOOKS: Record<Exclude<TissueName, 'none'>, TissueLook> = {
  skin: { tint: [255, 255, 255], mix: 0, relief: 0, gloss: 0.12, opacity: 1, coat: 1 },
  muscle: { tint: [176, 70, 62], mix: 0.34, relief: 0.1, gloss: 0.1, opacity: 1, coat: 0.85 },
  shell: { tint: [226, 214, 188], mix: 0.42, relief: 0.42, gloss: 0.55, opacity: 1, coat: 0.9 },
  fat: { tint: [250, 232, 190], mix: 0.5, relief: 0.22, gloss: 0.3, opacity: 1, coat: 0.7 },
  leaf: { tint: [74, 140, 60], mix: 0.55, relief: -0.1, gloss: 0.16, opacity: 1, coat: 0.55 },
  eye: { tint: [30, 26, 34], mix: 0.7, relief: 0.3, gloss: 0.5, opacity: 1, coat: 0 },
  fin: { tint: [170, 205, 220], mix: 0.36, relief: -0.3, gloss: 0.2, opacity: 0.72, coat: 0.6 },
};

/** By tissue number; tissue 0 is never painted. */
export const TISSUE_LOOKS: readonly TissueLook[] = TISSUES.map((name) => LOOKS[name === 'none' ? 'skin' : name]);
