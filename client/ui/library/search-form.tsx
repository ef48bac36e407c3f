import { RECORDING_KINDS, REPLAY_EVENTS } from '../../../shared/protocol/listings.ts';
import { FOUNDERS } from '../../../shared/sim/founders.ts';
import { t } from '../../i18n/i18n.ts';
import { founderName } from '../../i18n/model-words.ts';
import type { Search } from './search.ts';

interface Props {
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}

/** What is looked for. Everything works at once; a code when it is whole. */
export function SearchForm({ search, onChange }: Props) {
  const set = (name: keyof Search) => (event: { readonly currentTarget: { readonly value: string } }) =>
    onChange({ ...search, [name]: event.currentTarget.value.trim() });
  const founders = FOUNDERS.map(({ key }) => ({ key, name: founderName(key) })).sort((a, b) =>
    a.name.localeCompare(b.name),
  );
  return (
    <search class="library-search" aria-label={t('library.search')}>
      <label>
        <span>{t('library.founder')}</span>
        <select class="input" name="founder" value={search.founder} onChange={set('founder')}>
          <option value="">{t('library.any')}</option>
          {founders.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('library.event')}</span>
        <select class="input" name="event" value={search.event} onChange={set('event')}>
          <option value="">{t('library.any')}</option>
          {REPLAY_EVENTS.map((event) => (
            <option key={event} value={event}>
              {t(`library.events.${event}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('library.kind')}</span>
        <select class="input" name="kind" value={search.kind} onChange={set('kind')}>
          <option value="">{t('library.any')}</option>
          {RECORDING_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`library.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('library.from')}</span>
        <input class="input" type="date" name="from" value={search.from} onChange={set('from')} />
      </label>
      <label>
        <span>{t('library.to')}</span>
        <input class="input" type="date" name="to" value={search.to} onChange={set('to')} />
      </label>
      <label class="library-code">
        <span>{t('library.code')}</span>
        <input
          class="input"
          name="code"
          autoComplete="off"
          spellcheck={false}
          maxLength={8}
          value={search.code}
          onChange={set('code')}
        />
      </label>
      <label class="switch">
        <input
          type="checkbox"
          name="mine"
          checked={search.mine}
          onChange={(event) => onChange({ ...search, mine: event.currentTarget.checked })}
        />
        <span>{t('library.mine')}</span>
      </label>
    </search>
  );
}
