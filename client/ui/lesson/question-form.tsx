import { useState } from 'preact/hooks';
import type { Asked } from '../../../shared/lessons/questions.ts';
import type { LessonAnswer } from '../../../shared/protocol/lesson-messages.ts';
import { ANSWER_LETTERS } from '../../../shared/protocol/wire.ts';
import { t } from '../../i18n/i18n.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { Sign } from '../parts/sign.tsx';
import { type Drafts, draftOf, isDone, isKept } from './drafts.ts';

interface Props {
  readonly source: WorldSource;
  readonly asked: readonly Asked[];
  readonly step: number;
}

/** What a step asks, answered together; what was acknowledged can be changed for as long as the step lasts. */
export function QuestionForm({ source, asked, step }: Props) {
  const kept = source.own.value.answers ?? [];
  const [drafts, setDrafts] = useState<Drafts>({});
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const [met, setMet] = useState<string | null>(null);
  const draft = (each: Asked): LessonAnswer => draftOf(each, drafts, kept);
  const open = asked.filter((each) => !isKept(draft(each), kept));
  const ready = asked.filter((each) => isDone(each, draft(each)));

  const send = async (): Promise<void> => {
    setBusy(true);
    let said = '';
    for (const each of open) {
      if (!isDone(each, draft(each))) continue;
      const { question, choice, text } = draft(each);
      const answer = await source.send({
        ...{ kind: 'answer', step, question },
        ...(choice === null ? {} : { choice }),
        ...(text === null ? {} : { text }),
      });
      if (!answer.ok) said = answer.error ?? t('lesson.refused');
    }
    setBusy(false);
    setRefusal(said);
    setMet(said === '' ? 'sent' : null);
  };

  return (
    <form
      class="lesson-form"
      data-kept={open.length === 0}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {asked.map((each) => (
        <Question
          key={each.id}
          asked={each}
          answer={draft(each)}
          onChange={(answer) => {
            setMet(null);
            setDrafts({ ...drafts, [each.id]: answer });
          }}
        />
      ))}
      <div class="lesson-foot">
        <p aria-live="polite" class={refusal ? 'refusal' : 'lesson-kept'}>
          {refusal ||
            (open.length === 0 || met ? (
              <>
                <Sign name="tick" /> {t(open.length === 0 ? 'lesson.kept' : 'lesson.partly')}
              </>
            ) : null)}
        </p>
        <button
          type="submit"
          class="button primary large"
          disabled={busy || ready.length === 0 || open.length === 0 || ready.every((each) => !open.includes(each))}
        >
          {t(
            open.length === 0
              ? 'lesson.sent'
              : kept.length > 0 && open.length < asked.length
                ? 'lesson.change'
                : 'lesson.send',
          )}
        </button>
      </div>
    </form>
  );
}

interface QuestionProps {
  readonly asked: Asked;
  readonly answer: LessonAnswer;
  readonly onChange: (answer: LessonAnswer) => void;
}

function Question({ asked, answer, onChange }: QuestionProps) {
  const { id, text, choice, words } = asked;
  return (
    <fieldset class="lesson-question">
      <legend>{text}</legend>
      {choice?.options.map((option) => (
        <label key={option.id} class="lesson-option">
          <input
            type="radio"
            name={id}
            value={option.id}
            checked={answer.choice === option.id}
            onChange={() => onChange({ ...answer, choice: option.id })}
          />
          <span>{option.text}</span>
        </label>
      ))}
      {words === 'none' ? null : (
        <>
          <label class={words === 'wanted' ? 'visually-hidden' : 'lesson-words'} for={`words-${id}`}>
            {t(words === 'wanted' ? 'lesson.sentence' : 'lesson.reason')}
          </label>
          <textarea
            id={`words-${id}`}
            class="input"
            rows={3}
            maxLength={ANSWER_LETTERS}
            value={answer.text ?? ''}
            onInput={(event) => {
              const written = event.currentTarget.value;
              onChange({ ...answer, text: written === '' ? null : written });
            }}
          />
          <p class="quiet numeric">
            {t('lesson.letters', { letters: answer.text?.length ?? 0, most: ANSWER_LETTERS })}
          </p>
        </>
      )}
    </fieldset>
  );
}
