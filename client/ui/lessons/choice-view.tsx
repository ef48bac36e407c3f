import type { Choice } from '../../../shared/lessons/lesson.ts';
import { t } from '../../i18n/i18n.ts';

interface Props {
  readonly choice: Choice;
  /** Whether the answer and its reason stand with it. */
  readonly solved: boolean;
}

const LETTERS = 'ABCDEF';

/** A question with its options; for teachers with the answer marked, in words too. */
export function ChoiceView({ choice, solved }: Props) {
  return (
    <div class="lesson-choice">
      <p class="lesson-asked">{choice.text}</p>
      <ol>
        {choice.options.map(({ id, text }, at) => (
          <li key={id} class={solved && id === choice.answer ? 'right' : ''}>
            <span class="lesson-letter" aria-hidden="true">
              {LETTERS.charAt(at)}
            </span>
            <span>
              {text}
              {solved && id === choice.answer ? <em> {t('lessons.rightOne')}</em> : null}
            </span>
          </li>
        ))}
      </ol>
      {solved ? <p class="lesson-why">{choice.why}</p> : null}
    </div>
  );
}

/** "B": the letter of the answer, for the key of a printed sheet; a dash where there is none. */
export function answerLetter({ options, answer }: Choice): string {
  const at = options.findIndex(({ id }) => id === answer);
  return at < 0 ? '–' : LETTERS.charAt(at);
}
