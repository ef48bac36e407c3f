/**
 * Seeking as the theatre does it, without the drawing: its source of worlds, its nursery, and its workers in threads of Node. A
 * seek is over when the page has the picture of every body of the whole map.
 */
import { Worker as Thread } from 'node:worker_threads';
import { fractionOfSeason, scenesOf } from '../../../client/session/course.ts';
import { viewCreatures } from '../../../client/session/creature-view.ts';
import { createReplaySource } from '../../../client/session/replay-source.ts';
import { createNursery, Urgency } from '../../../client/worker/nursery.ts';
import type { Timeline } from '../../../shared/replay/timeline.ts';

export interface TheatreSeeks {
  /** Milliseconds until every body of that generation (counted from 0) has grown and its picture is there. */
  seek(generation: number): Promise<number>;
  /** Grows every body of the match as the theatre does in the background; answers with milliseconds. */
  growAhead(): Promise<number>;
  close(): Promise<void>;
}

/** As many bodies as the theatre grows at a time in the background. */
const BATCH = 12;
/** A moment at which everybody is grown and nobody has died. */
const SPRING = 0.001;

export function openTheatreSeeks(timeline: Timeline): TheatreSeeks {
  const threads: Thread[] = [];
  const nursery = createNursery(2, () => {
    const thread = new Thread(new URL('./worker.ts', import.meta.url));
    threads.push(thread);
    return asWorker(thread);
  });
  const source = createReplaySource({ timeline, id: '', names: [] });
  source.playback.pause();
  const { settings } = timeline.recording;
  return {
    async seek(generation) {
      const began = performance.now();
      source.playback.seek(generation + fractionOfSeason(scenesOf(settings, generation), SPRING));
      const world = source.world.peek();
      if (world === null) throw new Error('There is no world.');
      const wishes = viewCreatures(world).map(({ of, habitat }) => {
        const against = world.habitats[habitat]?.background;
        return nursery.ask({ kind: 'picture', of, scale: 1, ...(against && { against }) }, Urgency.visible).done;
      });
      const pictures = await Promise.all(wishes);
      if (pictures.length === 0) throw new Error('There is nobody to be seen.');
      return performance.now() - began;
    },
    async growAhead() {
      const began = performance.now();
      for (let generation = 0; generation < timeline.generations; generation++) {
        const bodies = viewCreatures(timeline.worldAt(2 * generation + 1)).map(({ of }) => of);
        for (let at = 0; at < bodies.length; at += BATCH) {
          await nursery.ask({ kind: 'measure', of: bodies.slice(at, at + BATCH) }, Urgency.idle).done;
        }
      }
      return performance.now() - began;
    },
    async close() {
      source.close();
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

/** A thread as a page sees its workers. */
function asWorker(thread: Thread): Worker {
  const events = new EventTarget();
  thread.on('message', (data: unknown) => events.dispatchEvent(new MessageEvent('message', { data })));
  thread.on('error', ({ message }: Error) => events.dispatchEvent(Object.assign(new Event('error'), { message })));
  return Object.assign(events, { postMessage: (message: unknown) => thread.postMessage(message) }) as unknown as Worker;
}
