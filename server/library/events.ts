/** What happened in a match, as far as somebody may look for it. Computed from its frames alone: no body is grown for it. */
import { REPLAY_EVENTS, type ReplayEvent } from '../../shared/protocol/listings.ts';
import { examGeneration, FOUNDER_PARENT, type Frame, type World } from '../../shared/sim/world/world.ts';

/** Nine in ten who lived through the exam: hardly a habitat is that good by chance. */
const CHAMPIONS_SHARE = 0.9;

const comesFromFounder = (frame: Frame): boolean =>
  frame.kind === 'births' && frame.generation > 0 && frame.mothers.includes(FOUNDER_PARENT);

/** `world`: after the last of these frames. */
export function eventsOf(frames: readonly Frame[], { settings, history, shockedAt }: World): ReplayEvent[] {
  const exam = history.flatMap((seasons) => seasons[examGeneration(settings)] ?? []);
  const happened: Readonly<Record<ReplayEvent, boolean>> = {
    extinction: history.some((seasons) => seasons.some(({ born, survived }) => born > 0 && survived === 0)),
    resettling: frames.some(comesFromFounder),
    disaster: shockedAt !== null,
    intervention: frames.some(({ commands }) => commands.some(({ kind }) => kind === 'intervention')),
    drift: settings.game === 'drift',
    sculptor: settings.game === 'sculptor',
    champion: exam.some(({ born, survived }) => born > 0 && survived >= CHAMPIONS_SHARE * born),
  };
  return REPLAY_EVENTS.filter((event) => happened[event]);
}
