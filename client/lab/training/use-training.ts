import { useEffect, useState } from 'preact/hooks';
import type { TrainAsk, TrainResult } from '../../../shared/lab/training/prompt.ts';
import type { Body } from '../../../shared/sim/embryo/body.ts';
import { askLab } from '../../worker/lab-desk.ts';
import type { Run } from '../frame/use-experiment.ts';

/** Generations between two pictures; trainings are as long as some of these. */
export const PIECE = 4;

export interface Training {
  readonly genomes: TrainResult['genomes'];
  /** Of each generation so far. */
  readonly best: readonly number[];
  readonly mean: readonly number[];
  /** The likest body of every PIECE-th generation. */
  readonly film: readonly Body[];
}

interface State {
  /** What the pieces belong to. */
  readonly key: string | null;
  readonly pieces: readonly TrainResult[];
  readonly failure: string;
}

/**
 * Selection towards a drawing, piece by piece, so that one can watch. `key`: all that it depends on but its length; another
 * begins it anew, null leaves off. A shorter one is a part of what is there, a longer one goes on. To stop is to make it as
 * short as it is: `onStop` is told how long that is.
 */
export function useTraining(
  key: string | null,
  ask: Omit<TrainAsk, 'genomes' | 'done'>,
  onStop: (generations: number) => void,
): Run<Training> {
  const [state, setState] = useState<State>({ key: null, pieces: [], failure: '' });
  const own = state.key === key ? state.pieces : [];
  const wanted = Math.ceil(ask.generations / PIECE);
  const pieces = own.slice(0, wanted);
  useEffect(() => {
    if (key === null || own.length >= wanted || (state.failure && state.key === key)) return;
    const genomes = own.at(-1)?.genomes ?? [];
    const mine = askLab('prompt', 'trainOn', { ...ask, genomes, done: own.length * PIECE, generations: PIECE });
    mine.done.then(
      (piece) => setState({ key, pieces: [...own, piece], failure: '' }),
      (error: unknown) =>
        setState({ key, pieces: own, failure: error instanceof Error ? error.message : String(error) }),
    );
    return mine.cancel;
  }, [key, own.length, own.length >= wanted]);
  return {
    result: trainingOf(pieces),
    share: key === null || pieces.length >= wanted || state.failure ? null : pieces.length / wanted,
    failure: state.key === key ? state.failure : '',
    cancel: () => onStop(pieces.length * PIECE),
  };
}

const trainingOf = (pieces: readonly TrainResult[]): Training => ({
  genomes: pieces.at(-1)?.genomes ?? [],
  best: pieces.flatMap(({ best }) => best),
  mean: pieces.flatMap(({ mean }) => mean),
  film: pieces.map(({ body }) => body),
});
