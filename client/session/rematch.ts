/** Another match with the same people: who wants it sets out to its room by themselves, after a moment in which to stay. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { WorldSource } from './world-source.ts';

/** Long enough to read that one is leaving, and to press the button against it. */
export const SETTING_OUT_MS = 6_000;

export interface Rematch {
  /** Whether this page has said that it wants one. */
  readonly wanted: ReadonlySignal<boolean>;
  /** The room of the next match; empty until somebody wants one. */
  readonly next: ReadonlySignal<string>;
  /** Whether this page is about to leave for it. */
  readonly settingOut: ReadonlySignal<boolean>;
  /** Resolves to the sentence of a refusal; empty: it is done. */
  want(on: boolean): Promise<string>;
  close(): void;
}

export interface Ways {
  /** The next room is known: whichever way one comes there, one's place in it shall be found. */
  readonly prepare: (next: string) => void;
  readonly leaveFor: (next: string) => void;
}

export function createRematch(source: Pick<WorldSource, 'table' | 'send'>, { prepare, leaveFor }: Ways): Rematch {
  const wanted = signal(false);
  const next = computed(() => source.table.value.room?.next ?? '');
  const settingOut = computed(() => wanted.value && next.value !== '');
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const stops = [
    effect(() => {
      if (next.value !== '') prepare(next.value);
    }),
    effect(() => {
      clearTimeout(leaving);
      const room = next.value;
      if (settingOut.value) leaving = setTimeout(() => leaveFor(room), SETTING_OUT_MS);
    }),
  ];
  return {
    wanted,
    next,
    settingOut,
    async want(on) {
      // Staying is this page's own affair, whatever the room answers.
      if (!on) wanted.value = false;
      const { ok, error } = await source.send({ kind: 'rematch', want: on });
      if (!ok) return error ?? '';
      wanted.value = on;
      return '';
    },
    close() {
      for (const stop of stops) stop();
      clearTimeout(leaving);
    },
  };
}
