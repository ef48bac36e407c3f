/** What a steward is asked to breed. Plain data; the formulas stand in score.ts and, for readers, in brief-info.ts and MODEL.md. */
import type { TraitName } from '../trait-names.ts';

export const BRIEF_KINDS = [
  'prompt',
  'steadyTwins',
  'scatteredTwins',
  'rareMorph',
  'tallSlender',
  'armoured',
  'manyEyed',
  'leafy',
  'surviveUnknown',
] as const;
export type BriefKind = (typeof BRIEF_KINDS)[number];

/** More or less of one trait than the founder species has. */
export interface TraitAim {
  readonly trait: TraitName;
  readonly direction: 1 | -1;
  /** The change that earns half of all points, in the trait's unit. */
  readonly half: number;
}

export interface Brief {
  readonly kind: BriefKind;
  /** Key of the founder species whose look is the target; empty for any brief but the prompt. */
  readonly target: string;
}
