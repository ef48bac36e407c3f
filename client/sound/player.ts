/** Plays sounds by the Web Audio API. There is no audio context until the first sound is to be heard. */
import { SOUNDS, type SoundName, type Tone } from './sounds.ts';
import { loudness } from './volume.ts';

/** Sounds of one kind closer together than this (seconds) would be a noise. */
const APART: Readonly<Record<SoundName, number>> = {
  card: 0.05,
  bubble: 0.09,
  season: 1,
  death: 0.3,
  reveal: 1,
  shock: 2,
};
/** An ear hears a click where a tone begins at once. */
const ATTACK = 0.012;

let context: AudioContext | null = null;
const lastAt = new Map<SoundName, number>();

/** Plays a sound, if the person wants to hear any and the page is in view. */
export function play(name: SoundName): void {
  const volume = loudness.peek();
  if (volume <= 0 || document.hidden) return;
  context ??= new AudioContext();
  // A browser lets no page sound before it was touched; then this is a quiet no, and the next sound is heard.
  if (context.state === 'suspended') void context.resume().catch(() => undefined);
  const now = context.currentTime;
  if (now - (lastAt.get(name) ?? Number.NEGATIVE_INFINITY) < APART[name]) return;
  lastAt.set(name, now);
  for (const tone of SOUNDS[name](Math.random())) sound(context, tone, now, volume);
}

function sound(audio: AudioContext, tone: Tone, now: number, volume: number): void {
  const start = now + tone.at;
  const end = start + tone.length;
  const oscillator = new OscillatorNode(audio, { type: tone.wave, frequency: tone.from });
  oscillator.frequency.exponentialRampToValueAtTime(tone.to, end);
  const filter = new BiquadFilterNode(audio, { type: 'lowpass', frequency: tone.muffled });
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(tone.loudness * volume, start + Math.min(ATTACK, tone.length / 4));
  gain.gain.exponentialRampToValueAtTime(0.0001, end);
  oscillator.connect(filter).connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(end);
}
