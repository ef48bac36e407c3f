import { t } from '../../i18n/i18n.ts';
import type { Playback } from '../../session/world-source.ts';

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64] as const;

/** The generation on show, counted from 0; at the end the last. */
export const generationAt = ({ generations, position }: Playback): number =>
  Math.min(generations - 1, Math.floor(position.value));

const PATHS = {
  play: 'M5 2l12 8-12 8z',
  pause: 'M4 3h4v14H4zM12 3h4v14h-4z',
  back: 'M4 3h2v14H4zM17 2v16L7 10z',
  forward: 'M14 3h2v14h-2zM3 2v16l10-8z',
} as const;

const Icon = ({ name, size }: { readonly name: keyof typeof PATHS; readonly size: number }) => (
  <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
    <path d={PATHS[name]} fill="currentColor" />
  </svg>
);

/** Play, pause, and a generation back or on. */
export function Transport({ playback }: { readonly playback: Playback }) {
  const playing = playback.playing.value;
  const at = generationAt(playback);
  return (
    <div class="transport-buttons">
      <button
        type="button"
        class="button small"
        aria-label={t('transport.back')}
        title={t('theatre.keyed', { what: t('transport.back'), key: ',' })}
        disabled={at <= 0}
        onClick={() => playback.seek(at - 1)}
      >
        <Icon name="back" size={16} />
      </button>
      <button
        type="button"
        class="button primary play"
        aria-label={t(playing ? 'transport.pause' : 'transport.play')}
        onClick={() => (playing ? playback.pause() : playback.play())}
      >
        <Icon name={playing ? 'pause' : 'play'} size={20} />
      </button>
      <button
        type="button"
        class="button small"
        aria-label={t('transport.forward')}
        title={t('theatre.keyed', { what: t('transport.forward'), key: '.' })}
        disabled={at >= playback.generations - 1}
        onClick={() => playback.seek(at + 1)}
      >
        <Icon name="forward" size={16} />
      </button>
    </div>
  );
}

export function Speed({ playback }: { readonly playback: Playback }) {
  return (
    <label class="speed">
      <span class="visually-hidden">{t('transport.speed')}</span>
      <select
        value={String(playback.speed.value)}
        onChange={(event) => playback.setSpeed(Number(event.currentTarget.value))}
      >
        {SPEEDS.map((speed) => (
          <option key={speed} value={String(speed)}>
            {t('transport.times', { speed })}
          </option>
        ))}
      </select>
    </label>
  );
}
