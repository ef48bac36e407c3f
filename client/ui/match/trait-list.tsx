import { TRAITS, type TraitName } from '../../../shared/sim/trait-names.ts';
import { number, t } from '../../i18n/i18n.ts';
import { type GenerationRecord, isMeasured, rangeOf } from '../../session/history.ts';
import { placeAmong, valuesOf } from '../../session/trait-statistics.ts';
import { unitOf } from '../../session/trait-units.ts';

/** The traits that most pressures ask about. */
const FIRST: readonly TraitName[] = [
  'size',
  'surface',
  'fat',
  'shell',
  'muscle',
  'leaf',
  'fin',
  'eyes',
  'symmetry',
  'cost',
];
const OTHERS: readonly TraitName[] = TRAITS.filter((name) => !FIRST.includes(name));

interface Props {
  /** The creature's own row. */
  readonly traits: Int32Array;
  /** Its generation, for the place among its neighbours; undefined for whoever belongs to none. */
  readonly record: GenerationRecord | undefined;
  readonly habitat: number;
  readonly index: number;
}

/** All traits of a creature, each with its place among those born in the same habitat. */
export function TraitList(props: Props) {
  return (
    <>
      <Traits {...props} names={FIRST} />
      <details class="more-traits">
        <summary>{t('creature.allTraits', { count: TRAITS.length })}</summary>
        <Traits {...props} names={OTHERS} />
      </details>
    </>
  );
}

function Traits({ traits, record, habitat, index, names }: Props & { readonly names: readonly TraitName[] }) {
  return (
    <dl class="traits">
      {names.map((name) => {
        const value = traits[TRAITS.indexOf(name)] ?? 0;
        const around = record && isMeasured(record) ? valuesOf(record, habitat, name) : null;
        const place = record && around ? placeAmong(record, habitat, index, name) : null;
        return (
          <div key={name}>
            <dt>{t(`trait.${name}`)}</dt>
            <dd>
              {around && record ? <Strip values={around} own={index - rangeOf(record, habitat)[0]} /> : <span />}
              <span class="numeric">{amount(name, value)}</span>
              {place ? <span class="place">{placeWords(place)}</span> : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function placeWords({ above, others }: ReturnType<typeof placeAmong>): string {
  if (above === 0) return t('creature.placeLeast');
  return t(above === others ? 'creature.placeMost' : 'creature.place', { above, others });
}

const amount = (name: TraitName, value: number): string =>
  t(`amountShort.${unitOf(name).unit}`, { value: number(value / unitOf(name).divisor) });

const WIDTH = 100;

/** A stroke for each neighbour from the least to the most, and a pointer at one's own. */
function Strip({ values, own }: { readonly values: Int16Array; readonly own: number }) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const across = (value: number): number =>
    most > least ? 3 + ((value - least) / (most - least)) * (WIDTH - 6) : WIDTH / 2;
  const at = across(values[own] ?? least);
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} 16`} preserveAspectRatio="xMinYMid" aria-hidden="true">
      {Array.from(values, (value, each) => (
        <path key={each} d={`M${across(value)} 7V15`} />
      ))}
      <path class="own" d={`M${at} 7L${at - 4} 0H${at + 4}ZM${at} 6V16`} />
    </svg>
  );
}
