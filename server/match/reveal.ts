/** What a reveal tells of stewards: points for predictions, points for briefs. On disk before anybody is told. */
import type { Phase } from '../../shared/protocol/wire.ts';
import { briefFor } from '../../shared/sim/briefs/assign.ts';
import { habitatView } from '../../shared/sim/briefs/habitat-view.ts';
import { briefScore } from '../../shared/sim/briefs/score.ts';
import type { World } from '../../shared/sim/world/world.ts';
import type { GrowthPool } from '../growth/pool.ts';
import type { MatchRepository, StoredJudgement } from '../persistence/repository.ts';
import type { Engine } from './engine.ts';
import type { Predictions } from './predictions.ts';
import { roundsTold, type Standstill } from './resume.ts';
import { createTwinsWatch, measureTwins } from './twins-watch.ts';

export interface Reveals {
  /** Begins to watch the twins of a round, just born. */
  watchTwins(world: World): void;
  /** Judges the round that has just ended, counted from 0. */
  afterRound(round: number): Promise<void>;
  /** The exam is over: judges the briefs that it decides. */
  afterExam(): Promise<void>;
  /** Everything as it was when another process stopped in this phase. */
  takeUp(standstill: Standstill, phase: Phase): void;
  /** How well a seat's brief is met as of the last reveal, 0 to 100; -1: nothing to tell. */
  briefPoints(seat: number): number;
}

interface RevealParts {
  readonly matchId: string;
  readonly engine: Engine;
  readonly predictions: Predictions;
  readonly repository: MatchRepository;
  readonly growth: GrowthPool;
}

export function createReveals({ matchId, engine, predictions, repository, growth }: RevealParts): Reveals {
  const { settings, habitats } = engine.world();
  const briefs = habitats.map(({ id }) => briefFor(settings, id));
  const points = habitats.map(() => -1);
  /** Per habitat, per cent of cells by which the twins of each round differed. */
  const twinsApart: number[][] = habitats.map(() => []);
  const twins = createTwinsWatch(growth);
  /** Rounds whose judgements another process had written, and perhaps told nobody. */
  const written = new Set<number>();
  let pastTwins: Promise<void> = Promise.resolve();

  const noteTwins = (apart: readonly (number | null)[]): void =>
    apart.forEach((share, habitat) => {
      if (share !== null) twinsApart[habitat]?.push(100 * share);
    });

  const measurePast = async (births: readonly World[]): Promise<void> => {
    for (const world of births) noteTwins(await measureTwins(growth, world));
  };

  const judgeBrief = (seat: number): number | null => {
    const brief = briefs[seat] ?? null;
    if (brief === null) return null;
    const view = habitatView(engine.world(), engine.traits(), seat, twinsApart[seat] ?? []);
    return Math.round(briefScore(brief, view, settings.founder));
  };

  const keep = async (judgements: readonly StoredJudgement[]): Promise<void> => {
    const isNew = judgements.filter(({ round }) => !written.has(round));
    await repository.addJudgements(matchId, isNew);
    for (const { seat, briefPoints } of judgements) if (briefPoints !== null) points[seat] = briefPoints;
  };

  return {
    watchTwins: twins.begin,

    async afterRound(round) {
      await pastTwins;
      await engine.grownAgain();
      const apart = await twins.apart();
      noteTwins(apart);
      const outcomes = predictions.judge(engine.world(), engine.traits(), apart);
      await keep(
        habitats.map(({ id: seat }) => {
          const { truth = null, judgement = null } = outcomes.get(seat) ?? {};
          return { round, seat, truth, predictionPoints: judgement?.points ?? null, briefPoints: judgeBrief(seat) };
        }),
      );
      predictions.tell(outcomes);
    },

    async afterExam() {
      await pastTwins;
      await engine.grownAgain();
      const decided = habitats.filter(({ id }) => briefs[id]?.kind === 'surviveUnknown');
      await keep(
        decided.map(({ id: seat }) => ({
          round: settings.rounds,
          seat,
          truth: null,
          predictionPoints: null,
          briefPoints: judgeBrief(seat),
        })),
      );
    },

    takeUp({ world, births, answers }, phase) {
      const told = roundsTold(phase, world);
      for (const { round, seat, briefPoints } of answers.judgements) {
        written.add(round);
        const isTold = round < told || (round === settings.rounds && phase === 'over');
        if (isTold && briefPoints !== null) points[seat] = briefPoints;
      }
      pastTwins = measurePast(births.slice(0, told));
      // Whoever needs it hears of a failure.
      pastTwins.catch(() => {});
      const last = births[told];
      if (last !== undefined) twins.begin(last);
    },

    briefPoints: (seat) => points[seat] ?? -1,
  };
}
