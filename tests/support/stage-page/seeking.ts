/** A recording in the theatre's own machinery, on the stage alone: how long the page takes to show another moment of it. */
import { effect } from '@preact/signals';
import { openStage } from '../../../client/scenes/stage.ts';
import { stageWorldOf } from '../../../client/scenes/stage-world.ts';
import { fractionOfSeason, scenesOf } from '../../../client/session/course.ts';
import { createMatchModel, type MatchModel } from '../../../client/session/match-model.ts';
import { createReplaySource, type ReplaySource } from '../../../client/session/replay-source.ts';
import { createNursery, type Nursery, Urgency, type Wish } from '../../../client/worker/nursery.ts';
import { decodeRecording } from '../../../shared/replay/recording.ts';
import { openTimeline } from '../../../shared/replay/timeline.ts';

export interface SeekingOptions {
  /** The recording, as numbers of 0 to 255. */
  readonly file: readonly number[];
  /** In view; null for the whole map. */
  readonly habitat: number | null;
  /** Whether the page grows the match in the background, as the theatre does. */
  readonly ahead: boolean;
}

export interface Seeking {
  /** Milliseconds from the wish until every body of that generation that is in view has grown and is drawn. */
  seek(generation: number): Promise<number>;
  /** Resolves when the whole match has been grown in the background. */
  ready(): Promise<void>;
}

const never: Wish<Int16Array> = { done: new Promise(() => {}), cancel() {} };
/** A moment at which everybody is grown and nobody has died. */
const SPRING = 0.001;

export function openSeeking(parent: HTMLElement, { file, habitat, ahead }: SeekingOptions): Seeking {
  const timeline = openTimeline(decodeRecording(Uint8Array.from(file)));
  const source = createReplaySource({ timeline, id: '', names: [] });
  source.playback.pause();
  const { nursery, settled } = watchedNursery();
  const model = createMatchModel(source, (of) => {
    if (!ahead) return never;
    const wish = nursery.ask({ kind: 'measure', of }, Urgency.idle);
    return { cancel: wish.cancel, done: wish.done.then((rows) => Int16Array.from(rows)) };
  });
  show(parent, source, model, nursery, habitat);
  return {
    async seek(generation) {
      const began = performance.now();
      source.playback.seek(generation + fractionOfSeason(scenesOf(timeline.recording.settings, generation), SPRING));
      await settled();
      // The frame that shows them all.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - began;
    },
    async ready() {
      const isReady = (): boolean => {
        const { measured, total } = model.measuring.progress.peek();
        return model.history.records().length === timeline.generations && measured === total;
      };
      while (!isReady()) await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
}

function show(
  parent: HTMLElement,
  source: ReplaySource,
  model: MatchModel,
  nursery: Nursery,
  habitat: number | null,
): void {
  const stage = openStage({
    parent,
    nursery,
    moment: model.momentNow,
    calm: false,
    steady: true,
    events: { pickCreature() {}, pickHabitat() {}, moved() {} },
  });
  stage.goTo(habitat);
  effect(() => {
    const world = source.world.value;
    if (world) stage.show(stageWorldOf(world, model.creatures.value));
  });
}

/** The theatre's nursery, that also tells when no picture of anybody in view is on its way. */
function watchedNursery(): { nursery: Nursery; settled(): Promise<void> } {
  const made = createNursery(2, () => {
    return new Worker(new URL('../../../client/worker/entry.ts', import.meta.url), { type: 'module' });
  });
  let underWay = 0;
  let tell: () => void = () => {};
  const ask: Nursery['ask'] = (job, urgency = Urgency.visible) => {
    const wish = made.ask(job, urgency);
    if (job.kind !== 'picture' || urgency > Urgency.visible) return wish;
    underWay++;
    let counted = true;
    const over = (): void => {
      if (!counted) return;
      counted = false;
      // After the stage has taken it too.
      queueMicrotask(() => {
        if (--underWay === 0) tell();
      });
    };
    wish.done.then(over, over);
    return {
      done: wish.done,
      cancel() {
        wish.cancel();
        over();
      },
    };
  };
  return {
    nursery: { ...made, ask },
    settled: () =>
      new Promise((resolve) => {
        tell = resolve;
        if (underWay === 0) resolve();
      }),
  };
}
