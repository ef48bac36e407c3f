/** Scores, from the world's history alone. MODEL.md, "Scores". */
import { BUDGET } from './cards.ts';
import { examGeneration, type SeasonRecord, type World } from './world/world.ts';

export interface Score {
  readonly seat: number;
  /**
   * 0 to 100: in each generation of training, the per cent that lived through, half of it earned by living and half in
   * proportion to the points of hazards laid; their mean. An easy life teaches little, and earns little.
   */
  readonly training: number;
  /** 0 to 100: the per cent that lived through the exam; 0 until it was held. */
  readonly exam: number;
  /** Training + exam. */
  readonly total: number;
  /** The per cent that lived through, whatever they met: mean over training's generations. */
  readonly survival: number;
}

const perCent = ({ born, survived }: SeasonRecord): number => (born === 0 ? 0 : (100 * survived) / born);
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** A score a seat, in order of seats, to one decimal. */
export function scoresOf(world: World): Score[] {
  const exam = examGeneration(world.settings);
  return world.history.map((seasons, seat) => {
    const trained = seasons.slice(0, exam);
    const held = seasons[exam];
    const training = oneDecimal(
      mean(trained.map((season) => (perCent(season) * (BUDGET + season.points)) / (2 * BUDGET))),
    );
    const examined = held === undefined ? 0 : oneDecimal(perCent(held));
    return {
      seat,
      training,
      exam: examined,
      total: oneDecimal(training + examined),
      survival: oneDecimal(mean(trained.map(perCent))),
    };
  });
}
