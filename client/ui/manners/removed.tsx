import { t } from '../../i18n/i18n.ts';
import type { TableView } from '../../session/world-source.ts';
import { Afresh } from '../parts/afresh.tsx';
import { Message } from '../parts/message.tsx';

/** For who has been taken out of a room: by their teacher, or by the people of a public room or its owner. */
export function Removed({ mode }: Pick<TableView, 'mode'>) {
  if (mode === 'public') {
    return (
      <Message title={t('manners.removed.title')} text={t('manners.removed.text')}>
        <Afresh class="button primary" href="/rooms">
          {t('manners.removed.elsewhere')}
        </Afresh>
        <Afresh class="button" href="/">
          {t('action.home')}
        </Afresh>
      </Message>
    );
  }
  return (
    <Message title={t('class.removed')} text={t('class.removedText')}>
      <button type="button" class="button primary" onClick={() => location.reload()}>
        {t('class.comeBack')}
      </button>
      <Afresh class="button" href="/">
        {t('action.home')}
      </Afresh>
    </Message>
  );
}
