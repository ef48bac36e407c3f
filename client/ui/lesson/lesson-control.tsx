import '../../styles/lesson-panel.css';
import { useState } from 'preact/hooks';
import { askedAt } from '../../../shared/lessons/questions.ts';
import type { LessonAction } from '../../../shared/protocol/lesson-messages.ts';
import { t } from '../../i18n/i18n.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { BenchLink } from '../lessons/bench-link.tsx';
import { useLesson } from '../lessons/use-lessons.ts';

/** The host's lead through a lesson: where it is, what the teacher does now, the way on. Nothing where there is no lesson. */
export function LessonControl({ source }: { readonly source: WorldSource }) {
  const place = source.table.value.lesson;
  const lesson = useLesson(place?.id ?? '');
  const [refusal, setRefusal] = useState('');
  if (!place || lesson === null || typeof lesson !== 'object') return null;
  const at = place.step;
  const step = lesson.steps[at];
  const move = async (action: LessonAction, to?: number): Promise<void> => {
    const answer = await source.send({ kind: 'lesson', action, ...(to === undefined ? {} : { step: to }) });
    setRefusal(answer.ok ? '' : (answer.error ?? t('lesson.refused')));
  };
  return (
    <section class="lesson-control" aria-label={t('lesson.control')} data-step={at}>
      <ol class="lesson-course">
        {lesson.steps.map((each, number) => (
          <li key={each.id}>
            <button
              type="button"
              aria-current={number === at ? 'step' : undefined}
              onClick={() => void move('goTo', number)}
            >
              <span class="numeric">{number + 1}</span> {each.title}
            </button>
          </li>
        ))}
      </ol>
      <div class="lesson-lead">
        <h3>{step ? t('lesson.placeOf', { step: at + 1, title: step.title }) : t('lesson.over')}</h3>
        {step ? <p>{step.teacher}</p> : <p>{t('lesson.overHost')}</p>}
        {step && step.lookFor.length > 0 ? (
          <p>
            <strong>{t('lessons.lookFor')}</strong> {step.lookFor.join(' ')}
          </p>
        ) : null}
        {step?.bench ? (
          <p>
            <BenchLink bench={step.bench} />
          </p>
        ) : null}
        {askedAt(lesson, step).length > 0 ? (
          <p class="numeric" role="status">
            {t('lesson.answered', { answered: place.answered, people: place.people })}
          </p>
        ) : null}
        {refusal ? (
          <p class="wrong" role="alert">
            {refusal}
          </p>
        ) : null}
        <p class="lesson-moves">
          <button type="button" class="button" disabled={at === 0} onClick={() => void move('back')}>
            {t('lesson.backStep')}
          </button>
          <button type="button" class="button primary" disabled={step === undefined} onClick={() => void move('next')}>
            {t(at + 1 >= lesson.steps.length ? 'lesson.end' : 'lesson.next')}
          </button>
        </p>
      </div>
    </section>
  );
}
