import { useEffect, useMemo, useState } from 'preact/hooks';
import { TRAITS, type TraitName } from '../../../shared/sim/trait-names.ts';
import type { World } from '../../../shared/sim/world/world.ts';
import { t } from '../../i18n/i18n.ts';
import type { MatchModel } from '../../session/match-model.ts';
import { everyCreature } from '../../session/sheet.ts';
import { toldRecord, toldRecords } from '../../session/told.ts';
import { courseOf } from '../../session/trait-statistics.ts';
import { unitOf } from '../../session/trait-units.ts';
import { DataTable } from './data-table.tsx';
import { Distribution } from './distribution.tsx';
import { download } from './download.ts';
import { GenerationSlider } from './generation-slider.tsx';
import { Known } from './known.tsx';
import { Plot } from './plot.tsx';
import { traitPlot } from './trait-plot.ts';
import { traitSheet } from './trait-sheet.ts';
import { TraitWords } from './trait-words.tsx';

export interface PageProps {
  readonly model: MatchModel;
  readonly world: World;
  readonly habitat: number;
  /** The last generation that there is, and the one that the slider is at. */
  readonly last: number;
  readonly place: number;
  readonly onPlace: (generation: number) => void;
}

/** Compared with no other habitat, with all, or with the one of this number. */
type Compare = 'none' | 'all' | number;

/** One trait of a habitat: its course over the generations, and how it was spread in one of them. */
export function TraitsPage({ model, world, habitat, last, place, onPlace }: PageProps) {
  const [trait, setTrait] = useState<TraitName>('size');
  const [compare, setCompare] = useState<Compare>('none');
  useEffect(() => setCompare((now) => (now === habitat ? 'none' : now)), [habitat]);
  const version = model.history.version.value;
  const others = world.habitats.filter(({ id }) => id !== habitat && (compare === 'all' || compare === id));
  const { divisor } = unitOf(trait);
  const { generationsPerRound } = world.settings;
  const { course, spec, sheets } = useMemo(() => {
    const records = model.history.records();
    const own = courseOf(records, habitat, trait, last);
    const beside = others.map(({ id }) => ({ name: String(id + 1), course: courseOf(records, id, trait, last) }));
    return {
      course: own,
      sheets: traitSheet(trait, [{ name: String(habitat + 1), course: own }, ...beside]),
      spec: traitPlot({
        course: own,
        others: beside,
        divisor,
        generationsPerRound,
        place,
        xLabel: t('charts.generationAxis'),
        yLabel: `${t(`trait.${trait}`)} (${t(`traitUnit.${unitOf(trait).unit}`)})`,
      }),
    };
  }, [version, habitat, trait, last, place, compare]);
  const name = t(`trait.${trait}`);
  const label = t('charts.traitLabel', { trait: name, habitat: habitat + 1 });
  return (
    <>
      <div class="chart-choices">
        <label class="choice">
          <span>{t('charts.trait')}</span>
          <select
            class="input"
            value={trait}
            onChange={({ currentTarget }) => setTrait(TRAITS.find((each) => each === currentTarget.value) ?? 'size')}
          >
            {TRAITS.map((each) => (
              <option key={each} value={each}>
                {t(`trait.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="choice">
          <span>{t('charts.compare')}</span>
          <select
            class="input"
            value={String(compare)}
            onChange={({ currentTarget: { value } }) =>
              setCompare(value === 'none' || value === 'all' ? value : Number(value))
            }
          >
            <option value="none">{t('charts.compareNone')}</option>
            {world.habitats.length > 2 ? <option value="all">{t('charts.compareAll')}</option> : null}
            {world.habitats
              .filter(({ id }) => id !== habitat)
              .map(({ id }) => (
                <option key={id} value={String(id)}>
                  {t('charts.habitatNumber', { number: id + 1 })}
                </option>
              ))}
          </select>
        </label>
      </div>
      <p class="quiet chart-about">{t(`traitAbout.${trait}`)}</p>
      <Known model={model} last={last} />
      <figure class="chart">
        <figcaption class="legend">
          <span class="key-mean">{t('charts.keyMean')}</span>
          <span class="key-spread">{t('charts.keySpread')}</span>
          <span class="key-survivors">{t('charts.keySurvivors')}</span>
          {others.length > 0 ? <span class="key-others">{t('charts.keyOthers')}</span> : null}
        </figcaption>
        <Plot spec={spec} height={230} label={label} onPick={onPlace} />
        <GenerationSlider first={0} last={last} place={place} onMove={onPlace} />
      </figure>
      <TraitWords
        world={world}
        record={toldRecord(model, world, place)}
        habitat={habitat}
        summary={course[place] ?? null}
        trait={trait}
      />
      <DataTable
        caption={label}
        shown={sheets.shown}
        taken={sheets.taken}
        file={`twinfold-${trait}`}
        onEvery={() => download('twinfold-creatures', everyCreature(toldRecords(model, world), null))}
      />
      <Distribution model={model} habitat={habitat} trait={trait} last={last} place={place} course={course} />
    </>
  );
}
