import { number, t } from '../../i18n/i18n.ts';

interface Props {
  /** The first that can be chosen, and the last. */
  readonly first: number;
  readonly last: number;
  readonly place: number;
  readonly onMove: (generation: number) => void;
}

/** Chooses the generation that the words and the bars below tell of. */
export function GenerationSlider({ first, last, place, onMove }: Props) {
  return (
    <label class="generation-slider">
      <span>{t('charts.generation', { generation: place + 1, generations: last + 1 })}</span>
      <input
        type="range"
        // As the chart above it, in every language.
        dir="ltr"
        min={first}
        max={Math.max(first, last)}
        value={place}
        aria-valuetext={number(place + 1)}
        onInput={(event) => onMove(Number(event.currentTarget.value))}
      />
    </label>
  );
}
