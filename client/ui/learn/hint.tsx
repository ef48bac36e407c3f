import '../../styles/hint.css';
import { t } from '../../i18n/i18n.ts';
import type { Coach } from './coach.ts';
import type { Place } from './hints.ts';

/** The one sentence of the moment, if this is its place. */
export function Hint({ coach, place }: { readonly coach: Coach; readonly place: Place }) {
  const shown = coach.hint.value;
  return (
    <div class={`hint-slot at-${place}`} aria-live="polite">
      {shown?.place === place ? (
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
