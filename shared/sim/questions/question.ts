/**
 * What a steward is asked before each choosing, what can be answered, and what turned out to be true. Plain data; formulas of
 * points stand in judge.ts and in MODEL.md, "Questions". No answer ever changes a world.
 */
import type { CardId } from '../cards.ts';
import type { Seedling } from '../seedling.ts';
import type { TraitName } from '../trait-names.ts';

export const QUESTION_KINDS = ['twins', 'divergence', 'histogram', 'sculptor'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Chips to lay on the bins of a distribution, or on the cards that somebody may have laid: all of them, every time. */
export const CHIPS = 10;
/** Creatures on show when it is asked which of them share one genome. */
export const SHOWN_BODIES = 8;
/** How many of those do: at least and at most. */
export const CLONES = { low: 3, high: 5 } as const;
/** Cards among which a sculptor's is guessed. */
export const SUSPECTS = 4;

/** How will this trait be distributed in the habitat's last generation of this round, the fallen included? */
export interface HistogramQuestion {
  readonly kind: 'histogram';
  readonly habitat: number;
  readonly trait: TraitName;
  /** Ascending; edges.length + 1 bins: bin b holds values from edges[b - 1] to before edges[b], the outer two are open. */
  readonly edges: readonly number[];
}

/** Which of these share one genome? */
export interface TwinsQuestion {
  readonly kind: 'twins';
  /** SHOWN_BODIES of them. */
  readonly bodies: readonly Seedling[];
}

/** How far apart will the habitat's twins of this round be, in per cent of their cells? */
export interface DivergenceQuestion {
  readonly kind: 'divergence';
  readonly habitat: number;
}

/** Which of these cards did the habitat's steward lay last round? One of them, and no other of them. */
export interface SculptorQuestion {
  readonly kind: 'sculptor';
  readonly habitat: number;
  /** SUSPECTS of them, all different. */
  readonly choices: readonly CardId[];
}

export type Question = HistogramQuestion | TwinsQuestion | DivergenceQuestion | SculptorQuestion;

export type Prediction =
  /** Chips a bin. */
  | { readonly kind: 'histogram'; readonly chips: readonly number[] }
  /** Places, counted from 0, of those that share one genome. */
  | { readonly kind: 'twins'; readonly same: readonly number[] }
  /** Per cent, 0 to 100. */
  | { readonly kind: 'divergence'; readonly low: number; readonly high: number }
  /** Chips a card. */
  | { readonly kind: 'sculptor'; readonly chips: readonly number[] };

export type Truth =
  /** Creatures a bin. */
  | { readonly kind: 'histogram'; readonly counts: readonly number[] }
  | { readonly kind: 'twins'; readonly same: readonly number[] }
  /** Per cent, to one decimal. */
  | { readonly kind: 'divergence'; readonly apart: number }
  /** The place of the card among the choices. */
  | { readonly kind: 'sculptor'; readonly laid: number };

/** Points are whole, 0 to 100; beside them the number that they follow from. */
export type Judgement =
  /** `off`: the mean square of how far the two distributions are apart at the edges of bins, 0 to 1. */
  | { readonly kind: 'histogram'; readonly points: number; readonly off: number }
  /** `wrong`: creatures put on the wrong side, 0 to SHOWN_BODIES. */
  | { readonly kind: 'twins'; readonly points: number; readonly wrong: number }
  /** Per cent: how wide the answer was, and how far outside it the truth lay. */
  | { readonly kind: 'divergence'; readonly points: number; readonly width: number; readonly missedBy: number }
  /** `off`: the sum of squares of how far chips and truth are apart, 0 to 2. */
  | { readonly kind: 'sculptor'; readonly points: number; readonly off: number };

/** What became of a question, as told at the reveal. */
export interface Outcome {
  readonly question: Question;
  /** Null when it was not answered. */
  readonly prediction: Prediction | null;
  /** Null when it could not be known: no twins were born, nobody lived there. */
  readonly truth: Truth | null;
  readonly judgement: Judgement | null;
}
