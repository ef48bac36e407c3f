import { t } from '../../i18n/i18n.ts';
import { useManners } from './context.ts';

/** Whether this page shows what others say at all. */
export function MuteAll() {
  const manners = useManners();
  if (!manners) return null;
  return (
    <label class="switch mute-all">
      <input
        type="checkbox"
        checked={manners.turnedFrom.value.all}
        onChange={(event) => manners.muteAll(event.currentTarget.checked)}
      />
      <span>{t('manners.muteAll')}</span>
    </label>
  );
}
