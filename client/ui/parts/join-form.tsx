import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { CODE_LENGTH } from '../../../shared/protocol/code.ts';
import { t } from '../../i18n/i18n.ts';
import { readCode } from './code.ts';

export function JoinForm() {
  const { route } = useLocation();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      class="join"
      onSubmit={(event) => {
        event.preventDefault();
        const code = readCode(text);
        setWrong(!code);
        if (code) route(`/room/${code}`);
      }}
    >
      <label for="join-code">{t('join.label')}</label>
      <div class="row">
        <input
          id="join-code"
          class="input code"
          name="code"
          value={text}
          placeholder={t('join.placeholder')}
          maxLength={CODE_LENGTH + 4}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-invalid={wrong}
          aria-describedby={wrong ? 'join-wrong' : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <button type="submit" class="button">
          {t('join.action')}
        </button>
      </div>
      {wrong ? (
        <p id="join-wrong" class="wrong" role="alert">
          {t('join.wrong')}
        </p>
      ) : null}
    </form>
  );
}
