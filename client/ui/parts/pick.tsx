import { FOUNDERS } from '../../../shared/sim/founders.ts';
import { founderName } from '../../i18n/model-words.ts';

export interface PickOption {
  readonly value: string;
  readonly text: string;
  /** The language of the text, where it is not the page's. */
  readonly lang?: string;
}

interface Props {
  readonly label: string;
  readonly name: string;
  /** Empty: any of them. */
  readonly value: string;
  /** How “any of them” is said here. */
  readonly any: string;
  readonly options: readonly PickOption[];
  readonly onPick: (value: string) => void;
}

/** One of several, or any of them, to look for. */
export function Pick({ label, name, value, any, options, onPick }: Props) {
  return (
    <label>
      <span>{label}</span>
      <select class="input" name={name} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} {...(option.lang ? { lang: option.lang } : {})}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** All founder species, by their names in the language of the moment. */
export const founderOptions = (): PickOption[] =>
  FOUNDERS.map(({ key }) => ({ value: key, text: founderName(key) })).sort((a, b) => a.text.localeCompare(b.text));
