import '../../styles/interventions.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { INTERVENTION_IDS, type InterventionId, MAX_INTERVENTIONS } from '../../../shared/sim/interventions.ts';
import { checkCommand } from '../../../shared/sim/world/commands.ts';
import { currentRound } from '../../../shared/sim/world/create.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { INTERVENTION_MARKS } from '../../art/intervention-marks.ts';
import { t, tOr } from '../../i18n/i18n.ts';
import {
  interventionFormula,
  interventionName,
  interventionPrice,
  interventionSentence,
} from '../../i18n/model-words.ts';
import { refusalWords } from '../../net/words.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { pendingOf, type Sent } from '../../session/pending.ts';
import type { Coach } from '../learn/coach.ts';
import { Hint } from '../learn/hint.tsx';
import { Dots } from '../parts/dots.tsx';
import { narrow } from '../parts/narrow.ts';

interface Props {
  readonly model: MatchModel;
  readonly world: World;
  readonly coach: Coach;
}

/** Helps that a steward may give while a round runs: by the map, few, each with its price. */
export function Interventions({ model, world, coach }: Props) {
  const { source } = model;
  const seat = source.seat.value;
  const { phase, stewards } = source.table.value;
  const left = stewards[seat]?.interventionsLeft ?? 0;
  const [open, setOpen] = useState<InterventionId | null>(null);
  const [refused, setRefused] = useState('');
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const [unfolded, setUnfolded] = useState(false);
  const fold = useFoldFocus(unfolded);
  const refusals = INTERVENTION_IDS.map((id) => refusalOf(world, seat, id));
  const shut = left === 0 ? t('interventions.spent') : refusals.every(Boolean) ? wordsOf(refusals[0]) : undefined;
  useEffect(() => {
    setOpen(null);
    setRefused('');
    setUnfolded(false);
  }, [phase]);
  const running = phase === 'grow' || phase === 'season' || phase === 'lapse';
  if (seat < 0 || !running || OUT_OF_TIME.includes(refusals[0]?.reason ?? '')) return null;

  const use = async (intervention: InterventionId): Promise<void> => {
    const answer = await source.send({ kind: 'intervene', intervention });
    setOpen(null);
    setRefused(answer.ok ? '' : (answer.error ?? t('interventions.refused')));
    if (!answer.ok) return;
    setSent([...sent, { round: currentRound(world), intervention }]);
    setUnfolded(false);
  };
  const pending = pendingOf(sent, world, seat);
  const coming = pending.map((id) =>
    t('interventions.coming', { name: interventionName(id), when: t(whenKey(id, world)) }),
  );
  const folds = narrow.value;
  const shown = !folds || unfolded;
  const count = (
    <>
      <span>{t('interventions.title')}</span>
      <span class="visually-hidden">{t('interventions.left', { count: left })}</span>
      <Dots count={left} of={MAX_INTERVENTIONS} />
    </>
  );
  return (
    <section
      class={shown ? 'interventions' : 'interventions folded'}
      aria-label={t('interventions.label')}
      data-left={left}
    >
      <Hint coach={coach} place="interventions" />
      {open ? (
        <Offer
          id={open}
          world={world}
          refusal={wordsOf(refusals[INTERVENTION_IDS.indexOf(open)])}
          onUse={() => void use(open)}
          onClose={() => setOpen(null)}
        />
      ) : null}
      <p class="interventions-told" aria-live="polite">
        {[refused, ...coming].join(' ').trim()}
      </p>
      <div class="interventions-row">
        {folds ? (
          <button
            ref={fold}
            type="button"
            class="interventions-left fold"
            aria-expanded={unfolded}
            onClick={() => {
              setOpen(null);
              setUnfolded(!unfolded);
            }}
          >
            {count}
          </button>
        ) : (
          <p class="interventions-left">{count}</p>
        )}
        {(shown ? INTERVENTION_IDS : []).map((id) => (
          <button
            key={id}
            type="button"
            class="intervention"
            data-intervention={id}
            data-pending={pending.includes(id)}
            disabled={shut !== undefined}
            aria-expanded={open === id}
            onClick={() => {
              coach.offered.value = true;
              setOpen(open === id ? null : id);
            }}
          >
            <Mark id={id} />
            <span>{interventionName(id)}</span>
            {pending.includes(id) ? <span class="visually-hidden">{t(whenKey(id, world))}</span> : null}
          </button>
        ))}
      </div>
      {shut && shown ? <p class="interventions-shut quiet">{shut}</p> : null}
    </section>
  );
}

/** The button that folds the row of helps: what is folded away gives its focus to it. */
function useFoldFocus(unfolded: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !unfolded && document.activeElement === document.body) button.current?.focus();
    was.current = unfolded;
  }, [unfolded]);
  return button;
}

/** Why not, in the reader's language; empty if it can be. */
const wordsOf = (refusal: ReturnType<typeof refusalOf> | undefined): string =>
  refusal ? refusalWords(refusal.reason, refusal.sentence) : '';

interface OfferProps {
  readonly id: InterventionId;
  readonly world: World;
  /** Why not now; empty if it can be. */
  readonly refusal: string;
  readonly onUse: () => void;
  readonly onClose: () => void;
}

/** Refusals that no waiting mends: then there is nothing to show. */
const OUT_OF_TIME = ['exam', 'over', 'betweenRounds'];

/** What it does, what it costs, when it takes effect; and then the button. */
function Offer({ id, world, refusal, onUse, onClose }: OfferProps) {
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    first.current?.focus();
    // Back to the button that opened it.
    return () => document.querySelector<HTMLElement>(`[data-intervention="${id}"]`)?.focus();
  }, [id]);
  return (
    <section
      class="offer"
      role="dialog"
      aria-label={interventionName(id)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h3>{interventionName(id)}</h3>
      <p>{interventionSentence(id)}</p>
      <p class="price">{t('interventions.price', { price: interventionPrice(id) })}</p>
      <details>
        <summary>{t('hand.formula')}</summary>
        <p class="formula">{interventionFormula(id)}</p>
      </details>
      <div class="actions">
        {refusal ? (
          <p class="refusal">{refusal}</p>
        ) : (
          <button ref={first} type="button" class="button primary small" onClick={onUse}>
            {t('interventions.use', { when: t(whenKey(id, world)) })}
          </button>
        )}
        <button ref={refusal ? first : null} type="button" class="button small" onClick={onClose}>
          {t('interventions.cancel')}
        </button>
      </div>
    </section>
  );
}

/** A shelter stands in the next season that begins; everything else waits for births. */
const whenKey = (id: InterventionId, { stage }: World): string =>
  `interventions.when.${id !== 'shelter' ? 'births' : stage === 'season' ? 'season' : 'nextSeason'}`;

/** Why this one cannot be made now, in the reader's words; null if it can. */
function refusalOf(
  world: World,
  seat: number,
  intervention: InterventionId,
): { reason: string; sentence: string } | null {
  const refusal = checkCommand(world, { kind: 'intervention', seat, intervention, tick: world.tick });
  return refusal && { reason: refusal.reason, sentence: tOr(`refusal.${refusal.reason}`, refusal.sentence) };
}

function Mark({ id }: { readonly id: InterventionId }) {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <path d={INTERVENTION_MARKS[id]} fill="none" stroke="currentColor" stroke-width="2.4" stroke-linejoin="round" />
    </svg>
  );
}
