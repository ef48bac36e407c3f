/**
 * Interventions: what a steward may do in the middle of a round. MODEL.md, "Interventions", says the same in words;
 * world/interventions.ts has the rules, and every number that a player reads about them comes from here.
 */

/** An intervention's number in frames is its place in this list: never reorder, only add. */
export const INTERVENTION_IDS = ['shelter', 'feast', 'bridges', 'fence'] as const;
export type InterventionId = (typeof INTERVENTION_IDS)[number];

/** Each steward's, in one round. */
export const MAX_INTERVENTIONS = 2;

/** A feast raises nutrition by this much, up to the highest there is. */
export const FEAST_NUTRITION = 60;
/** Young that each survivor can raise beyond the usual, at a feast. */
export const FEAST_YOUNG = 1;
/** Bridges make migration this many times as likely, up to BRIDGES_MOST (in 1,000ths). */
export const BRIDGES_TIMES = 4;
export const BRIDGES_MOST = 750;

export interface InterventionInfo {
  readonly id: InterventionId;
  /** In English; the interface translates by `id`. */
  readonly name: string;
  /** What it does, in one sentence. */
  readonly sentence: string;
  /** The rule that the world computes, as a reader writes it. */
  readonly formula: string;
  /** What it costs: nothing is free. */
  readonly price: string;
}

export const INTERVENTIONS: Readonly<Record<InterventionId, InterventionInfo>> = {
  shelter: {
    id: 'shelter',
    name: 'Shelter',
    sentence: 'For one season, every danger comes half as often.',
    formula: 'encounters of every hazard ÷ 2, for one season',
    price: 'What is sheltered learns less: the season counts half its points.',
  },
  feast: {
    id: 'feast',
    name: 'Feast',
    sentence: 'The next young find plenty to eat, and there can be more of them.',
    formula: `nutrition + ${FEAST_NUTRITION} for one generation; ${FEAST_YOUNG} more young for each survivor, up to what the habitat carries`,
    price: 'Most bodies grown in plenty are larger and cost more to feed; a few go astray. The genome decides.',
  },
  bridges: {
    id: 'bridges',
    name: 'Bridges',
    sentence: 'Many of the next young come from neighbouring habitats.',
    formula: `migration into the habitat × ${BRIDGES_TIMES} at the next births, ${BRIDGES_MOST / 10} % at most`,
    price: 'Newcomers bring what served elsewhere, and dilute what has served here.',
  },
  fence: {
    id: 'fence',
    name: 'Fence',
    sentence: 'None of the next young come from elsewhere.',
    formula: 'no migration into the habitat at the next births',
    price: 'No fresh variation comes in; if nobody survives, nobody but the founder species can settle.',
  },
};
