import '../../styles/volume.css';
import { useId } from 'preact/hooks';
import { t } from '../../i18n/i18n.ts';
import { play } from '../../sound/player.ts';
import { LOUDEST, setVolume, volume } from '../../sound/volume.ts';
import { useDropDown } from './use-drop-down.ts';

/** Where a first press turns it up to. */
const USUAL = 5;

/** How loud the game is: a button that opens a slider. Silent until it is turned up. */
export function Volume() {
  const { box, open, setOpen } = useDropDown();
  const id = useId();
  const now = volume.value;
  const change = (steps: number): void => {
    setVolume(steps);
    play('card');
  };
  return (
    <div class="volume" ref={box}>
      <button
        type="button"
        class="volume-button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={now > 0 ? t('volume.on', { volume: now, loudest: LOUDEST }) : t('volume.off')}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
          <path d="M3 9v6h4l6 5V4L7 9z" fill="currentColor" />
          <path
            d={now > 0 ? 'M16 8a6 6 0 0 1 0 8M18.5 5a10 10 0 0 1 0 14' : 'M16 9l6 6M22 9l-6 6'}
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
          />
        </svg>
      </button>
      <div id={id} class="volume-panel" hidden={!open}>
        <label for={`${id}-slider`}>{t('volume.label')}</label>
        <input
          id={`${id}-slider`}
          type="range"
          min={0}
          max={LOUDEST}
          step={1}
          value={now}
          onInput={(event) => change(event.currentTarget.valueAsNumber)}
        />
        <button type="button" class="button small" onClick={() => change(now > 0 ? 0 : USUAL)}>
          {t(now > 0 ? 'volume.turnOff' : 'volume.turnOn')}
        </button>
      </div>
    </div>
  );
}
