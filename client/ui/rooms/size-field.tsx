import { SETTING_LIMITS } from '../../../shared/sim/settings.ts';
import { t } from '../../i18n/i18n.ts';

interface Props {
  readonly name: 'habitats' | 'rounds';
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number that can be typed, or stepped with a thumb. */
export function SizeField({ name, value, onChange }: Props) {
  const [low, high] = SETTING_LIMITS[name];
  const step = (by: number) => (
    <button
      type="button"
      class="button step"
      aria-label={t(by < 0 ? 'making.less' : 'making.more', { what: t(`host.${name}`) })}
      disabled={by < 0 ? value <= low : value >= high}
      onClick={() => onChange(Math.min(high, Math.max(low, value + by)))}
    >
      <span aria-hidden="true">{by < 0 ? '−' : '+'}</span>
    </button>
  );
  return (
    <div class="field size-field">
      <label for={`room-${name}`}>{t(`host.${name}`)}</label>
      <div class="row">
        {step(-1)}
        <input
          id={`room-${name}`}
          class="input numeric"
          type="number"
          required
          min={low}
          max={high}
          value={value}
          aria-describedby={`room-${name}-hint`}
          onInput={(event) => onChange(event.currentTarget.valueAsNumber || 0)}
        />
        {step(1)}
      </div>
      <span id={`room-${name}-hint`} class="hint">
        {t(`host.${name}Hint`)}
      </span>
    </div>
  );
}
