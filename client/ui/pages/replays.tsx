import '../../styles/library.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { t } from '../../i18n/i18n.ts';
import { RecordingCard } from '../library/recording-card.tsx';
import { NOTHING_SOUGHT, readSearch, type Search, searchQuery } from '../library/search.ts';
import { SearchForm } from '../library/search-form.tsx';
import { UploadFile } from '../library/upload.tsx';
import { useReplays } from '../library/use-replays.ts';
import { Page } from '../parts/page.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useTitle } from '../parts/use-title.ts';
import { ChooseFile, DropPlace } from '../theatre/drop-place.tsx';

/** The library: recorded matches, branches of them, and files that people brought. */
export function Replays() {
  const { url } = useLocation();
  const [search, setSearch] = useState<Search>(() => readSearch(new URL(url, location.origin).search));
  const { listings, state, trouble, more, again } = useReplays(search);
  useTitle(t('nav.replays'));
  const look = (next: Search): void => {
    setSearch(next);
    const query = searchQuery(next);
    history.replaceState(history.state, '', query ? `?${query}` : location.pathname);
  };
  const sought = searchQuery(search) !== '';
  const none = !trouble && state === 'all' && listings.length === 0;
  return (
    <Page>
      <div class="page-head">
        <div>
          <h1>{t('replays.title')}</h1>
          <p class="quiet">{t('library.lead')}</p>
        </div>
        <div class="actions library-files">
          <ChooseFile />
          <UploadFile onDone={again} />
        </div>
      </div>
      <SearchForm search={search} onChange={look} />
      {trouble ? <Trouble text={trouble} /> : null}
      <p class="visually-hidden" role="status">
        {state === 'loading' ? t('replays.loading') : t('library.found', { count: listings.length })}
      </p>
      {none ? (
        <div class="empty">
          <p>{t(search.mine ? 'library.noneMine' : sought ? 'library.none' : 'replays.empty')}</p>
          {sought ? (
            <button type="button" class="button" onClick={() => look(NOTHING_SOUGHT)}>
              {t('library.showAll')}
            </button>
          ) : (
            <a class="button primary" href="/play-now">
              {t('lobby.play')}
            </a>
          )}
        </div>
      ) : null}
      <ul class="library">
        {listings.map((replay) => (
          <RecordingCard key={replay.id} replay={replay} onChanged={again} />
        ))}
      </ul>
      {state === 'loading' ? <p class="quiet">{t('replays.loading')}</p> : null}
      {state === 'more' ? (
        <button type="button" class="button" onClick={more}>
          {t('replays.more')}
        </button>
      ) : null}
      <DropPlace />
    </Page>
  );
}
