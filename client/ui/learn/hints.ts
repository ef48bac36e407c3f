/** Learning by doing: which one sentence helps now, and when it has done its work. Plain, so that every case can be tested. */
import type { Phase } from '../../../shared/protocol/wire.ts';

/** Where on the screen a hint stands: beside what it is about. */
export type Place = 'panel' | 'stage' | 'interventions';

/** What a first-time player has done so far, and where the match is. */
export interface Situation {
  readonly phase: Phase;
  readonly round: number;
  /** Any part of an answer to the round's question is there. */
  readonly guessing: boolean;
  readonly answered: boolean;
  /** Cards on one's own habitat. */
  readonly laid: number;
  readonly ready: boolean;
  /** 0 to 1. */
  readonly growth: number;
  /** A creature's card is open. */
  readonly looking: boolean;
  /** An intervention was looked at or used. */
  readonly intervening: boolean;
}

interface Hint {
  readonly id: string;
  readonly place: Place;
  readonly phases: readonly Phase[];
  /** When it is shown at all, within its phases. */
  readonly when?: (situation: Situation) => boolean;
  /** Whether the person has done what it says. */
  readonly done: (situation: Situation) => boolean;
}

/** In the order in which a match meets them: of those that fit, the first is shown. */
export const HINTS = [
  { id: 'guess', place: 'panel', phases: ['predict'], done: ({ guessing, answered }) => guessing || answered },
  {
    id: 'send',
    place: 'panel',
    phases: ['predict'],
    when: ({ guessing }) => guessing,
    done: ({ answered }) => answered,
  },
  { id: 'lay', place: 'panel', phases: ['choose'], done: ({ laid }) => laid > 0 },
  {
    id: 'ready',
    place: 'panel',
    phases: ['choose'],
    when: ({ laid }) => laid > 0,
    done: ({ ready, laid, phase }) => (ready && phase === 'choose') || (laid > 0 && phase === 'grow'),
  },
  { id: 'twins', place: 'panel', phases: ['grow'], done: ({ phase, growth }) => phase === 'grow' && growth > 0.95 },
  { id: 'creature', place: 'stage', phases: ['season'], done: ({ looking }) => looking },
  {
    id: 'intervene',
    place: 'interventions',
    phases: ['season', 'grow', 'lapse'],
    when: ({ round, phase }) => round > 0 || phase !== 'grow',
    done: ({ intervening }) => intervening,
  },
  { id: 'reveal', place: 'panel', phases: ['reveal'], done: ({ phase, ready }) => phase === 'reveal' && ready },
  {
    id: 'again',
    place: 'panel',
    phases: ['choose'],
    when: ({ round }) => round > 0,
    done: ({ round, laid }) => round > 0 && laid > 0,
  },
] as const satisfies readonly Hint[];
export type HintId = (typeof HINTS)[number]['id'];

const ALL: readonly (Hint & { readonly id: HintId })[] = HINTS;

/** The hints whose deed is done in this situation. */
export const learnedIn = (situation: Situation): HintId[] =>
  ALL.filter(({ done }) => done(situation)).map(({ id }) => id);

/** The one to show now, or null. `known`: those learned before. */
export function hintFor(known: ReadonlySet<string>, situation: Situation): (Hint & { readonly id: HintId }) | null {
  const fits = ({ id, phases, when }: Hint): boolean =>
    phases.includes(situation.phase) && !known.has(id) && (when?.(situation) ?? true);
  return ALL.find(fits) ?? null;
}
