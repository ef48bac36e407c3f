import '../../styles/hint.css';
import { t } from '../../i18n/i18n.ts';
import { narrow } from '../parts/narrow.ts';
import type { Coach } from './coach.ts';
import type { Place } from './hints.ts';

/** The one sentence of the moment, if this is its place. On a narrow screen all stand in the panel: the map there has no room to spare. */
export function Hint({ coach, place }: { readonly coach: Coach; readonly place: Place }) {
  const shown = coach.hint.value;
  const here = shown && (narrow.value ? 'panel' : shown.place) === place;
  return (
    <div class={`hint-slot at-${place}`} aria-live="polite">
      {here ? (
        <p key={shown.id} class="hint" data-hint={shown.id}>
          <span>{t(`hint.${shown.id}`)}</span>
          <button type="button" class="hint-close" aria-label={t('hint.dismiss')} onClick={coach.dismiss}>
            <span aria-hidden="true">×</span>
          </button>
        </p>
      ) : null}
    </div>
  );
}
