/** A room's plan, with the lesson that it is for: the lesson's settings hold, so that what it promises can be seen. */
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { isLessonId, loadLesson } from '../../shared/lessons/library.ts';
import { settingsFor } from '../../shared/lessons/settings.ts';
import type { Refusal } from '../../shared/protocol/listings.ts';
import { founderByKey } from '../../shared/sim/founders.ts';
import { createWorld } from '../../shared/sim/world/create.ts';
import type { World } from '../../shared/sim/world/world.ts';
import type { RoomPlan } from './options.ts';

export interface LessonPlan {
  readonly lesson: Lesson;
  readonly world: World;
}

/** A new world's number of habitats is the size of the class. Null where no lesson is asked for. */
export async function planLesson(plan: RoomPlan): Promise<LessonPlan | Refusal | null> {
  const { lesson: id, mode, world } = plan;
  if (id === '') return null;
  if (mode !== 'private')
    return { reason: 'lessonRoom', error: 'A lesson needs a room of its own, with a host and a code.' };
  if (!isLessonId(id)) {
    return { reason: 'unknownLesson', error: `There is no lesson “${id}”. Choose one from the list of lessons.` };
  }
  const lesson = await loadLesson(id);
  if (plan.resumed) return { lesson, world };
  const founder = founderByKey(lesson.match.founder);
  if (!founder)
    throw new Error(`The lesson “${id}” wants a founder species “${lesson.match.founder}” that is not there.`);
  const { habitats, mapSeed } = world.settings;
  return { lesson, world: createWorld(settingsFor(lesson, habitats, mapSeed), founder.genome) };
}
