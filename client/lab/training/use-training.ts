import { useEffect, useState } from 'preact/hooks';
import type { TrainAsk, TrainResult } from '../../../shared/lab/training/prompt.ts';
import type { Body } from '../../../shared/sim/embryo/body.ts';
import { askLab } from '../../worker/lab-desk.ts';
import type { Wish } from '../../worker/nursery.ts';
import type { Run } from '../frame/use-experiment.ts';

/** Generations between two pictures. */
export const PIECE = 4;

export interface Training {
  readonly genomes: TrainResult['genomes'];
  /** Of each generation so far. */
  readonly best: readonly number[];
  readonly mean: readonly number[];
  /** The likest body of every PIECE-th generation. */
  readonly film: readonly Body[];
}

const NOTHING: Training = { genomes: [], best: [], mean: [], film: [] };

export interface TrainingRun extends Run<Training> {
  readonly finished: boolean;
}

/**
 * Selection towards a drawing, piece by piece, so that one can watch. `key`: what it depends on; another begins it anew, and
 * null leaves off. Stopped, it keeps what it has.
 */
export function useTraining(key: string | null, ask: Omit<TrainAsk, 'genomes' | 'done'>): TrainingRun {
  const [state, setState] = useState({ training: NOTHING, stopped: false, failure: '' });
  const [wish] = useState<{ current: Wish<unknown> | null }>({ current: null });
  const drop = (): void => {
    wish.current?.cancel();
    wish.current = null;
  };
  useEffect(() => {
    setState({ training: NOTHING, stopped: key === null, failure: '' });
    if (key === null) return;
    const goOn = (training: Training): void => {
      const done = training.best.length;
      if (done >= ask.generations) return;
      const piece = { ...ask, genomes: training.genomes, done, generations: Math.min(PIECE, ask.generations - done) };
      const mine = askLab('prompt', 'trainOn', piece);
      wish.current = mine;
      mine.done.then(
        (result) => {
          const next = grown(training, result);
          setState({ training: next, stopped: false, failure: '' });
          goOn(next);
        },
        (error: unknown) =>
          setState({ training, stopped: true, failure: error instanceof Error ? error.message : String(error) }),
      );
    };
    goOn(NOTHING);
    return drop;
  }, [key]);
  const { training, stopped, failure } = state;
  const finished = training.best.length >= ask.generations;
  return {
    result: training,
    share: finished || stopped ? null : training.best.length / ask.generations,
    failure,
    finished,
    cancel() {
      drop();
      setState((last) => ({ ...last, stopped: true }));
    },
  };
}

const grown = ({ best, mean, film }: Training, result: TrainResult): Training => ({
  genomes: result.genomes,
  best: [...best, ...result.best],
  mean: [...mean, ...result.mean],
  film: [...film, result.body],
});

/** What a training depends on, as one word. */
export const trainingKey = (word: string, drawing: string, generations: number, seed: number): string =>
  [word, drawing, generations, seed].join();
