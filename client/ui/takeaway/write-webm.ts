/** A film as WebM, by the browser's own recorder: it records as it watches, in the film's own time. */
import { brushOf, type Film, SCREEN, type Writing } from './film.ts';

/** The lighter first: it has to keep step on a weak machine, and flat pictures cost few bytes either way. */
const KINDS = ['video/webm;codecs=vp8', 'video/webm;codecs=vp9'] as const;
const BITS_PER_SECOND = 4_000_000;
/** The first picture stays so long: recorders are slow to begin, and would leave out those that follow at once. */
const LEAD_MS = 600;

/** How this browser would write WebM; undefined where it cannot. */
export const webmKind = (): string | undefined =>
  typeof MediaRecorder === 'function' && typeof CanvasCaptureMediaStreamTrack === 'function'
    ? KINDS.find((kind) => MediaRecorder.isTypeSupported(kind))
    : undefined;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** `canvas`, of the film's size, shows what is written. */
export async function writeWebm(film: Film, canvas: HTMLCanvasElement, { signal, onFrame }: Writing): Promise<Blob> {
  const context = brushOf(canvas, SCREEN);
  await film.prepare(0, signal);
  // What stands there when the stream begins is in it.
  film.draw(context, 0);
  const stream = canvas.captureStream(0);
  const track = stream.getVideoTracks().find((each) => each instanceof CanvasCaptureMediaStreamTrack);
  const kind = webmKind();
  if (!track || !kind) throw new Error('This browser writes no WebM.');
  const recorder = new MediaRecorder(stream, { mimeType: kind, videoBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const stopped = new Promise((resolve, reject) => {
    recorder.addEventListener('stop', resolve);
    recorder.addEventListener('error', () => reject(new Error('The browser’s recorder gave up.')));
  });
  // Who cancels does not wait for its end any more.
  stopped.catch(() => undefined);
  recorder.start();
  try {
    await wait(LEAD_MS);
    let due = performance.now();
    for (let frame = 0; frame < film.frames; frame++) {
      await withoutRecording(recorder, () => film.prepare(frame, signal));
      film.draw(context, frame);
      track.requestFrame();
      onFrame(frame + 1);
      due = Math.max(due, performance.now() - film.frameMs) + film.frameMs;
      await wait(due - performance.now());
      signal.throwIfAborted();
    }
    // Players show a picture until the next one: without another at its end, the last would be gone at once.
    await wait(film.holdMs);
    track.requestFrame();
    await wait(film.frameMs);
    recorder.stop();
    await stopped;
    return new Blob(parts, { type: 'video/webm' });
  } finally {
    track.stop();
    if (recorder.state !== 'inactive') recorder.stop();
  }
}

/** What takes long, or waits for a page that nobody looks at (its clock goes by seconds), is not part of the film. */
async function withoutRecording(recorder: MediaRecorder, work: () => Promise<void>): Promise<void> {
  const begun = work();
  const late = Symbol('late');
  const first = await Promise.race([begun.then(() => null), wait(0).then(() => late)]);
  if (first !== late && !document.hidden) return;
  recorder.pause();
  await begun;
  await shown();
  recorder.resume();
}

/** Until somebody looks at the page. */
const shown = (): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    look();
  });
