import '../../styles/twins.css';
import { causeOf } from '../../../shared/sim/causes.ts';
import { STEPS } from '../../../shared/sim/embryo/body.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { number, percent, t } from '../../i18n/i18n.ts';
import { causeWords, groundName } from '../../i18n/model-words.ts';
import { generationShown, twinsOf } from '../../session/creature-view.ts';
import { hidesCards } from '../../session/hidden-cards.ts';
import { lastTwins, type Twin } from '../../session/last-twins.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { livesAt } from '../../session/moment.ts';
import { UNTOLD_CAUSE } from '../../session/told.ts';
import { GenomeStrip } from '../parts/genome-strip.tsx';
import { useTwinFilm } from '../parts/twin-film.ts';
import { Weight } from '../parts/weight.tsx';
import { AgentMark } from './agent-mark.tsx';
import { TwinCourse } from './twin-course.tsx';
import { TwinOverlay } from './twin-overlay.tsx';

/** The round's pair: one genome, two bodies, and how far apart they are. Between rounds, the pair that this page saw last. */
export function TwinsPanel({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const habitat = model.habitat.value;
  void model.history.version.value;
  const pair = twinsOf(model.creatures.value, habitat);
  const untold = hidesCards(model.source.table.value, model.source.seat.value, habitat);
  const place = world.habitats[habitat];
  if (!place) return null;
  const ground = groundName(place);
  if (pair) {
    const { season } = model.moment.value;
    const growth = (): number => model.momentNow().growth;
    return (
      <Pair key={pair[0].key} pair={untold ? veiled(pair) : pair} ground={ground} season={season} growth={growth} />
    );
  }
  const before = lastTwins(model.history, habitat, generationShown(world));
  if (!before) return <p class="quiet">{t('twins.none')}</p>;
  return (
    <>
      <p class="quiet twins-before">{t('twins.before', { generation: before.generation + 1 })}</p>
      <Pair
        key={before.pair[0].key}
        pair={untold ? veiled(before.pair) : before.pair}
        ground={ground}
        season={1}
        growth={GROWN}
      />
    </>
  );
}

/** Twins of whose deaths no more than the moment is told. */
function veiled([first, second]: readonly [Twin, Twin]): readonly [Twin, Twin] {
  const veil = (twin: Twin): Twin => (twin.cause === 0 ? twin : { ...twin, cause: UNTOLD_CAUSE });
  return [veil(first), veil(second)];
}

const GROWN = (): number => 1;

interface PairProps {
  readonly pair: readonly [Twin, Twin];
  readonly ground: string;
  /** How far their season is, and (asked again and again) their growth, 0 to 1. */
  readonly season: number;
  readonly growth: () => number;
}

function Pair({ pair: [first, second], ground, season, growth }: PairProps) {
  const { one, other, overOne, overOther, held, state } = useTwinFilm({
    first: first.of,
    second: second.of,
    lengthMs: 0,
    progress: growth,
  });
  const { state: stage, step, cells, divergence, compared } = state.value;
  const { genome } = first.of;
  return (
    <div class="twins" data-divergence={divergence.toFixed(3)} data-state={stage}>
      <div class="twin-pair">
        <svg class="tether" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
          <path d="M25 2C38 18 62 18 75 2" vector-effect="non-scaling-stroke" />
        </svg>
        {[one, other].map((canvas, at) => (
          <figure key={at}>
            <canvas ref={canvas} width={128} height={128} role="img" aria-label={t(`twins.${at}`, { ground })} />
            <figcaption>
              <Fate of={at ? second : first} season={season} cells={cells[at] ?? 0} />
            </figcaption>
          </figure>
        ))}
      </div>
      <div class="divergence">
        <TwinOverlay first={overOne} second={overOther} compared={compared} />
        <div>
          <strong>{t('twins.divergence')}</strong>
          <p class="numeric big">{percent(divergence)}</p>
          <meter
            aria-label={t('twins.divergence')}
            class="visually-hidden"
            min={0}
            max={100}
            value={Math.round(divergence * 100)}
          >
            {percent(divergence)}
          </meter>
          <div class="meter" aria-hidden="true">
            <span style={{ inlineSize: `${divergence * 100}%` }} />
          </div>
          <p class="quiet numeric">
            {stage === 'failed'
              ? t('twins.failed')
              : stage === 'grown'
                ? t('twins.grown', { share: percent(divergence) })
                : t('twins.step', { step, steps: STEPS })}
          </p>
        </div>
      </div>
      <TwinCourse state={state.value} held={held} />
      <div class="genome">
        <GenomeStrip genome={genome} />
        <Weight of={first.of} />
      </div>
    </div>
  );
}

function Fate({ of, season, cells }: { readonly of: Twin; readonly season: number; readonly cells: number }) {
  if (!livesAt(of.cause, of.moment, season)) {
    const cause = causeOf(of.cause);
    return (
      <span class="fate dead">
        {cause ? <AgentMark cause={of.cause} /> : null} {cause ? causeWords(cause) : t('charts.untoldCause')}
      </span>
    );
  }
  return <span class="fate numeric">{t('twins.cells', { count: cells, cells: number(cells) })}</span>;
}
