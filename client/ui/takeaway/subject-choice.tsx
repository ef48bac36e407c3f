import type { Timeline } from '../../../shared/replay/timeline.ts';
import { t } from '../../i18n/i18n.ts';
import { groundName } from '../../i18n/model-words.ts';
import { rangeOf } from '../../session/history.ts';
import { SUBJECTS } from '../../session/takeaway/subject.ts';
import type { Choice } from './use-choice.ts';

interface Props {
  readonly timeline: Timeline;
  readonly choice: Choice;
  readonly choose: (wishes: Partial<Pick<Choice, 'kind' | 'habitat' | 'generation' | 'index'>>) => void;
  readonly busy: boolean;
}

/** Of whom, where, and when. */
export function SubjectChoice({ timeline, choice, choose, busy }: Props) {
  const { kind, habitat, generation, generations, index, record } = choice;
  const [start, end] = record ? rangeOf(record, habitat) : [0, 0];
  return (
    <fieldset class="take-choice" disabled={busy}>
      <legend class="visually-hidden">{t('takeaway.pictures.of')}</legend>
      <div class="chart-pages">
        {SUBJECTS.map((each) => (
          <button
            key={each}
            type="button"
            class="button small"
            aria-pressed={kind === each}
            onClick={() => choose({ kind: each })}
          >
            {t(`takeaway.pictures.kind.${each}`)}
          </button>
        ))}
      </div>
      <Field
        label={t('charts.habitat')}
        value={habitat}
        options={timeline.worldAt(0).habitats.map((each) => ({
          value: each.id,
          text: t('habitat.title', { number: each.id + 1, ground: groundName(each) }),
        }))}
        onChoose={(value) => choose({ habitat: value })}
      />
      <Field
        label={t('charts.generationAxis')}
        value={generation}
        options={generations.map((each) => ({ value: each, text: String(each + 1) }))}
        onChoose={(value) => choose({ generation: value })}
      />
      {kind === 'creature' ? (
        <Field
          label={t('takeaway.pictures.creature')}
          value={index}
          options={Array.from({ length: end - start }, (_, at) => ({
            value: start + at,
            text: String(start + at + 1),
          }))}
          onChoose={(value) => choose({ index: value })}
        />
      ) : null}
    </fieldset>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: number;
  readonly options: readonly { readonly value: number; readonly text: string }[];
  readonly onChoose: (value: number) => void;
}

function Field({ label, value, options, onChoose }: FieldProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select class="input" value={String(value)} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {options.map((option) => (
          <option key={option.value} value={String(option.value)}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
