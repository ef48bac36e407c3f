import '../../../styles/champion.css';
import { useMemo, useState } from 'preact/hooks';
import { briefFor } from '../../../../shared/sim/briefs/assign.ts';
import {
  type Champion as Best,
  CHAMPION_CLONES,
  type CloneScores,
  championOf,
  cloneScores,
  clonesOf,
} from '../../../../shared/sim/champion.ts';
import type { World } from '../../../../shared/sim/world/world.ts';
import { number, t } from '../../../i18n/i18n.ts';
import { groundName } from '../../../i18n/model-words.ts';
import { isMeasured } from '../../../session/history.ts';
import type { MatchModel } from '../../../session/match-model.ts';
import { nursery, Urgency } from '../../../worker/nursery.ts';
import { CreaturePicture } from '../../parts/picture.tsx';
import { CloneChart } from './clone-chart.tsx';

type State = 'idle' | 'growing' | 'failed' | CloneScores;

/** The best creature's genome, grown forty times more in its own patch: was it the genes, or luck? */
export function Champion({ model, world }: { readonly model: MatchModel; readonly world: World }) {
  const { history, source } = model;
  const seat = source.seat.value;
  const record = history.at(world.generation);
  void history.version.value;
  const measured = record !== undefined && isMeasured(record);
  const best = useMemo((): Best | null => {
    if (!record || !measured) return null;
    const rows = Int32Array.from(record.traits);
    return seat < 0 ? championOf(world, rows) : championOf(world, rows, seat, briefFor(world.settings, seat));
  }, [measured, seat]);
  return (
    <section class="champion" aria-labelledby="champion-title">
      <h3 id="champion-title">{t('champion.title')}</h3>
      <p>{t(seat < 0 ? 'champion.textAll' : 'champion.text', { clones: CHAMPION_CLONES })}</p>
      {measured ? null : <p class="quiet">{t('reveal.measuring')}</p>}
      {measured && !best ? <p class="quiet">{t('champion.none')}</p> : null}
      {best ? <Clones best={best} world={world} /> : null}
    </section>
  );
}

function Clones({ best, world }: { readonly best: Best; readonly world: World }) {
  const [state, setState] = useState<State>('idle');
  const clones = useMemo(() => clonesOf(best), [best]);
  const habitat = world.habitats[best.habitat];
  const grow = (): void => {
    setState('growing');
    const wish = nursery().ask({ kind: 'measure', of: clones }, Urgency.now);
    wish.done.then(
      (rows) => setState(cloneScores(best, Int32Array.from(rows))),
      () => setState('failed'),
    );
  };
  const scores = typeof state === 'object' ? state : null;
  return (
    <>
      <div class="champion-head">
        <CreaturePicture of={best.seedling} scale={8} label={t('champion.portrait')} urgency={Urgency.now} />
        <div>
          <p>
            {t(`champion.by.${best.by}`, { score: number(best.score), ground: habitat ? groundName(habitat) : '' })}
          </p>
          {scores ? null : (
            <button type="button" class="button primary" disabled={state === 'growing'} onClick={grow}>
              {t(state === 'growing' ? 'champion.growing' : 'champion.clone', { clones: CHAMPION_CLONES })}
            </button>
          )}
        </div>
      </div>
      <div aria-live="polite">
        {state === 'failed' ? <p class="refusal">{t('twins.failed')}</p> : null}
        {scores ? <Told best={best} scores={scores} /> : null}
      </div>
      {scores ? (
        <ul class="patch" aria-label={t('champion.patch', { clones: CHAMPION_CLONES })}>
          {clones.map((of) => (
            <li key={of.noiseSeed}>
              <CreaturePicture of={of} scale={2} label="" />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** Above this share of clones that do worse, luck is said to have had its hand in it. */
const LUCKY = 0.65;

function Told({ best, scores }: { readonly best: Best; readonly scores: CloneScores }) {
  const lucky = scores.below / CHAMPION_CLONES > LUCKY;
  return (
    <>
      <CloneChart scores={scores.scores} own={best.score} />
      <p>
        {t('champion.numbers', {
          score: number(Math.round(best.score)),
          mean: number(Math.round(scores.mean)),
          below: scores.below,
          clones: CHAMPION_CLONES,
        })}{' '}
        <strong>{t(lucky ? 'champion.luck' : 'champion.genes')}</strong>
      </p>
    </>
  );
}
