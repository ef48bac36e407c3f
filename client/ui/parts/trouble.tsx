import { t } from '../../i18n/i18n.ts';

/** A sentence about what went wrong, with the way to try again. */
export function Trouble({ text }: { readonly text: string }) {
  return (
    <div class="notice" role="alert">
      <p>{text}</p>
      <div class="actions">
        <button type="button" class="button small" onClick={() => location.reload()}>
          {t('action.retry')}
        </button>
      </div>
    </div>
  );
}
