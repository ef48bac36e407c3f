/** The creatures that this browser keeps, by their words. They say nothing about who uses it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { decodeCreature } from '../../../shared/lab/creature.ts';

const KEY = 'twinfold.herbarium';
/** As many as can be looked through, in 20 of the 5,000 kilobytes that browsers allow. */
export const MOST_KEPT = 48;

/** 'asLongAsOpen': it is there until the page closes, since the browser keeps nothing. */
export type Keeping = 'kept' | 'known' | 'full' | 'asLongAsOpen';

function read(): readonly string[] {
  try {
    const words: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(words) ? words.filter(isCreature).slice(0, MOST_KEPT) : [];
  } catch {
    // A browser that keeps nothing, or something else under this name.
    return words.peek();
  }
}

const isCreature = (word: unknown): word is string => typeof word === 'string' && decodeCreature(word) !== null;

const words = signal<readonly string[]>([]);
words.value = read();

/** The newest first. */
export const keptCreatures: ReadonlySignal<readonly string[]> = words;

/** Another window of this browser has kept or let go of one. */
window.addEventListener('storage', ({ key }) => {
  if (key === KEY || key === null) words.value = read();
});

function write(next: readonly string[]): boolean {
  words.value = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
    return true;
  } catch {
    return false;
  }
}

export function keepCreature(word: string): Keeping {
  const before = words.peek();
  if (before.includes(word)) return 'known';
  if (before.length >= MOST_KEPT) return 'full';
  return write([word, ...before]) ? 'kept' : 'asLongAsOpen';
}

export const letGo = (word: string): void => void write(words.peek().filter((each) => each !== word));
