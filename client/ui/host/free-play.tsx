import { useState } from 'preact/hooks';
import { FOUNDERS } from '../../../shared/sim/founders.ts';
import { DEFAULT_SETTINGS, MOST_DUELLING, SETTING_LIMITS } from '../../../shared/sim/settings.ts';
import { MAX_CREATURES } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import { FounderChoice } from '../parts/founder-choice.tsx';
import { MatchOptions, USUAL_OPTIONS } from '../parts/match-options.tsx';
import type { Plan } from './open-page.tsx';

const NUMBERS = ['habitats', 'rounds', 'generationsPerRound', 'population'] as const;

const { habitats, rounds, generationsPerRound, population } = DEFAULT_SETTINGS;
const USUAL: Readonly<Record<(typeof NUMBERS)[number], number>> = { habitats, rounds, generationsPerRound, population };

interface Props {
  /** `playing`: the host takes a seat, and leads from the match instead of the console. */
  readonly onOpen: (plan: Omit<Plan, 'mode'>, playing: boolean) => void;
}

/** What a match without a lesson is to be like. */
export function FreePlay({ onOpen }: Props) {
  const [playing, setPlaying] = useState(false);
  const [founder, setFounder] = useState(FOUNDERS[0]?.key ?? '');
  const [numbers, setNumbers] = useState(USUAL);
  const [options, setOptions] = useState(USUAL_OPTIONS);
  const duel = options.game === 'drift';
  const crowded = !duel && numbers.habitats * numbers.population > MAX_CREATURES;
  const unpaired = duel && (numbers.habitats % 2 !== 0 || numbers.habitats > MOST_DUELLING);
  return (
    <form
      class="host"
      onSubmit={(event) => {
        event.preventDefault();
        if (!crowded && !unpaired) onOpen({ founder, ...numbers, ...options }, playing);
      }}
    >
      <FounderChoice founder={founder} onChange={setFounder} />
      <div class="numbers">
        {NUMBERS.map((name) => (
          <div key={name} class="field">
            <label for={`host-${name}`}>{t(`host.${name}`)}</label>
            <input
              id={`host-${name}`}
              class="input numeric"
              type="number"
              required
              min={SETTING_LIMITS[name][0]}
              max={SETTING_LIMITS[name][1]}
              value={numbers[name]}
              onInput={(event) => setNumbers({ ...numbers, [name]: event.currentTarget.valueAsNumber || 0 })}
            />
            <span class="hint">{t(`host.${name}Hint`)}</span>
          </div>
        ))}
      </div>
      <label class="choice">
        <input
          id="host-playing"
          type="checkbox"
          checked={playing}
          onChange={(event) => setPlaying(event.currentTarget.checked)}
        />
        <span>
          <strong>{t('console.open.playing')}</strong>
          <span class="hint">{t('console.open.playingHint')}</span>
        </span>
      </label>
      <MatchOptions options={options} hosted onChange={setOptions} />
      {unpaired ? (
        <p class="wrong" role="alert">
          {t('options.odd', { low: 2, high: MOST_DUELLING })}
        </p>
      ) : null}
      {crowded ? (
        <p class="wrong" role="alert">
          {t('host.crowded', {
            most: MAX_CREATURES,
            fits: Math.floor(MAX_CREATURES / Math.max(1, numbers.habitats)),
          })}
        </p>
      ) : null}
      <button type="submit" class="button primary large">
        {t('host.open')}
      </button>
    </form>
  );
}
