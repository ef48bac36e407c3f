import { number, t, tOr } from '../../i18n/i18n.ts';
import type { Amount, Choice, Dials } from './dials.ts';
import type { BenchState } from './use-bench.ts';

interface Props<Of extends Dials> {
  readonly of: BenchState<Of>;
  readonly name: keyof Of & string;
}

/** One dial of a bench: a slider for an amount, a row of buttons for a choice. */
export function Dial<Of extends Dials>({ of, name }: Props<Of>) {
  const spec = of.dials[name];
  const value: string | number | undefined = of.values[name];
  if (spec === undefined || value === undefined || spec.kind === 'text') return null;
  const turn = (to: string | number): void => of.setAll({ [name]: to } as never);
  return spec.kind === 'amount' ? (
    <Slider bench={of.name} name={name} spec={spec} value={Number(value)} onTurn={turn} />
  ) : (
    <Row bench={of.name} name={name} spec={spec} value={String(value)} onTurn={turn} />
  );
}

interface PartProps<Spec, Value> {
  readonly bench: string;
  readonly name: string;
  readonly spec: Spec;
  readonly value: Value;
  readonly onTurn: (to: Value) => void;
}

function Slider({ bench, name, spec, value, onTurn }: PartProps<Amount, number>) {
  const said = tOr(`lab.${bench}.value.${name}`, number(value), { value, count: value });
  return (
    <label class="dial">
      <span class="dial-head">
        <span>{t(`lab.${bench}.dial.${name}`)}</span>
        <output class="numeric">{said}</output>
      </span>
      <input
        type="range"
        name={name}
        min={spec.least}
        max={spec.most}
        step={spec.step}
        value={value}
        aria-valuetext={said}
        onInput={(event) => onTurn(Number(event.currentTarget.value))}
      />
    </label>
  );
}

function Row({ bench, name, spec, value, onTurn }: PartProps<Choice, string>) {
  return (
    <fieldset class="dial choices">
      <legend>{t(`lab.${bench}.dial.${name}`)}</legend>
      <div class="choice-row">
        {spec.values.map((each) => (
          <label key={each} class={each === value ? 'chosen' : ''}>
            <input
              class="visually-hidden"
              type="radio"
              name={name}
              value={each}
              checked={each === value}
              onChange={() => onTurn(each)}
            />
            <span>{t(`lab.${bench}.choice.${name}.${each}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
