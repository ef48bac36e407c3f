/** What is going on, as keys of the catalogue with their values. Plain, so that every case can be tested. */
import type { Phase } from '../../shared/protocol/wire.ts';
import { examGeneration, roundOf, type World } from '../../shared/sim/world/world.ts';
import type { TableView } from './world-source.ts';

export interface Words {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface PhaseWords {
  readonly title: Words;
  /** One sentence: what to do now, or what to watch. */
  readonly sentence: Words;
}

const say = (key: string, values: Words['values'] = {}): Words => ({ key, values });

/** The generation that is living, or else the next to be born, counted from 0. */
const generationNow = (world: World): number => world.generation;

/** True once the training is over: the exam is being chosen for, grown or lived. */
export const inExam = (world: World): boolean =>
  world.generation >= examGeneration(world.settings) && world.stage !== 'births';

/** Phases that look back on a generation for which the world has already closed the book. */
const LOOKING_BACK: readonly Phase[] = ['season', 'lapse', 'reveal', 'over'];

/** Where in the match we are: "Round 2 of 8", "The exam". */
export function placeWords(phase: Phase, world: World): Words {
  const { settings } = world;
  const back = world.stage !== 'season' && LOOKING_BACK.includes(phase);
  const generation = Math.max(0, back && world.stage === 'births' ? world.generation - 1 : world.generation);
  if (generation >= examGeneration(settings)) return say('place.exam');
  return say('place.round', { round: roundOf(settings, generation) + 1, rounds: settings.rounds });
}

export function phaseWords(table: TableView, world: World | null, seat: number, host: boolean): PhaseWords {
  const title = (key: string, values: Words['values'] = {}): Words => say(`phase.${key}.title`, values);
  const sentence = (key: string, values: Words['values'] = {}): Words =>
    say(`phase.${key}.${seat < 0 ? 'watch' : 'play'}`, values);
  if (!world) return { title: title('arriving'), sentence: sentence('arriving') };
  const exam = inExam(world) || (world.stage === 'over' && table.phase === 'season');
  switch (table.phase) {
    case 'lobby':
      if (host && table.mode === 'private') return { title: title('lobby'), sentence: say('phase.lobby.host') };
      return { title: title('lobby'), sentence: say(`phase.lobby.${table.mode === 'private' ? 'wait' : 'soon'}`) };
    case 'grow':
      return exam
        ? { title: title('examGrow'), sentence: sentence('examGrow') }
        : { title: title('grow'), sentence: sentence('grow') };
    case 'season':
      return exam
        ? { title: title('examSeason'), sentence: sentence('examSeason') }
        : { title: title('season'), sentence: sentence('season') };
    case 'lapse': {
      const { generationsPerRound } = world.settings;
      const shown = world.stage === 'births' ? generationNow(world) - 1 : generationNow(world);
      return {
        title: title('lapse'),
        sentence: sentence('lapse', {
          generation: (shown % generationsPerRound) + 1,
          generations: generationsPerRound,
        }),
      };
    }
    case 'reveal':
      return world.generation >= examGeneration(world.settings)
        ? { title: title('revealLast'), sentence: sentence('revealLast') }
        : { title: title('reveal'), sentence: sentence('reveal') };
    default:
      return { title: title(table.phase), sentence: sentence(table.phase) };
  }
}
