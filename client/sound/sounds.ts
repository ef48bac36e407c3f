/** The game's sounds as plain data: tones that a synthesiser can play. No samples, no audio here. */

export interface Tone {
  readonly wave: 'sine' | 'triangle' | 'square' | 'sawtooth';
  /** Hertz, at the beginning and at the end. */
  readonly from: number;
  readonly to: number;
  /** Seconds after the sound begins, and how long until it has died away. */
  readonly at: number;
  readonly length: number;
  /** 0 to 1, of full volume. */
  readonly loudness: number;
  /** Hertz above which it is muffled. */
  readonly muffled: number;
}

export const SOUND_NAMES = ['card', 'bubble', 'season', 'death', 'reveal', 'shock'] as const;
export type SoundName = (typeof SOUND_NAMES)[number];

const tone = (
  wave: Tone['wave'],
  from: number,
  to: number,
  at: number,
  length: number,
  loudness: number,
  muffled = 4000,
): Tone => ({ wave, from, to, at, length, loudness, muffled });

/** A major sixth chord in the middle of the keyboard: warm, and never in the way. */
const [LOW, C, E, G, A, HIGH] = [130.8, 261.6, 329.6, 392, 440, 523.3];

/** `chance`: 0 to 1, from the caller: no two bubbles are alike. */
export const SOUNDS: Readonly<Record<SoundName, (chance: number) => readonly Tone[]>> = {
  // Thick paper on a table, and a short wooden note.
  card: () => [tone('triangle', 180, 90, 0, 0.08, 0.5, 900), tone('triangle', G, G, 0.02, 0.22, 0.22, 2200)],
  bubble: (chance) => {
    const pitch = 320 + 520 * chance;
    return [tone('sine', pitch, pitch * 1.7, 0, 0.09, 0.16, 3000)];
  },
  // A slow swell of wind.
  season: () => [
    tone('sawtooth', LOW, LOW * 1.02, 0, 2.2, 0.16, 420),
    tone('sine', C, C, 0.25, 1.8, 0.14),
    tone('sine', A, A, 0.5, 1.5, 0.1),
  ],
  // Soft and low: told, not punished.
  death: (chance) => {
    const pitch = LOW * (1 + 0.2 * chance);
    return [tone('sine', pitch * 1.5, pitch, 0, 0.45, 0.2, 700)];
  },
  reveal: () =>
    [C, E, G, HIGH].flatMap((pitch, step) => [
      tone('triangle', pitch, pitch, step * 0.13, 0.7, 0.2, 2600),
      tone('sine', pitch * 2, pitch * 2, step * 0.13, 0.4, 0.06),
    ]),
  shock: () => [tone('sawtooth', 70, 34, 0, 1.4, 0.5, 240), tone('triangle', 150, 48, 0.04, 0.5, 0.4, 600)],
};
