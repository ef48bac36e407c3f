import type { ComponentChildren } from 'preact';
import { t } from '../../i18n/i18n.ts';
import { HelpButton } from '../learn/help-button.tsx';
import { LanguageChoice } from './language.tsx';
import { Logo } from './logo.tsx';

interface Props {
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
}

/** What help tells about on which page: a key of the catalogue under `help`. */
const HELP_AT: Readonly<Record<string, string>> = {
  '/': 'lobby',
  '/host': 'host',
  '/rooms': 'rooms',
  '/rooms/new': 'making',
  '/replays': 'replays',
};

const helpFor = (path: string): string => HELP_AT[path] ?? (/^\/lab\b/.test(path) ? 'lab' : 'page');

/** What all pages but the match have around them. */
export function Page({ narrow = false, children }: Props) {
  return (
    <>
      <header class="site-head">
        <a class="wordmark" href="/">
          <Logo />
          <span>{t('name')}</span>
        </a>
        <nav aria-label={t('nav.label')}>
          <a href="/rooms">{t('nav.rooms')}</a>
          <a href="/replays">{t('nav.replays')}</a>
          <a href="/host">{t('nav.host')}</a>
          <a href="/lessons">{t('nav.lessons')}</a>
          <a href="/lab">{t('nav.lab')}</a>
        </nav>
        <div class="site-tools">
          <LanguageChoice />
          <HelpButton about={helpFor(location.pathname)} />
        </div>
      </header>
      <main id="content" class={narrow ? 'content narrow' : 'content'} tabIndex={-1}>
        {children}
      </main>
      <footer class="site-foot">
        <nav aria-label={t('site.label')}>
          <a href="/check">{t('site.check')}</a>
          <a href="/privacy">{t('site.privacy')}</a>
        </nav>
      </footer>
    </>
  );
}
