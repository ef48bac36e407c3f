/** Golden recordings, as they lie in the tests. */
import { readFileSync } from 'node:fs';

/** `name`: of the file, without its ending. */
export const goldenRecording = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(new URL(`../golden/${name}.twinfold`, import.meta.url)));
