import { t } from '../../i18n/i18n.ts';

/** While lessons are on their way, and when they do not come. */
export function Arriving({ failed }: { readonly failed: boolean }) {
  if (!failed) return <p class="arriving">{t('lessons.arriving')}</p>;
  return (
    <p class="wrong" role="alert">
      {t('lessons.failed')}
    </p>
  );
}
