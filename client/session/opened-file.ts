/** A recording file that somebody gave to this page: it is read here, and goes nowhere. */
import { signal } from '@preact/signals';

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The one opened last; null where there was none. */
export const openedFile = signal<OpenedFile | null>(null);
