import '../../styles/lab-microscope.css';
import { useMemo } from 'preact/hooks';
import type { Film } from '../../../shared/lab/microscope/film.ts';
import { courseOf, firstOf, livingThen } from '../../../shared/lab/microscope/lines.ts';
import { FULL } from '../../../shared/lab/microscope/values.ts';
import { LATTICE, STEPS } from '../../../shared/sim/embryo/body.ts';
import { GENES } from '../../../shared/sim/genome.ts';
import { percent, t } from '../../i18n/i18n.ts';
import { Bench } from '../frame/bench.tsx';
import { Dial } from '../frame/dial.tsx';
import { amount, choice } from '../frame/dials.ts';
import { useBench } from '../frame/use-bench.ts';
import { useExperiment } from '../frame/use-experiment.ts';
import { CellCard } from './cell-card.tsx';
import { Compared } from './compared.tsx';
import { Courses } from './courses.tsx';
import type { Drawing, Look } from './draw.ts';
import { type Colour, Legend } from './legend.tsx';
import { type Ground, groundOf, type Spot, spotsAt, trackOf } from './places.ts';
import { Plate } from './plate.tsx';
import { everyCell, genesOf } from './sheets.ts';
import { usePlaying } from './use-playing.ts';

/** More cells than any embryo ever had. */
const CELLS = 9999;

const DIALS = {
  gene: amount(1, GENES, 2),
  step: amount(0, STEPS, STEPS),
  view: choice(['body', 'atlas'], 'body'),
  colour: choice(['gene', 'tissue', 'lineage', 'place'], 'gene'),
  /** Numbers of the chosen cell and of the pinned one (0: none), counted from 1. */
  cell: amount(1, CELLS, 99),
  pinned: amount(0, CELLS, 26),
} as const;

export function MicroscopeBench() {
  const bench = useBench('microscope', DIALS, 'lagoonbands');
  const run = useExperiment('microscope', 'watchEmbryo', [bench.word], () => bench.creature);
  const { result: film } = run;
  const { view, colour } = bench.values;
  const gene = bench.values.gene - 1;
  const playing = usePlaying(bench.values.step, (to) => bench.set('step', to));
  const { step } = playing;
  // While it plays its dial follows; who turns that takes over.
  const live: typeof bench = {
    ...bench,
    values: { ...bench.values, step },
    setAll(values) {
      if ('step' in values) playing.stop();
      bench.setAll(values);
    },
  };
  const ground = useMemo(() => (film ? groundOf(film, view) : null), [film, view]);
  const last = (film?.sites.length ?? 1) - 1;
  const cell = Math.min(bench.values.cell - 1, last);
  const pinned = Math.min(bench.values.pinned - 1, last);
  const cells = pinned >= 0 && pinned !== cell ? [cell, pinned] : [cell];
  const scene = useMemo(
    () => (film && ground ? sceneOf(film, ground, step, cells) : null),
    [film, ground, step, ...cells],
  );
  const drawing = useMemo(
    () => (film && scene ? { ...scene, lookOf: looksOf(film, { step, gene, colour }) } : null),
    [film, scene, gene, colour],
  );
  const table = useMemo(
    () => (film ? { shown: genesOf(film, step, cells), taken: everyCell(film, step) } : null),
    [film, step, ...cells],
  );
  const courses = useMemo(() => (film ? cells.map((each) => courseOf(film, each)) : []), [film, ...cells]);
  const words = t('lab.microscope.plate', { step, count: drawing?.spots.length ?? 0 });
  return (
    <Bench
      of={bench}
      runs={[run]}
      print={film?.print}
      dials={(['gene', 'step', 'view', 'colour'] as const).map((name) => <Dial key={name} of={live} name={name} />)}
      table={table && { caption: t('lab.microscope.table', { step }), ...table }}
    >
      {film && drawing ? (
        <div class="microscope">
          <figure>
            <div class="film-head">
              <button type="button" class="button small" onClick={playing.toggle}>
                {t(playing.playing ? 'transport.pause' : 'transport.play')}
              </button>
              <span>{words}</span>
            </div>
            <div class="plate-frame">
              <Plate drawing={drawing} label={words} onChoose={(chosen) => live.setAll({ cell: chosen + 1 })} />
              {view === 'atlas' ? <AxisNames shares={film.shares} /> : null}
            </div>
            <figcaption>
              <Legend colour={colour} kinds={kindsOf(film, step, colour)} />
              {view === 'atlas' ? <p class="quiet">{t('lab.microscope.atlas')}</p> : null}
            </figcaption>
          </figure>
          <div class="cell-panel">
            <CellCard film={film} cell={cell} gene={gene} step={step} quiet={playing.playing} />
            <p class="cell-actions">
              {pinned === cell ? null : (
                <button type="button" class="button small" onClick={() => live.setAll({ pinned: cell + 1 })}>
                  {t('lab.microscope.pin', { cell: cell + 1 })}
                </button>
              )}
              {pinned < 0 ? null : (
                <button type="button" class="button small" onClick={() => live.setAll({ pinned: 0 })}>
                  {t('lab.microscope.unpin', { cell: pinned + 1 })}
                </button>
              )}
            </p>
            <h2>{t('lab.microscope.through')}</h2>
            <Courses courses={courses} gene={gene} step={step} onGene={(to) => live.setAll({ gene: to + 1 })} />
            <Compared film={film} cells={cells} courses={courses} gene={gene} step={step} />
          </div>
        </div>
      ) : null}
    </Bench>
  );
}

const AxisNames = ({ shares }: Pick<Film, 'shares'>) => (
  <>
    {shares.map((share, axis) => (
      <p key={axis} class={`axis axis-${axis}`}>
        {t('lab.microscope.axis', { axis: axis + 1, share: percent(share) })}
      </p>
    ))}
  </>
);

/** Where everything lies after a step; `cells`: the chosen one, and the pinned one if there is one. */
function sceneOf(film: Film, ground: Ground, step: number, cells: readonly number[]): Omit<Drawing, 'lookOf'> {
  const spots = spotsAt(film, ground, step);
  const [chosen, pinned] = [0, 1].map((at) => {
    const then = livingThen(film, cells[at] ?? -1, step);
    return then < 0 ? undefined : spots.find(({ cell }) => cell === then);
  });
  return { ground, spots, chosen, pinned, track: chosen ? trackOf(film, ground, cells[0] ?? 0, step) : [] };
}

interface Colouring {
  readonly step: number;
  readonly gene: number;
  readonly colour: Colour;
}

function looksOf(film: Film, { step, gene, colour }: Colouring): (spot: Spot) => Look {
  const { tissues, expression, cells } = film.frames[step] ?? { tissues: [], expression: [], cells: [] };
  const rowOf = (cell: number): number => Math.floor((film.sites[cell] ?? 0) / LATTICE);
  const rows = Array.from(film.sites.keys(), rowOf);
  const [head, tail] = [Math.min(...rows), Math.max(...rows)];
  const looks: Readonly<Record<Colour, (spot: Spot) => Look>> = {
    tissue: ({ slot }) => ({ kind: (tissues[slot] ?? 1) - 1 }),
    lineage: ({ cell }) => ({ kind: firstOf(film, cell) }),
    place: ({ cell }) => ({ share: (rowOf(cell) - head) / Math.max(1, tail - head) }),
    gene: ({ slot }) => ({ share: (expression[gene * cells.length + slot] ?? 0) / FULL }),
  };
  return looks[colour];
}

function kindsOf(film: Film, step: number, colour: Colour): number[] {
  if (colour === 'lineage') return [0, 1, 2, 3];
  const tissues = new Set(film.frames[step]?.tissues);
  return [...tissues].map((tissue) => tissue - 1).sort((a, b) => a - b);
}
