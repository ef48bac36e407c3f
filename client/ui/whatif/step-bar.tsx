import type { Settings } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import type { ComparedGeneration } from '../../session/divergence.ts';
import type { Steps } from './use-steps.ts';
import { momentWords } from './words.ts';

interface Props {
  readonly settings: Settings;
  readonly generations: readonly ComparedGeneration[];
  readonly steps: Steps;
}

/** Takes both histories on together. */
export function StepBar({ settings, generations, steps }: Props) {
  const { at, playing } = steps;
  const last = generations.length - 1;
  const words = momentWords(settings, generations[Math.min(at, last)]?.generation ?? 0);
  return (
    <div class="step-bar">
      <button
        type="button"
        class="button primary"
        aria-label={t(playing ? 'transport.pause' : 'transport.play')}
        onClick={steps.toggle}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d={playing ? 'M4 3h4v14H4zM12 3h4v14h-4z' : 'M5 2l12 8-12 8z'} fill="currentColor" />
        </svg>
      </button>
      <input
        type="range"
        min={0}
        max={Math.max(1, last)}
        value={at}
        aria-label={t('transport.seek')}
        aria-valuetext={words}
        onInput={({ currentTarget }) => steps.seek(Math.min(last, currentTarget.valueAsNumber))}
      />
      <span class="numeric">{words}</span>
    </div>
  );
}
