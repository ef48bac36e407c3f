import type { Lesson, Step } from '../../../shared/lessons/lesson.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { useLesson } from '../lessons/use-lessons.ts';

interface CurrentStep {
  /** Null while it is on its way, and where there is none. */
  readonly lesson: Lesson | null;
  /** Undefined when the lesson has ended. */
  readonly step: Step | undefined;
  readonly at: number;
}

/** Where the room's lesson is. */
export function useStep(source: WorldSource): CurrentStep {
  const { lesson: place } = source.table.value;
  const loaded = useLesson(place?.id ?? '');
  const lesson = typeof loaded === 'object' ? loaded : null;
  const at = place?.step ?? -1;
  return { lesson, step: lesson?.steps[at], at };
}
