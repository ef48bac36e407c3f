import '../../styles/charts.css';
import '../../styles/tapes.css';
import { useMemo, useState } from 'preact/hooks';
import { language, listed, t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import { ENOUGH_TAPES, type Tape, type TraitFates, traitFates, type Verdict } from '../../session/tapes.ts';
import type { TapesSource } from '../../session/tapes-source.ts';
import { DataTable } from '../charts/data-table.tsx';
import { SurvivalRow, TraitRows } from './fate-rows.tsx';
import { HabitatChoice } from './habitat-choice.tsx';
import { tapesSheet } from './tapes-sheet.ts';
import type { Parent } from './whatif-page.tsx';

interface Props {
  readonly parent: Parent;
  readonly source: TapesSource;
  /** To hold one tape against what happened. */
  readonly onWatch: (tape: Tape) => void;
}

/** Many histories from one moment: which of their outcomes come back, and which were luck. */
export function TapesView({ parent, source, onWatch }: Props) {
  const { settings } = parent.recording;
  const { tapes, steps, standing, trouble, start, happened } = source.state.value;
  const [habitat, setHabitat] = useState(0);
  const early = tapes.length < ENOUGH_TAPES;
  const traits = early ? [] : traitFates(tapes, start[habitat] ?? null, happened, habitat);
  const sheets = useMemo(
    () => tapesSheet(tapes, happened, settings.habitats, habitat),
    [tapes, happened, habitat, language.value],
  );
  return (
    <section class="tapes chart-book" aria-label={t('whatif.change.tapes.title')} data-standing={standing}>
      {standing === 'failed' ? (
        <p class="notice" role="alert">
          {t('whatif.failed', { reason: trouble })}
        </p>
      ) : null}
      {standing === 'running' ? (
        <div class="measuring" role="status">
          <span>{t('whatif.tapes.running', { done: tapes.length, tapes: source.count })}</span>
          <progress max={source.steps} value={steps} aria-label={t('whatif.progress')} />
          <button type="button" class="button small" onClick={source.stop}>
            {t('whatif.stop')}
          </button>
        </div>
      ) : null}
      {tapes.length > 0 ? (
        <>
          <div class="whatif-tell">
            <HabitatChoice habitats={settings.habitats} habitat={habitat} onChoose={setHabitat} />
            <p class="whatif-say">
              <strong>
                {early ? t('whatif.tapes.early', { tapes: tapes.length }) : headline(traits, tapes.length)}
              </strong>
            </p>
          </div>
          <p class="quiet">
            {t('whatif.tapes.dots')} <i class="diamond" aria-hidden="true" /> {t('whatif.happened')}
          </p>
          <SurvivalRow {...{ tapes, happened, habitat }} />
          <TraitRows title={t('whatif.tapes.verdict.recurs')} traits={ofVerdict(traits, 'recurs')} />
          <TraitRows title={t('whatif.tapes.verdict.luck')} traits={ofVerdict(traits, 'luck')} />
          <p class="quiet">{t('whatif.tapes.how', { generation: Math.max(1, source.from) })}</p>
          <DataTable caption={t('whatif.change.tapes.title')} {...sheets} file="twinfold-tapes" />
          <Watch tapes={tapes} onWatch={onWatch} />
        </>
      ) : null}
    </section>
  );
}

/** More would not be looked at; the table has all. */
const SHOWN = 6;
const ofVerdict = (traits: readonly TraitFates[], verdict: Verdict): readonly TraitFates[] =>
  traits.filter((each) => each.verdict === verdict).slice(0, SHOWN);

/** What recurs and what was luck, by name. */
function headline(traits: readonly TraitFates[], count: number): string {
  const names = (verdict: Verdict): string =>
    listed(
      ofVerdict(traits, verdict)
        .slice(0, 3)
        .map(({ trait }) => traitName(trait)),
    );
  const [recurs, luck] = [names('recurs'), names('luck')];
  if (recurs && luck) return t('whatif.tapes.both', { tapes: count, recurs, luck });
  if (recurs) return t('whatif.tapes.allRecurs', { tapes: count, recurs });
  return luck ? t('whatif.tapes.allLuck', { tapes: count, luck }) : t('whatif.tapes.neither', { tapes: count });
}

/** A tape is a branch like any other: one of them can be looked at closely. */
function Watch({ tapes, onWatch }: Pick<Props, 'onWatch'> & { readonly tapes: readonly Tape[] }) {
  const [at, setAt] = useState(0);
  const tape = tapes[at];
  return (
    <div class="actions">
      <label class="choice">
        <span>{t('whatif.tapes.one')}</span>
        <select class="input" value={String(at)} onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}>
          {tapes.map((_, index) => (
            <option key={index} value={String(index)}>
              {t('whatif.tapes.number', { number: index + 1 })}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="button" disabled={!tape} onClick={() => tape && onWatch(tape)}>
        {t('whatif.tapes.watch')}
      </button>
    </div>
  );
}
