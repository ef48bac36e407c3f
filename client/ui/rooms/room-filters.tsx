import { t } from '../../i18n/i18n.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import { founderOptions, Pick } from '../parts/pick.tsx';
import type { Filters } from './filters.ts';

interface Props {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** Which rooms are shown. Everything works at once. */
export function RoomFilters({ filters, onChange }: Props) {
  return (
    <search class="room-filters" aria-label={t('rooms.filters')}>
      <Pick
        label={t('rooms.founder')}
        name="founder"
        value={filters.founder}
        any={t('rooms.anyFounder')}
        options={founderOptions()}
        onPick={(founder) => onChange({ ...filters, founder })}
      />
      <Pick
        label={t('language.label')}
        name="language"
        value={filters.language}
        any={t('rooms.anyLanguage')}
        options={LANGUAGES.map(({ code, name }) => ({ value: code, text: name, lang: code }))}
        onPick={(language) => onChange({ ...filters, language })}
      />
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
