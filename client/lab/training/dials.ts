/** The dials of the bench “Training”: of all its views together, so that a link keeps them all. */
import { GRID, readDrawing, writeDrawing } from '../../../shared/lab/training/drawing.ts';
import { amount, choice, text } from '../frame/dials.ts';
import type { BenchState } from '../frame/use-bench.ts';
import { PIECE } from './use-training.ts';

export const VIEWS = ['prompt', 'past', 'again', 'exam'] as const;
/** In the order of SEASONS. */
export const SEASON_NAMES = ['warmRich', 'warmPoor', 'coldRich', 'coldPoor'] as const;

/** An egg, golden above and blue below: as rough as a prompt may be. */
const EGG = Uint8Array.from({ length: GRID * GRID }, (_, at) => {
  const [x, y] = [(at % GRID) - 7.5, Math.floor(at / GRID) - 7.5];
  if ((x / 4.5) ** 2 + (y / 6) ** 2 > 1) return 0;
  return y < 0 ? 2 : 4;
});

export const DIALS = {
  view: choice(VIEWS, 'prompt'),
  drawing: text(writeDrawing(EGG), (letters) => readDrawing(letters) !== null),
  /** In steps of the pieces in which it is done. */
  generations: amount(4, 120, 40, PIECE),
  noise: amount(0, 400, 100, 25),
  /** Which sample: each has noise of its own. */
  sample: amount(1, 30, 1),
  cycles: amount(1, 12, 6),
  redrawn: amount(0, 16, 8),
  season: choice(SEASON_NAMES, 'coldRich'),
  schooling: amount(20, 100, 40, 20),
  /** Chooses settlers, mates and mutations: another number is another history. */
  draw: amount(1, 30, 1),
} as const;

export type TrainingState = BenchState<typeof DIALS>;
