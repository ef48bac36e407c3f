import type { Signal } from '@preact/signals';
import { STEPS } from '../../../shared/sim/embryo/body.ts';
import { percent, t } from '../../i18n/i18n.ts';
import { FILM_FRAMES, type TwinState } from '../parts/twin-film.ts';

const LAST = FILM_FRAMES - 1;

interface Props {
  readonly state: TwinState;
  /** The frame at which the film is held; null: it follows the match. */
  readonly held: Signal<number | null>;
}

/** How far apart the twins were at each step of their development; the slider goes to any of them. */
export function TwinCourse({ state: { step, divergence, track, whole }, held }: Props) {
  const line = (shares: readonly number[]): string =>
    shares.map((share, at) => `${(at / LAST) * 100},${30 - share * 30}`).join(' ');
  const frame = Math.max(0, track.length - 1);
  return (
    <div class="twin-course" dir="ltr">
      <div class="course-head">
        <strong>{t('twins.course')}</strong>
        {held.value === null ? null : (
          <button
            type="button"
            class="button small"
            onClick={() => {
              held.value = null;
            }}
          >
            {t('twins.follow')}
          </button>
        )}
      </div>
      <svg class="course-line" viewBox="0 -1 100 32" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 30H100M0 15H100M0 0H100" class="grid" vector-effect="non-scaling-stroke" />
        <polyline points={line(whole)} class="whole" vector-effect="non-scaling-stroke" />
        <polyline points={line(track)} vector-effect="non-scaling-stroke" />
      </svg>
      <input
        type="range"
        min={0}
        max={LAST}
        value={frame}
        aria-label={t('twins.course')}
        aria-valuetext={t('twins.courseAt', { step, steps: STEPS, share: percent(divergence) })}
        onInput={(event) => {
          held.value = Number(event.currentTarget.value);
        }}
      />
      <p class="quiet numeric">{t('twins.courseAt', { step, steps: STEPS, share: percent(divergence) })}</p>
    </div>
  );
}
