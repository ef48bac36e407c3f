import { t } from '../../i18n/i18n.ts';
import type { WorldSource } from '../../session/world-source.ts';

/** That a match goes on although nothing of it can be written down just now. */
export function UnrecordedBanner({ source }: { readonly source: WorldSource }) {
  return source.table.value.room?.unrecorded ? (
    <p class="banner unrecorded" role="status">
      {t('match.unrecorded')}
    </p>
  ) : null;
}
