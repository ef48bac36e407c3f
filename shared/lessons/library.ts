/** The lessons that come with the game, each loaded when it is asked for. A language that lacks one says it in English. */
import type { Lesson } from './lesson.ts';

const ENGLISH = {
  'twins-come-apart': () => import('./en/twins-come-apart.ts'),
  'nobody-tries': () => import('./en/nobody-tries.ts'),
  'no-gene-for-an-eye': () => import('./en/no-gene-for-an-eye.ts'),
  'same-gene-elsewhere': () => import('./en/same-gene-elsewhere.ts'),
  'training-and-exam': () => import('./en/training-and-exam.ts'),
  'how-much-is-heritable': () => import('./en/how-much-is-heritable.ts'),
  'steady-or-scattered': () => import('./en/steady-or-scattered.ts'),
  'four-metaphors': () => import('./en/four-metaphors.ts'),
} as const satisfies Record<string, () => Promise<{ readonly lesson: Lesson }>>;

export type LessonId = keyof typeof ENGLISH;

type Shelf = Partial<Record<LessonId, () => Promise<{ readonly lesson: Lesson }>>>;

/** Translations by language: a lesson that is not there is taken from English. */
const TRANSLATED: Readonly<Record<string, Shelf>> = {};

export const isLessonId = (id: string): id is LessonId => Object.hasOwn(ENGLISH, id);

/** In the order in which they are best taught. */
export const LESSON_IDS: readonly LessonId[] = Object.keys(ENGLISH).filter(isLessonId);

/** The lesson in that language, or in English; `language` in it says which it is. */
export async function loadLesson(id: LessonId, language = 'en'): Promise<Lesson> {
  const { lesson } = await (TRANSLATED[language]?.[id] ?? ENGLISH[id])();
  return lesson;
}

/** All of them, in order. */
export const loadLessons = (language = 'en'): Promise<Lesson[]> =>
  Promise.all(LESSON_IDS.map((id) => loadLesson(id, language)));
