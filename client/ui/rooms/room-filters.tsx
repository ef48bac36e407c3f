import { FOUNDERS } from '../../../shared/sim/founders.ts';
import { t } from '../../i18n/i18n.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import { founderName } from '../../i18n/model-words.ts';
import type { Filters } from './filters.ts';

interface Props {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** Which rooms are shown. Everything works at once. */
export function RoomFilters({ filters, onChange }: Props) {
  const founders = FOUNDERS.map(({ key }) => ({ key, name: founderName(key) })).sort((a, b) =>
    a.name.localeCompare(b.name),
  );
  return (
    <search class="room-filters" aria-label={t('rooms.filters')}>
      <label>
        <span>{t('rooms.founder')}</span>
        <select
          class="input"
          name="founder"
          value={filters.founder}
          onChange={(event) => onChange({ ...filters, founder: event.currentTarget.value })}
        >
          <option value="">{t('rooms.anyFounder')}</option>
          {founders.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('language.label')}</span>
        <select
          class="input"
          name="language"
          value={filters.language}
          onChange={(event) => onChange({ ...filters, language: event.currentTarget.value })}
        >
          <option value="">{t('rooms.anyLanguage')}</option>
          {LANGUAGES.map(({ code, name }) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {(['open', 'lobby'] as const).map((name) => (
        <label key={name} class="switch">
          <input
            type="checkbox"
            name={name}
            checked={filters[name]}
            onChange={(event) => onChange({ ...filters, [name]: event.currentTarget.checked })}
          />
          <span>{t(`rooms.only.${name}`)}</span>
        </label>
      ))}
    </search>
  );
}
