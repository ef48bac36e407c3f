import '../../styles/lessons.css';
import '../../styles/lesson-panel.css';
import { useEffect, useState } from 'preact/hooks';
import type { Lesson, Step } from '../../../shared/lessons/lesson.ts';
import { askedAt } from '../../../shared/lessons/questions.ts';
import { t } from '../../i18n/i18n.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { BenchLink } from '../lessons/bench-link.tsx';
import { PlateView } from '../lessons/plate-view.tsx';
import { useLesson } from '../lessons/use-lessons.ts';
import { QuestionForm } from './question-form.tsx';

/**
 * What the lesson's current step says to pupils: a strip above the world while it plays or is talked about; the whole screen
 * when there is something to answer or to look at. Nothing where the room goes through no lesson.
 */
export function LessonPanel({ source }: { readonly source: WorldSource }) {
  const place = source.table.value.lesson;
  const lesson = useLesson(place?.id ?? '');
  const [aside, setAside] = useState(false);
  const at = place?.step ?? -1;
  useEffect(() => setAside(false), [at]);
  if (!place || lesson === null || typeof lesson !== 'object') return null;
  const step = lesson.steps[at];
  if (!step) {
    return (
      <section class="lesson-panel" aria-label={t('lesson.label')}>
        <p class="lesson-strip" role="status">
          <strong>{t('lesson.over')}</strong> {t('lesson.overText')}
        </p>
      </section>
    );
  }
  const full = isFull(lesson, step, source.seat.value >= 0);
  return (
    <section
      class={full && !aside ? 'lesson-panel full' : 'lesson-panel'}
      aria-label={t('lesson.label')}
      data-step={step.id}
      lang={lesson.language}
    >
      <div class="lesson-strip" aria-live="polite">
        <p class="lesson-place numeric">{t('lesson.place', { step: at + 1, steps: lesson.steps.length })}</p>
        <h2>{step.title}</h2>
        <ul>
          {step.pupils.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ul>
        {step.bench ? <BenchLink bench={step.bench} /> : null}
        {full ? (
          <button type="button" class="button small" onClick={() => setAside(!aside)}>
            {t(aside ? 'lesson.back' : 'lesson.world')}
          </button>
        ) : null}
      </div>
      {full && !aside ? <Body key={step.id} source={source} lesson={lesson} step={step} at={at} /> : null}
    </section>
  );
}

/** Whether a step needs the whole screen. Who only watches has nothing to answer. */
const isFull = (lesson: Lesson, step: Step, seated: boolean): boolean =>
  step.kind === 'look' || (seated && askedAt(lesson, step).length > 0);

interface BodyProps {
  readonly source: WorldSource;
  readonly lesson: Lesson;
  readonly step: Step;
  readonly at: number;
}

function Body({ source, lesson, step, at }: BodyProps) {
  if (step.kind === 'look') {
    const shown = lesson.plates.filter(({ id }) => step.plates.includes(id));
    return (
      <div class="lesson-body">
        {shown.map((plate) => (
          <PlateView key={plate.id} plate={plate} />
        ))}
      </div>
    );
  }
  return (
    <div class="lesson-body">
      <QuestionForm source={source} asked={askedAt(lesson, step)} step={at} />
    </div>
  );
}
