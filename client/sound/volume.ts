/** How loud the game is: silent until the person turns it up, and remembered in this browser. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';

const KEY = 'twinfold.volume';
export const LOUDEST = 10;

/** Whole steps, 0 (silent) to LOUDEST, as the person last set them. */
const chosen = signal(remembered());
/** In a class a room full of devices is silent, whatever was chosen at home, until someone turns this one up here. */
const hushed = signal(false);

/** What the control shows, 0 to LOUDEST. */
export const volume: ReadonlySignal<number> = computed(() => (hushed.value ? 0 : chosen.value));
/** The same as a factor, 0 to 1. Ears go by ratios: half-way up is a quarter. */
export const loudness: ReadonlySignal<number> = computed(() => (volume.value / LOUDEST) ** 2);

export function setVolume(steps: number): void {
  hushed.value = false;
  chosen.value = Math.max(0, Math.min(LOUDEST, Math.round(steps)));
  try {
    localStorage.setItem(KEY, String(chosen.value));
  } catch {
    // A browser that keeps nothing forgets this too: next time it is silent again.
  }
}

/** Silences this page until the person turns it up: on entering a class's room. */
export function hush(): void {
  hushed.value = true;
}

function remembered(): number {
  try {
    const kept = Number(localStorage.getItem(KEY) ?? 0);
    return Number.isFinite(kept) ? Math.max(0, Math.min(LOUDEST, Math.round(kept))) : 0;
  } catch {
    return 0;
  }
}
