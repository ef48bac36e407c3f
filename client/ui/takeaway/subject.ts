/** From what a person has chosen to its film and its picture. */
import { STEPS } from '../../../shared/sim/embryo/body.ts';
import type { Habitat } from '../../../shared/sim/world/world.ts';
import { listed, number, percent, t } from '../../i18n/i18n.ts';
import { cardName, groundName } from '../../i18n/model-words.ts';
import { type GenerationRecord, rangeOf, seedlingOf } from '../../session/history.ts';
import { framesEach } from '../../session/takeaway/film-plan.ts';
import { granted } from '../../session/takeaway/granted.ts';
import { pairIn, type SubjectKind } from '../../session/takeaway/subject.ts';
import { type Nursery, Urgency } from '../../worker/nursery.ts';
import { brushOf, CLEAR, type Film, makeCanvas, SCREEN } from './film.ts';
import { growthFilm } from './growth-film.ts';
import { historyFilm } from './history-film.ts';
import type { Taken } from './use-taken.ts';

export interface Chosen {
  readonly kind: SubjectKind;
  readonly habitat: Habitat;
  readonly record: GenerationRecord;
  /** Of the creature, in its generation. */
  readonly index: number;
}

export interface Subject {
  readonly title: string;
  /** What its film and its picture are called in a file's name. */
  readonly what: { readonly film: string; readonly picture: string };
  readonly film: Film;
  /** The frame that stands for it. */
  readonly still: number;
  picture(signal: AbortSignal): Promise<Blob>;
}

const PORTRAIT_SCALE = 16;

/** Null where there is nobody to show. */
export function subjectOf({ timeline }: Taken, chosen: Chosen, nursery: Nursery): Subject | null {
  const { kind, habitat, record } = chosen;
  const generation = record.generation + 1;
  const home = t('habitat.title', { number: habitat.id + 1, ground: groundName(habitat) });
  const place = `h${habitat.id + 1}`;
  if (kind === 'habitat') {
    const title = t('takeaway.ofHabitat', { home });
    const words = (of: GenerationRecord, alive: number, born: number): readonly [string, string] => [
      t('takeaway.atGeneration', { home, generation: of.generation + 1, generations: timeline.generations }),
      [t('stage.alive', { alive, born }), cardsOf(of, habitat)].filter(Boolean).join(' · '),
    ];
    const film = historyFilm({ nursery, timeline, habitat, words });
    const still = record.generation * framesEach(timeline.generations);
    const what = { film: place, picture: `${place}-g${generation}` };
    return { title, what, film, still, picture: (signal) => stillOf(film, still, signal) };
  }
  const [start, end] = rangeOf(record, habitat.id);
  const pair = kind === 'twins' ? pairIn(record, habitat.id) : null;
  const first = seedlingOf(record, pair?.[0] ?? chosen.index);
  const second = pair ? seedlingOf(record, pair[1]) : null;
  if (kind === 'twins') {
    if (!first || !second) return null;
    const title = t('takeaway.ofTwins', { home, generation });
    const film = growthFilm({ nursery, of: [first, second], title, caption: twinsCaption });
    const still = film.frames - 1;
    const name = `${place}-g${generation}-twins`;
    return {
      title,
      what: { film: name, picture: name },
      film,
      still,
      picture: (signal) => stillOf(film, still, signal),
    };
  }
  if (!first || chosen.index < start || chosen.index >= end) return null;
  const title = t('takeaway.ofCreature', { home, generation, number: chosen.index + 1 });
  const film = growthFilm({ nursery, of: [first], title, caption: growthCaption });
  const name = `${place}-g${generation}-creature${chosen.index + 1}`;
  return {
    ...{ title, film, what: { film: name, picture: name }, still: film.frames - 1 },
    async picture(signal) {
      const wish = nursery.picture(first, PORTRAIT_SCALE, Urgency.now);
      const { data, width, height } = await granted(wish, signal);
      const context = brushOf(makeCanvas(width, height), CLEAR);
      context.putImageData(new ImageData(data, width, height), 0, 0);
      return pngOf(context.canvas);
    },
  };
}

const growthCaption = ({ step, cells }: { readonly step: number; readonly cells: readonly number[] }): string => {
  const [count = 0] = cells;
  return t('takeaway.step', { step, steps: STEPS, cells: t('twins.cells', { count, cells: number(count) }) });
};

const twinsCaption = ({ step, divergence }: { readonly step: number; readonly divergence: number }): string =>
  t('twins.courseAt', { step, steps: STEPS, share: percent(divergence) });

/** The cards that its creatures meet: "Frost and Drought". */
const cardsOf = ({ pressures }: GenerationRecord, { id }: Habitat): string =>
  listed((pressures[id] ?? []).map(({ card }) => cardName(card)));

async function stillOf(film: Film, frame: number, signal: AbortSignal): Promise<Blob> {
  const context = brushOf(makeCanvas(film.width, film.height), SCREEN);
  await film.prepare(frame, signal);
  film.draw(context, frame);
  return pngOf(context.canvas);
}

const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('This browser wrote no PNG.'))), 'image/png'),
  );
