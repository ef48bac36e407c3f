/** A film as an animated GIF, with one palette for all of it. */
import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import { brushOf, type Film, makeCanvas, READ, SCREEN, type Writing } from './film.ts';

/** One of the 256 is kept for "as it was". */
const COLOURS = 255;
const UNCHANGED = 255;
/** Pictures, evenly through the film, whose colours decide the palette. */
const SAMPLES = 5;

/** Lets the page breathe. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** `canvas`, of the film's size, shows what is written. */
export async function writeGif(film: Film, canvas: HTMLCanvasElement, { signal, onFrame }: Writing): Promise<Blob> {
  const { width, height, frames, frameMs, holdMs } = film;
  const shown = brushOf(canvas, SCREEN);
  // Pixels are read back from a canvas of its own: from one on the screen that takes many times as long.
  const context = brushOf(makeCanvas(width, height), READ);
  const pictureOf = async (frame: number): Promise<Uint8ClampedArray> => {
    signal.throwIfAborted();
    await film.prepare(frame, signal);
    film.draw(context, frame);
    shown.drawImage(context.canvas, 0, 0);
    await breathe();
    return context.getImageData(0, 0, width, height).data;
  };
  const palette = quantize(await sampled(film, pictureOf), COLOURS);
  while (palette.length <= UNCHANGED) palette.push([0, 0, 0]);
  const colours = palette.slice(0, COLOURS);
  const gif = GIFEncoder();
  let before: Uint8Array | null = null;
  for (let frame = 0; frame < frames; frame++) {
    const now = applyPalette(await pictureOf(frame), colours);
    const written = before ? changesOf(before, now) : now;
    gif.writeFrame(written, width, height, {
      ...(before ? { transparent: true, transparentIndex: UNCHANGED } : { palette }),
      delay: frame === frames - 1 ? frameMs + holdMs : frameMs,
      dispose: 1,
    });
    before = now;
    onFrame(frame + 1);
  }
  gif.finish();
  return new Blob([gif.bytes()], { type: 'image/gif' });
}

/** The pixels of a few pictures in one row. */
async function sampled(film: Film, pictureOf: (frame: number) => Promise<Uint8ClampedArray>): Promise<Uint8Array> {
  const size = film.width * film.height * 4;
  const pixels = new Uint8Array(size * SAMPLES);
  for (let sample = 0; sample < SAMPLES; sample++) {
    pixels.set(await pictureOf(Math.round((sample * (film.frames - 1)) / (SAMPLES - 1))), sample * size);
  }
  return pixels;
}

/** Only what differs from the picture before: the rest compresses to next to nothing. */
const changesOf = (before: Uint8Array, now: Uint8Array): Uint8Array =>
  now.map((colour, at) => (colour === before[at] ? UNCHANGED : colour));
