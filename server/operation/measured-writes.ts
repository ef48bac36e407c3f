/** A repository that tells how long its writes take. Reading is not measured: no match waits for it. */
import type { MatchRepository } from '../persistence/repository.ts';
import type { Metrics } from './metrics.ts';

export function measureWrites(repository: MatchRepository, metrics: Pick<Metrics, 'writes'>): MatchRepository {
  const timed =
    <Given extends unknown[]>(write: (...given: Given) => Promise<void>) =>
    async (...given: Given): Promise<void> => {
      const began = performance.now();
      await write(...given);
      metrics.writes(performance.now() - began);
    };
  return {
    ...repository,
    createMatch: timed(repository.createMatch),
    addCommands: timed(repository.addCommands),
    addFrame: timed(repository.addFrame),
    putPrediction: timed(repository.putPrediction),
    addJudgements: timed(repository.addJudgements),
    finishMatch: timed(repository.finishMatch),
    saveClass: timed(repository.saveClass),
    putLessonAnswer: timed(repository.putLessonAnswer),
    putClassBook: timed(repository.putClassBook),
    endLive: timed(repository.endLive),
  };
}
