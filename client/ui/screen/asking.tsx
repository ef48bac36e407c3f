import { askedAt } from '../../../shared/lessons/questions.ts';
import { t } from '../../i18n/i18n.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { BenchAddress } from '../lessons/bench-link.tsx';
import { PlateView } from '../lessons/plate-view.tsx';
import { useStep } from './use-step.ts';

const LETTERS = 'ABCDEF';

/** What the class is asked, or shall look at: the same words as on the pupils' devices. */
export function Asking({ source }: { readonly source: WorldSource }) {
  const { lesson, step } = useStep(source);
  if (!lesson) return null;
  if (!step) return <p class="screen-prompt">{t('lesson.over')}</p>;
  const asked = askedAt(lesson, step);
  return (
    <section class="screen-asking" aria-live="polite" data-step={step.id} lang={lesson.language}>
      {step.kind === 'play' ? <h2>{step.title}</h2> : null}
      <ul class="screen-prompt">
        {step.pupils.map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
        {step.bench ? (
          <li>
            <BenchAddress bench={step.bench} />
          </li>
        ) : null}
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
