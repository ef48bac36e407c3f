import '../../styles/lab-twin-study.css';
import { useMemo } from 'preact/hooks';
import { pairsOf, studyOf } from '../../../shared/lab/twin-study.ts';
import { TRAITS } from '../../../shared/sim/trait-names.ts';
import { t } from '../../i18n/i18n.ts';
import { traitName } from '../../i18n/model-words.ts';
import { unitOf } from '../../session/trait-units.ts';
import { Bench } from '../frame/bench.tsx';
import { BodyPicture } from '../frame/body-picture.tsx';
import { Dial } from '../frame/dial.tsx';
import { amount, choice } from '../frame/dials.ts';
import { useBench } from '../frame/use-bench.ts';
import { useExperiment } from '../frame/use-experiment.ts';
import { TraitDial } from '../knock-outs/trait-dial.tsx';
import { Estimates, figureWords } from './estimates.tsx';
import { Scatter } from './scatter.tsx';
import { studyTable } from './sheet.ts';
import { Why } from './why.tsx';

const DIALS = {
  pairs: amount(10, 400, 200, 10),
  trait: choice(TRAITS, 'leaf'),
  reared: choice(['alike', 'together', 'apart'], 'alike'),
  mutations: choice(['own', 'none'], 'own'),
  /** The pair whose bodies are shown, counted from 1. */
  pair: amount(1, 400, 1),
} as const;

const KINDS = ['twins', 'siblings'] as const;

export function TwinStudyBench() {
  const bench = useBench('twin-study', DIALS, 'gladmask');
  const { creature, word, values } = bench;
  const { pairs, reared, trait } = values;
  const mutations = values.mutations === 'own';
  const population = { creature, reared, mutations };
  const families = useExperiment('twin-study', 'growFamilies', [word, pairs, reared, mutations], () => ({
    ...population,
    pairs,
  }));
  const measured = useExperiment('twin-study', 'measureTruth', [word, reared, mutations], () => population);
  const [found, truth] = [families.result, measured.result];
  const chosen = Math.min(values.pair, pairs) - 1;
  const [twinBirth = -1, siblingBirth = -1] = [found?.twinBirths[chosen], found?.siblingBirths[chosen]];
  const pair = useExperiment('twin-study', 'growPair', [word, reared, mutations, twinBirth, siblingBirth], () =>
    twinBirth < 0 || siblingBirth < 0 ? null : { ...population, twinBirth, siblingBirth },
  );
  // Those of the pair chosen before are no answer.
  const shown = pair.result?.twinBirth === twinBirth && pair.result.siblingBirth === siblingBirth ? pair.result : null;
  const column = TRAITS.indexOf(trait);
  const study = useMemo(() => (found ? studyOf(found, column) : null), [found, column]);
  const table = useMemo(() => (found && truth ? studyTable(found, truth) : null), [found, truth]);
  const plots = useMemo(() => (found ? KINDS.map((kind) => pairsOf(found[kind], column)) : []), [found, column]);
  const { least, most } = useMemo(() => endsOf(plots.flat(2)), [plots]);
  return (
    <Bench
      of={bench}
      runs={[families, measured, pair]}
      print={shown?.print}
      dials={
        <>
          <Dial of={bench} name="pairs" />
          <TraitDial bench="twin-study" value={trait} onTurn={(to) => bench.set('trait', to)} />
          <Dial of={bench} name="reared" />
          <Dial of={bench} name="mutations" />
          <Dial of={bench} name="pair" />
        </>
      }
      table={table}
    >
      <div class="study-plots">
        {study
          ? KINDS.map((kind, at) => (
              <Scatter
                key={kind}
                title={t(`lab.twin-study.kind.${kind}`)}
                said={`r = ${figureWords(study[kind])}`}
                pairs={plots[at] ?? []}
                range={[least, most]}
                divisor={unitOf(trait).divisor}
                chosen={chosen}
                onChoose={(to) => bench.set('pair', to + 1)}
              />
            ))
          : null}
        {KINDS.map((kind, at) => (
          <figure key={kind} class="study-pair">
            {shown?.bodies.slice(2 * at, 2 * at + 2).map((body, which) => (
              <BodyPicture
                key={which}
                body={body}
                scale={8}
                label={t(`lab.twin-study.body.${kind}`, { number: which + 1, pair: chosen + 1 })}
              />
            ))}
            <figcaption>{t(`lab.twin-study.pairOf.${kind}`, { number: chosen + 1 })}</figcaption>
          </figure>
        ))}
      </div>
      <div class="study-panels">
        {study ? (
          <section aria-live="polite">
            <h2>{t('lab.twin-study.estimates', { trait: traitName(trait) })}</h2>
            <Estimates
              study={study}
              truth={truth ? { value: truth.heritability[column] ?? 0, error: truth.errors[column] ?? 0 } : null}
            />
            <p class="quiet">{t('lab.twin-study.estimatesText', { pairs: found?.twinBirths.length ?? 0 })}</p>
          </section>
        ) : null}
        {study && truth ? <Why study={study} truth={truth} trait={column} population={population} /> : null}
      </div>
    </Bench>
  );
}

const endsOf = (values: readonly number[]): { readonly least: number; readonly most: number } =>
  values.reduce(({ least, most }, value) => ({ least: Math.min(least, value), most: Math.max(most, value) }), {
    least: values[0] ?? 0,
    most: values[0] ?? 0,
  });
