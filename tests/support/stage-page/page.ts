/** The stage in a page of its own, without the match around it: for measuring it, and for looking at it. */
import { openBare } from '../../../client/scenes/bare.ts';
import { openStage, type Stage } from '../../../client/scenes/stage.ts';
import type { StageWorld } from '../../../client/scenes/stage-view-model.ts';
import type { Moment } from '../../../client/session/moment.ts';
import { createNursery, type Nursery } from '../../../client/worker/nursery.ts';
import { openSeeking, type Seeking, type SeekingOptions } from './seeking.ts';

/** What a test's process tells this page to do, by `page.evaluate`. */
export interface StagePage {
  open(options: { readonly world: StageWorld; readonly moment: Moment; readonly calm?: boolean }): void;
  openBare(sprites: number, side: number): void;
  /** Opens a recording, and shows its beginning. */
  openReplay(options: SeekingOptions): void;
  seek: Seeking['seek'];
  ready: Seeking['ready'];
  show(world: StageWorld): void;
  setMoment(moment: Moment): void;
  goTo(habitat: number | null): void;
  setSelected(key: number | null): void;
  /** Resolves when every picture that was asked for has come. */
  settled(): Promise<void>;
  /** Frames a second over so many seconds. */
  frameRate(seconds: number): Promise<number>;
  /** Whether this page draws at all; a page that does not costs the others nothing. */
  hold(held: boolean): void;
  /** Longest time between two frames since the last call, in milliseconds. */
  longestFrame(): number;
}

declare global {
  interface Window {
    stagePage: StagePage;
  }
}

let held = false;
const waiting: FrameRequestCallback[] = [];
const request = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) => {
  if (held) return waiting.push(callback);
  return request((time) => {
    // Held since it was asked for: it waits with the others.
    if (held) waiting.push(callback);
    else callback(time);
  });
};

let underWay = 0;
/** A nursery that can tell when nobody waits for anything. */
function countingNursery(): Nursery {
  const made = createNursery(1, () => {
    return new Worker(new URL('../../../client/worker/entry.ts', import.meta.url), { type: 'module' });
  });
  const counted: Nursery['ask'] = (job, urgency) => {
    const wish = made.ask(job, urgency);
    underWay++;
    const over = (): void => {
      underWay--;
    };
    wish.done.then(over, over);
    return wish;
  };
  return {
    ...made,
    ask: counted,
    picture: (of, scale, urgency) => counted({ kind: 'picture', of, scale }, urgency),
  };
}

const parent = document.getElementById('stage') ?? document.body;
let stage: Stage | null = null;
let seeking: Seeking | null = null;
let now: Moment = { growth: 1, season: 0 };
let longest = 0;

function watchFrames(): void {
  let last = performance.now();
  const watch = (time: number): void => {
    longest = Math.max(longest, time - last);
    last = time;
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
}

window.stagePage = {
  open({ world, moment, calm = false }) {
    now = moment;
    stage = openStage({
      parent,
      nursery: countingNursery(),
      moment: () => now,
      calm,
      steady: true,
      events: { pickCreature() {}, pickHabitat() {}, moved() {} },
    });
    stage.show(world);
    watchFrames();
  },
  openBare: (sprites, side) => openBare({ parent, sprites, side }),
  openReplay(options) {
    seeking = openSeeking(parent, options);
  },
  seek: async (generation) => seeking?.seek(generation) ?? Number.NaN,
  ready: async () => seeking?.ready(),
  show: (world) => stage?.show(world),
  setMoment(moment) {
    now = moment;
  },
  goTo: (habitat) => stage?.goTo(habitat),
  setSelected: (key) => stage?.setSelected(key),
  async settled() {
    while (underWay > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  },
  frameRate: (seconds) =>
    new Promise((resolve) => {
      let frames = 0;
      let start = 0;
      const count = (time: number): void => {
        if (start === 0) start = time;
        else frames++;
        if (time - start < seconds * 1000) requestAnimationFrame(count);
        else resolve((frames * 1000) / (time - start));
      };
      requestAnimationFrame(count);
    }),
  hold(hold) {
    held = hold;
    if (held) return;
    for (const callback of waiting.splice(0)) window.requestAnimationFrame(callback);
  },
  longestFrame() {
    const most = longest;
    longest = 0;
    return most;
  },
};
