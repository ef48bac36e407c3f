import '../../styles/founder-choice.css';
import { FOUNDERS } from '../../../shared/sim/founders.ts';
import { t } from '../../i18n/i18n.ts';
import { founderName } from '../../i18n/model-words.ts';
import { FounderPair } from './founder-pair.tsx';

interface Props {
  readonly founder: string;
  readonly onChange: (founder: string) => void;
}

/** All founder species, each as two of a kind. */
export function FounderChoice({ founder, onChange }: Props) {
  return (
    <fieldset>
      <legend>{t('host.founder')}</legend>
      <div class="founders">
        {FOUNDERS.map(({ key }) => (
          <label key={key} class={key === founder ? 'chosen' : ''}>
            <input
              class="visually-hidden"
              type="radio"
              name="founder"
              value={key}
              checked={key === founder}
              onChange={() => onChange(key)}
            />
            <FounderPair founder={key} />
            <span>{founderName(key)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
