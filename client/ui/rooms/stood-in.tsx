import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import type { WorldSource } from '../../session/world-source.ts';

/** For who comes into a match that runs: who has looked after their habitat until now. Goes by itself with the phase. */
export function StoodIn({ source }: { readonly source: WorldSource }) {
  const { mode, phase } = source.table.value;
  const came = source.newlySeated?.value ?? false;
  const [told, setTold] = useState('');
  // Before the match there is nobody to take over from.
  useEffect(() => setTold(came && mode === 'public' && phase !== 'lobby' && phase !== 'over' ? phase : ''), [came]);
  if (told === '' || told !== phase) return null;
  return (
    <div class="banner stood-in">
      <p role="status">{t('watching.stoodIn', { number: source.seat.value + 1 })}</p>
      <button type="button" class="button small" onClick={() => setTold('')}>
        {t('action.close')}
      </button>
    </div>
  );
}
