import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { percent, t } from '../../i18n/i18n.ts';
import { DifferenceMap } from './difference-map.tsx';

interface Props {
  readonly first: RefObject<HTMLCanvasElement | null>;
  readonly second: RefObject<HTMLCanvasElement | null>;
  readonly compared: Uint8Array | null;
}

/** Both twins in one place: left of the divider the first, right of it the second, and what differs lit up over both. */
export function TwinOverlay({ first, second, compared }: Props) {
  const [divider, setDivider] = useState(50);
  const [lit, setLit] = useState(true);
  const at = t('twins.slideAt', { first: percent(divider / 100), second: percent(1 - divider / 100) });
  return (
    <div class="twin-overlay" dir="ltr">
      <div class="overlay-plate" role="img" aria-label={t('twins.map')}>
        <canvas ref={first} width={128} height={128} style={{ clipPath: `inset(0 ${100 - divider}% 0 0)` }} />
        <canvas ref={second} width={128} height={128} style={{ clipPath: `inset(0 0 0 ${divider}%)` }} />
        {lit ? <DifferenceMap compared={compared} /> : null}
        <span class="divider" style={{ left: `${divider}%` }} />
      </div>
      <input
        type="range"
        min={0}
        max={100}
        step={2}
        value={divider}
        aria-label={t('twins.slide')}
        aria-valuetext={at}
        onInput={(event) => setDivider(Number(event.currentTarget.value))}
      />
      <label class="check">
        <input type="checkbox" checked={lit} onChange={(event) => setLit(event.currentTarget.checked)} />
        <span>{t('twins.light')}</span>
      </label>
    </div>
  );
}
