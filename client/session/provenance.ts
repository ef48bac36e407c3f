/** Whose a recording is, by its seal. */
import type { RecordingFile } from '../../shared/replay/recording.ts';

/**
 * `none`: nobody sealed it; `broken`: the seal is not of this recording; `here`: this server's; `other`: another's; `unknown`: sealed,
 * and this server cannot be asked for its key.
 */
export type Provenance = 'none' | 'broken' | 'here' | 'other' | 'unknown';

/** Bytes in the alphabet that fits an address. */
export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** `serverKey`: asked for only where it matters; null where it cannot be had. */
export async function provenanceOf(
  { seal, mark }: Pick<RecordingFile, 'seal' | 'mark'>,
  serverKey: () => Promise<string | null>,
): Promise<Provenance> {
  if (!seal) return 'none';
  // What checks signatures is loaded with the first that there is to check.
  const { isSealOf } = await import('../../shared/replay/seal.ts');
  if (!isSealOf(seal, mark)) return 'broken';
  const key = await serverKey();
  if (key === null) return 'unknown';
  return base64url(seal.key) === key ? 'here' : 'other';
}
