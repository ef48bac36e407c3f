/** Reads mangled recordings, one after the other, and measures what each costs. */
import { readdirSync, readFileSync } from 'node:fs';
import { DecodeError } from '../../shared/protocol/bytes.ts';
import { decodeRecordingFile } from '../../shared/replay/recording.ts';
import { isSealOf } from '../../shared/replay/seal.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { mangle } from './mangle.ts';
import { relink } from './relink.ts';

const GOLDEN = new URL('../golden/', import.meta.url);

export interface FuzzCount {
  readonly tried: number;
  /** Of those: taken for recordings, and refused with a sentence. */
  readonly read: number;
  readonly refused: number;
  /** Of the costliest: milliseconds of processor time, and bytes by which the heap and its buffers grew. */
  readonly worstMs: number;
  readonly worstBytes: number;
}

/** Every golden recording is mangled in turn, from the mangling of number `first` on. Throws at whatever is not a sentence for a person. */
export function fuzzRecordings({ first, seconds }: { first: number; seconds: number }): FuzzCount {
  const files = readdirSync(GOLDEN).filter((name) => name.endsWith('.twinfold'));
  const golden = files.map((name) => Uint8Array.from(readFileSync(new URL(name, GOLDEN))));
  const end = performance.now() + seconds * 1000;
  const count = { tried: 0, read: 0, refused: 0, worstMs: 0, worstBytes: 0 };
  for (let number = first; performance.now() < end; number++) {
    const bytes = golden[number % golden.length] ?? new Uint8Array();
    const mangled = mangle(bytes, golden, number);
    // Half of them as somebody would send them who knows about the chain.
    const sent = number % 2 === 0 ? mangled : relink(mangled);
    const before = { cpu: process.cpuUsage(), memory: process.memoryUsage() };
    const outcome = readOne(sent, number);
    const { user, system } = process.cpuUsage(before.cpu);
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    count.tried++;
    count[outcome]++;
    count.worstMs = Math.max(count.worstMs, (user + system) / 1000);
    count.worstBytes = Math.max(
      count.worstBytes,
      heapUsed - before.memory.heapUsed + arrayBuffers - before.memory.arrayBuffers,
    );
  }
  return count;
}

function readOne(bytes: Uint8Array, number: number): 'read' | 'refused' {
  try {
    const { recording, seal, mark } = decodeRecordingFile(bytes);
    if (seal !== null) isSealOf(seal, mark);
    openTimeline(recording);
    return 'read';
  } catch (error) {
    if (error instanceof DecodeError && /[.!?]$/.test(error.message)) return 'refused';
    throw new Error(`Mangling ${number} is answered with no sentence: ${String(error)}`, { cause: error });
  }
}
