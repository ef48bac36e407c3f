import { t } from '../../i18n/i18n.ts';
import type { WorldSource } from '../../session/world-source.ts';
import { nursery } from '../../worker/nursery.ts';

/** What to know and do when the way to the server is troubled. */
export function LinkBanner({ source }: { readonly source: WorldSource }) {
  const link = source.link.value;
  const trouble = source.trouble.value;
  if (link === 'reconnecting') {
    return (
      <p class="banner" role="status">
        {t('link.reconnecting')}
      </p>
    );
  }
  if (link !== 'lost' && !trouble) {
    return nursery().stopped.value ? (
      <p class="banner bad" role="alert">
        {t('nursery.stopped')}
      </p>
    ) : null;
  }
  return (
    <div class="banner bad" role="alert">
      <p>{trouble || t('link.lost')}</p>
      <button type="button" class="button small" onClick={() => location.reload()}>
        {t('action.reload')}
      </button>
    </div>
  );
}
