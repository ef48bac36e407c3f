import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';

/** Names the browser's tab: "Replays · Twinfold"; without a title, "Twinfold". */
export function useTitle(title = ''): void {
  const full = title ? `${title} · ${t('name')}` : t('name');
  useEffect(() => {
    document.title = full;
  }, [full]);
}
