import { useEffect, useState } from 'preact/hooks';
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import { isLessonId, loadLesson, loadLessons } from '../../../shared/lessons/library.ts';
import { language } from '../../i18n/i18n.ts';

type Loaded<Value> = Value | 'failed' | null;

/** What `load` brings in the language of the moment: null while it is on its way. */
function useLoaded<Value>(load: (of: string) => Promise<Value>, key: string): Loaded<Value> {
  const [got, setGot] = useState<{ readonly of: string; readonly value: Value | 'failed' } | null>(null);
  const of = `${language.value}/${key}`;
  useEffect(() => {
    let gone = false;
    load(language.peek()).then(
      (value) => gone || setGot({ of, value }),
      () => gone || setGot({ of, value: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [of]);
  return got?.of === of ? got.value : null;
}

export const useLessons = (): Loaded<readonly Lesson[]> => useLoaded(loadLessons, '');

/** 'none' where there is no lesson of that name. */
export const useLesson = (id: string): Loaded<Lesson | 'none'> =>
  useLoaded<Lesson | 'none'>(async (of) => (isLessonId(id) ? loadLesson(id, of) : 'none'), id);
