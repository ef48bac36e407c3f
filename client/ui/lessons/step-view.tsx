import type { Step } from '../../../shared/lessons/lesson.ts';
import { t } from '../../i18n/i18n.ts';
import { BenchLink } from './bench-link.tsx';
import { ChoiceView } from './choice-view.tsx';

interface Props {
  readonly step: Step;
  /** Minutes from the lesson's beginning. */
  readonly start: number;
}

/** One step: when, what pupils see, what the teacher does, what to look for. */
export function StepView({ step, start }: Props) {
  const { phase, minutes, title, pupils, teacher, lookFor, typical, bench } = step;
  return (
    <li class={`lesson-step ${phase}`}>
      <p class="lesson-when">
        <b class="numeric">{t('lessons.span', { from: start, to: start + minutes })}</b>
        <span>{t(`lessons.phase.${phase}`)}</span>
        {step.kind === 'play' ? <span>{roundsOf(step.rounds, step.exam)}</span> : null}
      </p>
      <div>
        <h3>{title}</h3>
        <ul class="lesson-prompts" aria-label={t('lessons.onScreens')}>
          {pupils.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ul>
        {step.kind === 'predict' ? <ChoiceView choice={step.question} solved /> : null}
        <p>{teacher}</p>
        {bench ? (
          <p>
            <BenchLink bench={bench} />
          </p>
        ) : null}
        {lookFor.length > 0 ? (
          <p>
            <strong>{t('lessons.lookFor')}</strong> {lookFor.join(' ')}
          </p>
        ) : null}
        {typical.length > 0 ? (
          <dl class="lesson-typical">
            {typical.map(({ says, reply }) => (
              <div key={says}>
                <dt>{t('lessons.quoted', { text: says })}</dt>
                <dd>{reply}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
    </li>
  );
}

/** "2 rounds", "4 rounds and the exam". */
export const roundsOf = (rounds: number, exam: boolean): string =>
  exam ? t('lessons.roundsAndExam', { count: rounds }) : t('lessons.rounds', { count: rounds });
