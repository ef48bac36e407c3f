import '../../styles/lab-microscope.css';
import { useMemo } from 'preact/hooks';
import { FULL } from '../../../shared/lab/microscope/components.ts';
import type { Film } from '../../../shared/lab/microscope/film.ts';
import { courseOf, firstOf, livingThen } from '../../../shared/lab/microscope/lines.ts';
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
import { type Ground, groundOf, type Spot, trackOf } from './places.ts';
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
  // While it plays the dial follows; who turns it takes over.
  const live: typeof bench = {
    ...bench,
    values: { ...bench.values, step },
    setAll(values) {
      playing.stop();
      bench.setAll({ step, ...values });
    },
  };
  const ground = useMemo(() => (film ? groundOf(film, view) : null), [film, view]);
  const last = (film?.sites.length ?? 1) - 1;
  const cell = Math.min(bench.values.cell - 1, last);
  const pinned = Math.min(bench.values.pinned - 1, last);
  const cells = pinned >= 0 && pinned !== cell ? [cell, pinned] : [cell];
  const drawing = useMemo(
    () => (film && ground ? drawingOf(film, ground, { step, gene, colour, cells }) : null),
    [film, ground, step, gene, colour, ...cells],
  );
  const courses = useMemo(() => (film ? cells.map((each) => courseOf(film, each)) : []), [film, ...cells]);
  const words = t('lab.microscope.plate', { step, count: drawing?.spots.length ?? 0 });
  return (
    <Bench
      of={bench}
      runs={[run]}
      print={film?.print}
      dials={(['gene', 'step', 'view', 'colour'] as const).map((name) => <Dial key={name} of={live} name={name} />)}
      table={
        film
          ? {
              caption: t('lab.microscope.table', { step }),
              shown: genesOf(film, step, cells),
              taken: everyCell(film, step),
            }
          : null
      }
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

interface Choices {
  readonly step: number;
  readonly gene: number;
  readonly colour: Colour;
  readonly cells: readonly number[];
}

function drawingOf(film: Film, ground: Ground, { step, gene, colour, cells }: Choices): Drawing {
  const spots = ground.spotsAt(step);
  const [chosen, pinned] = [0, 1].map((at) => {
    const then = livingThen(film, cells[at] ?? -1, step);
    return then < 0 ? undefined : spots.find(({ cell }) => cell === then);
  });
  return {
    ground,
    spots,
    lookOf: (spot) => lookOf(film, spot, { step, gene, colour }),
    chosen,
    pinned,
    track: chosen ? trackOf(film, ground, cells[0] ?? 0, step) : [],
  };
}

function lookOf(film: Film, { cell, slot }: Spot, { step, gene, colour }: Omit<Choices, 'cells'>): Look {
  const frame = film.frames[step];
  if (colour === 'tissue') return { kind: (frame?.tissues[slot] ?? 1) - 1 };
  if (colour === 'lineage') return { kind: firstOf(film, cell) };
  if (colour === 'place') return { share: Math.floor((film.sites[cell] ?? 0) / LATTICE) / (LATTICE - 1) };
  return { share: (frame?.expression[gene * frame.cells.length + slot] ?? 0) / FULL };
}

function kindsOf(film: Film, step: number, colour: Colour): number[] {
  if (colour === 'lineage') return [0, 1, 2, 3];
  const tissues = new Set(film.frames[step]?.tissues);
  return [...tissues].map((tissue) => tissue - 1).sort((a, b) => a - b);
}
