import { TRAITS, type TraitName } from '../../../shared/sim/trait-names.ts';
import { t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';

interface Props {
  readonly bench: string;
  readonly value: TraitName;
  readonly onTurn: (trait: TraitName) => void;
}

/** A dial with a place for each trait: too many for a row of buttons. */
export function TraitDial({ bench, value, onTurn }: Props) {
  return (
    <label class="dial">
      <span class="dial-head">{t(`lab.${bench}.dial.trait`)}</span>
      <select
        class="input"
        name="trait"
        value={value}
        onChange={({ currentTarget }) => onTurn(TRAITS.find((each) => each === currentTarget.value) ?? value)}
      >
        {TRAITS.map((each) => (
          <option key={each} value={each}>
            {traitName(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
