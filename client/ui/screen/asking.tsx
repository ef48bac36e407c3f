import { askedAt } from '../../../shared/lessons/questions.ts';
import { t } from '../../i18n/i18n.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { PlateView } from '../lessons/plate-view.tsx';
import { useLesson } from '../lessons/use-lessons.ts';

const LETTERS = 'ABCDEF';

/** What the class is asked, or shall look at: the same words as on the pupils' devices. */
export function Asking({ source }: { readonly source: WorldSource }) {
  const place = source.table.value.lesson;
  const lesson = useLesson(place?.id ?? '');
  if (!place || lesson === null || typeof lesson !== 'object') return null;
  const step = lesson.steps[place.step];
  if (!step) return <p class="screen-prompt">{t('lesson.over')}</p>;
  const asked = askedAt(lesson, step);
  return (
    <section class="screen-asking" aria-live="polite" data-step={step.id} lang={lesson.language}>
      <h2>{step.title}</h2>
      <ul class="screen-prompt">
        {step.pupils.map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
      {/* Several questions do not fit a wall: each pupil has them in hand. */}
      {asked.length === 1
        ? asked.map(({ id, text, choice }) => (
            <div key={id} class="screen-question">
              <p>{text}</p>
              <ol>
                {choice?.options.map((option, at) => (
                  <li key={option.id}>
                    <b aria-hidden="true">{LETTERS.charAt(at)}</b> {option.text}
                  </li>
                ))}
              </ol>
            </div>
          ))
        : null}
      {step.kind === 'look'
        ? lesson.plates
            .filter(({ id }) => step.plates.includes(id))
            .map((plate) => <PlateView key={plate.id} plate={plate} />)
        : null}
    </section>
  );
}
