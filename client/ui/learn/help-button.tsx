import '../../styles/help.css';
import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import type { HelpProps } from './help-sheet.tsx';

/** The question mark that stands on every screen. What it opens is fetched when it is asked for. */
export function HelpButton({ about, match = false }: Pick<HelpProps, 'about'> & { readonly match?: boolean }) {
  const [Sheet, setSheet] = useState<FunctionComponent<HelpProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const open = (): void => {
    import('./help-sheet.tsx').then(
      ({ HelpSheet }) => setSheet(() => HelpSheet),
      () => setFailed(true),
    );
  };
  return (
    <>
      <button type="button" class="help-button" aria-haspopup="dialog" onClick={open}>
        <span aria-hidden="true">?</span>
        <span class="visually-hidden">{t('help.open')}</span>
      </button>
      {failed ? <span role="alert">{t('help.failed')}</span> : null}
      {Sheet ? <Sheet about={about} match={match} onClose={() => setSheet(null)} /> : null}
    </>
  );
}
