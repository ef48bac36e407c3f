import '../../styles/transport.css';
import { t } from '../../i18n/i18n.ts';
import type { Playback } from '../../session/world-source.ts';

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16, 64] as const;

/** Play, pause, speed and the way along a recording. */
export function Transport({
  playback,
  generationsPerRound,
}: {
  readonly playback: Playback;
  readonly generationsPerRound: number;
}) {
  const { generations } = playback;
  const position = playback.position.value;
  const playing = playback.playing.value;
  const at = Math.min(generations - 1, Math.floor(position));
  const rounds = Math.floor((generations - 1) / generationsPerRound);
  const words = (generation: number): string =>
    generation >= rounds * generationsPerRound && generation === generations - 1
      ? t('transport.exam')
      : t('transport.at', {
          generation: generation + 1,
          generations,
          round: Math.floor(generation / generationsPerRound) + 1,
        });
  return (
    <section class="transport" aria-label={t('transport.label')}>
      <button
        type="button"
        class="button primary play"
        aria-label={t(playing ? 'transport.pause' : 'transport.play')}
        onClick={() => (playing ? playback.pause() : playback.play())}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d={playing ? 'M4 3h4v14H4zM12 3h4v14h-4z' : 'M5 2l12 8-12 8z'} fill="currentColor" />
        </svg>
      </button>
      <button
        type="button"
        class="button small"
        aria-label={t('transport.back')}
        disabled={at <= 0}
        onClick={() => playback.seek(at - 1)}
      >
        <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
          <path d="M4 3h2v14H4zM17 2v16L7 10z" fill="currentColor" />
        </svg>
      </button>
      <div class="seek">
        <input
          type="range"
          min={0}
          max={generations - 1}
          step={1}
          value={at}
          aria-label={t('transport.seek')}
          aria-valuetext={words(at)}
          onInput={(event) => playback.seek(Number(event.currentTarget.value))}
        />
        <div class="seek-fill" aria-hidden="true">
          <span style={{ inlineSize: `${(Math.min(position, generations) / generations) * 100}%` }} />
          {Array.from({ length: rounds }, (_, round) => (
            <i
              key={round}
              style={{ insetInlineStart: `${(((round + 1) * generationsPerRound) / generations) * 100}%` }}
            />
          ))}
        </div>
      </div>
      <button
        type="button"
        class="button small"
        aria-label={t('transport.forward')}
        disabled={at >= generations - 1}
        onClick={() => playback.seek(at + 1)}
      >
        <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
          <path d="M14 3h2v14h-2zM3 2v16l10-8z" fill="currentColor" />
        </svg>
      </button>
      <span class="where numeric">{words(at)}</span>
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
    </section>
  );
}
