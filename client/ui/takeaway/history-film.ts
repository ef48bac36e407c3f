/** A habitat's whole history: generation after generation, every creature in its place, until what it died of took it. */
import type { Timeline } from '../../../shared/replay/timeline.ts';
import { type Habitat, NO_TWIN } from '../../../shared/sim/world/world.ts';
import { type GenerationRecord, rangeOf } from '../../session/history.ts';
import { livesAt } from '../../session/moment.ts';
import { createAhead } from '../../session/takeaway/ahead.ts';
import { framesEach, gridFor, momentAt } from '../../session/takeaway/film-plan.ts';
import { generationAt } from '../../session/takeaway/generations.ts';
import type { Scale } from '../../worker/jobs.ts';
import type { Nursery } from '../../worker/nursery.ts';
import { type Film, fontOf, LOOK } from './film.ts';
import { groundOf } from './ground-picture.ts';
import { growHerd } from './herd.ts';

const WIDTH = 640;
const FIELD = 400;
const HEAD = 64;
const FOOT = 40;
const FRAME_MS = 100;
const HOLD_MS = 1500;
/** The dead stay as shadows: a place that has emptied is part of the story. */
const SHADE = 0.13;

interface Options {
  readonly nursery: Nursery;
  readonly timeline: Timeline;
  readonly habitat: Habitat;
  /** Two lines above the field. */
  readonly words: (record: GenerationRecord, alive: number, born: number) => readonly [string, string];
}

export function historyFilm({ nursery, timeline, habitat, words }: Options): Film {
  const { generations } = timeline;
  const seasons = timeline.worldAt(timeline.frames.length).history[habitat.id] ?? [];
  const most = Math.max(
    1,
    ...timeline.frames.map((each) => (each.kind === 'births' ? (each.counts[habitat.id] ?? 0) : 0)),
  );
  const grid = gridFor(most, WIDTH, FIELD);
  const scale: Scale = grid.cell >= 160 ? 8 : grid.cell >= 64 ? 4 : 2;
  let ground: HTMLCanvasElement | null = null;
  const herds = createAhead(generations, (generation, signal) =>
    growHerd({ nursery, record: generationAt(timeline, generation), habitat, scale, signal }),
  );

  return {
    width: WIDTH,
    height: HEAD + FIELD + FOOT,
    frames: generations * framesEach(generations),
    frameMs: FRAME_MS,
    holdMs: HOLD_MS,
    prepare: (frame, signal) => herds.want(momentAt(frame, generations).generation, signal),
    draw(context, frame) {
      const { generation, season } = momentAt(frame, generations);
      const herd = herds.at(generation);
      if (!herd) return;
      const { record } = herd;
      const [start, end] = rangeOf(record, habitat.id);
      const lives = (index: number): boolean => livesAt(record.causes[index] ?? 0, record.moments[index] ?? 0, season);
      let alive = 0;
      ground ??= groundOf(habitat, WIDTH, FIELD, grid.cell / 32);
      context.drawImage(ground, 0, HEAD);
      const [left, top] = [(WIDTH - grid.columns * grid.cell) / 2, HEAD + (FIELD - grid.rows * grid.cell) / 2];
      for (let index = start; index < end; index++) {
        const place = index - start;
        const [x, y] = [left + (place % grid.columns) * grid.cell, top + Math.floor(place / grid.columns) * grid.cell];
        if (lives(index)) alive++;
        context.globalAlpha = lives(index) ? 1 : SHADE;
        if ((record.twins[index] ?? NO_TWIN) !== NO_TWIN) ring(context, x, y, grid.cell);
        herd.draw(context, place, x, y, grid.cell);
      }
      context.globalAlpha = 1;
      drawHead(context, words(record, alive, end - start));
      const share = end > start ? alive / (end - start) : 0;
      drawFoot(context, { shares: seasons.map(shareOf), generation, generations, now: share });
    },
  };
}

const shareOf = ({ born, survived }: { readonly born: number; readonly survived: number }): number =>
  born > 0 ? survived / born : 0;

function ring(context: CanvasRenderingContext2D, x: number, y: number, cell: number): void {
  context.beginPath();
  context.arc(x + cell / 2, y + cell / 2, cell * 0.46, 0, 2 * Math.PI);
  context.strokeStyle = LOOK.paper;
  context.lineWidth = Math.max(1.5, cell / 32);
  context.stroke();
}

function drawHead(context: CanvasRenderingContext2D, [first, second]: readonly [string, string]): void {
  context.fillStyle = LOOK.paper;
  context.fillRect(0, 0, WIDTH, HEAD);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = LOOK.ink;
  context.font = fontOf(18, 700);
  context.fillText(first, WIDTH / 2, 22, WIDTH - 24);
  context.fillStyle = LOOK.soft;
  context.font = fontOf(15, 400);
  context.fillText(second, WIDTH / 2, 46, WIDTH - 24);
}

interface Course {
  /** Of those born in each generation, how many lived. */
  readonly shares: readonly number[];
  readonly generation: number;
  readonly generations: number;
  /** Of those on the picture, how many live. */
  readonly now: number;
}

/** Survival, generation by generation, up to now. */
function drawFoot(context: CanvasRenderingContext2D, { shares, generation, generations, now }: Course): void {
  const top = HEAD + FIELD;
  context.fillStyle = LOOK.paper;
  context.fillRect(0, top, WIDTH, FOOT);
  const step = (WIDTH - 24) / generations;
  for (let at = 0; at < generations; at++) {
    const share = at < generation ? (shares[at] ?? 0) : at === generation ? now : 0;
    const height = Math.max(2, share * (FOOT - 12));
    context.fillStyle = at === generation ? LOOK.accent : at < generation ? LOOK.soft : LOOK.rule;
    context.fillRect(12 + at * step, top + FOOT - 6 - height, Math.max(1, step - 2), height);
  }
}
