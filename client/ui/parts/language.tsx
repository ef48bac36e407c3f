import '../../styles/language.css';
import { useState } from 'preact/hooks';
import { chooseAndRemember } from '../../i18n/choice.ts';
import { language, t } from '../../i18n/i18n.ts';
import { LANGUAGES, languageOf } from '../../i18n/languages.ts';

/** The choice of language, on every screen. */
export function LanguageChoice() {
  const [failed, setFailed] = useState(false);
  const current = language.value;
  return (
    <span class="language">
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path
          d="M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM2 10h16M10 2c5 5 5 11 0 16M10 2c-5 5-5 11 0 16"
          fill="none"
          stroke="currentColor"
          stroke-width="1.4"
        />
      </svg>
      <select
        aria-label={t('language.label')}
        value={current}
        onChange={(event) => {
          const select = event.currentTarget;
          const chosen = languageOf(select.value) ?? current;
          void chooseAndRemember(chosen).then((done) => {
            setFailed(!done);
            if (!done) select.value = current;
          });
        }}
      >
        {LANGUAGES.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
      {failed ? (
        <span class="wrong" role="alert">
          {t('language.failed')}
        </span>
      ) : null}
    </span>
  );
}
