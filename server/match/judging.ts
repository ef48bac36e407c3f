/** Puts together who judges what people want: of the game, of a class, and of each other. */
import type { Doors } from './admission.ts';
import type { Bots } from './bots.ts';
import { createClassJudge } from './class-intents.ts';
import type { ClassState } from './class-state.ts';
import { createConduct } from './conduct.ts';
import { createIntentJudge, type IntentParts, type JudgeIntent } from './intents.ts';
import { createManners, type Manners } from './manners.ts';
import type { MatchParts } from './match.ts';
import { createRematch, type Rematch } from './rematch.ts';

export interface JudgingParts extends Omit<IntentParts, 'judgeClass' | 'manners'> {
  readonly match: Pick<MatchParts, 'id' | 'repository' | 'listener'> & { readonly isLesson: boolean };
  readonly doors: () => Doors;
  readonly bots: Pick<Bots, 'policyOf'>;
  /** What another process knew. */
  readonly known: Pick<ClassState, 'next'> | undefined;
}

export interface Judging {
  readonly judge: JudgeIntent;
  readonly manners: Manners;
  readonly rematch: Rematch;
}

export function createJudging({ match, doors, bots, known, ...parts }: JudgingParts): Judging {
  const { mode, people, clock, engine, course } = parts;
  const { policyOf } = bots;
  const dismiss = (sessions: readonly string[]): void => match.listener.dismissed(sessions);
  const rematch = createRematch({
    ...{ people, mode },
    open: (roster) => match.listener.again(roster),
    next: known?.next ?? '',
  });
  const manners = createManners({
    ...{ people, doors, rematch, dismiss, policyOf },
    moment: () => ({ tick: engine.world().tick, generation: course.generation() }),
    conduct: createConduct(match.id, match.repository),
    isLesson: () => match.isLesson,
    say: (said) => match.listener.said(said),
  });
  const judgeClass = createClassJudge({
    ...{ mode, people, clock, dismiss, policyOf },
    goOn: () => course.goOn(),
  });
  return { judge: createIntentJudge({ ...parts, judgeClass, manners }), manners, rematch };
}
