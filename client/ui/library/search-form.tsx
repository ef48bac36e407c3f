import { RECORDING_KINDS, REPLAY_EVENTS } from '../../../shared/protocol/listings.ts';
import { t } from '../../i18n/i18n.ts';
import { founderOptions, Pick, type PickOption } from '../parts/pick.tsx';
import type { Search } from './search.ts';

interface Props {
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}

/** What is looked for. Everything works at once; a code when it is whole. */
export function SearchForm({ search, onChange }: Props) {
  const set = (name: keyof Search) => (event: { readonly currentTarget: { readonly value: string } }) =>
    onChange({ ...search, [name]: event.currentTarget.value.trim() });
  const pick = (name: 'founder' | 'event' | 'kind', options: readonly PickOption[]) => (
    <Pick
      label={t(`library.${name}`)}
      name={name}
      value={search[name]}
      any={t('library.any')}
      options={options}
      onPick={(value) => onChange({ ...search, [name]: value })}
    />
  );
  return (
    <search class="library-search" aria-label={t('library.search')}>
      {pick('founder', founderOptions())}
      {pick(
        'event',
        REPLAY_EVENTS.map((event) => ({ value: event, text: t(`library.events.${event}`) })),
      )}
      {pick(
        'kind',
        RECORDING_KINDS.map((kind) => ({ value: kind, text: t(`library.kinds.${kind}`) })),
      )}
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
