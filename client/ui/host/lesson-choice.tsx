import { useState } from 'preact/hooks';
import { MOST_PUPILS } from '../../../shared/lessons/settings.ts';
import { t } from '../../i18n/i18n.ts';
import { Arriving } from '../lessons/arriving.tsx';
import { useLessons } from '../lessons/use-lessons.ts';

interface Props {
  /** The id of the lesson that is chosen at first; else the first one is. */
  readonly first: string;
  /** `devices`: for how many the room is to be made. */
  readonly onOpen: (lesson: string, devices: number) => void;
}

const USUAL_DEVICES = 24;

/** Which lesson, and for how many devices. */
export function LessonChoice({ first, onOpen }: Props) {
  const lessons = useLessons();
  const [picked, setPicked] = useState(first);
  const [devices, setDevices] = useState(USUAL_DEVICES);
  if (lessons === null || lessons === 'failed') return <Arriving failed={lessons === 'failed'} />;
  const chosen = lessons.find(({ id }) => id === picked) ?? lessons[0];
  return (
    <form
      class="host"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) onOpen(chosen.id, devices);
      }}
    >
      <fieldset>
        <legend>{t('console.open.which')}</legend>
        <div class="host-lessons">
          {lessons.map(({ id, title, question, ages, minutes }) => (
            <label key={id} class={id === chosen?.id ? 'choice chosen' : 'choice'}>
              <input type="radio" name="lesson" value={id} checked={id === chosen?.id} onChange={() => setPicked(id)} />
              <span>
                <strong>{title}</strong>
                <span class="hint">
                  {question} {t('lessons.facts', { from: ages[0], to: ages[1], minutes })}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="field">
        <label for="host-devices">{t('console.open.devices')}</label>
        <input
          id="host-devices"
          class="input numeric"
          type="number"
          required
          min={1}
          max={MOST_PUPILS}
          value={devices}
          onInput={(event) => setDevices(event.currentTarget.valueAsNumber || 1)}
        />
        <span class="hint">{t('console.open.devicesHint')}</span>
      </div>
      <p class="actions">
        <button type="submit" class="button primary large">
          {t('host.open')}
        </button>
        {chosen ? (
          <a class="button large" href={`/lessons/${chosen.id}`} target="_blank" rel="noreferrer">
            {t('console.open.plan')}
          </a>
        ) : null}
      </p>
    </form>
  );
}
