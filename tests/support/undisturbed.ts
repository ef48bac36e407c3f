/** What every match of a test with faults must hold to when it has ended, whatever its processes went through. */
import { expect } from 'vitest';
import type { LiveSource } from '../../client/net/live-source.ts';
import type { GrowthPool } from '../../server/growth/pool.ts';
import { commandOf } from '../../server/match/command-bytes.ts';
import { recordingOf } from '../../server/match/recording.ts';
import type { StoredMatch } from '../../server/persistence/repository.ts';
import { decodeRecording } from '../../shared/replay/recording.ts';
import { verifyRecording } from '../../shared/replay/verify.ts';
import { hexOf } from '../../shared/sim/hash.ts';
import type { Command } from '../../shared/sim/world/world.ts';

/** A command in a test's own words, such as `2 lays frost`. */
export const wordsFor = (command: Command): string =>
  command.kind === 'pressure'
    ? `${command.seat} lays ${command.card}`
    : `${command.seat} gives ${command.intervention}`;

const count = (all: readonly string[], one: string): number => all.filter((each) => each === one).length;

/**
 * Played again from its commands, undisturbed, it comes to the hash that every page shows; each command that was `acknowledged` is
 * kept, and each that is kept is in a frame, once.
 */
export async function expectUndisturbed(
  match: StoredMatch,
  pages: readonly LiveSource[],
  acknowledged: readonly string[],
  growth: GrowthPool,
): Promise<void> {
  expect(match.status).toBe('finished');
  const recording = decodeRecording(recordingOf(match));
  const verdict = await verifyRecording(recording, (world) => growth.growAll(world));
  expect(verdict, 'sentence' in verdict ? verdict.sentence : 'the recording').toMatchObject({
    accepted: true,
    complete: true,
    hash: hexOf(match.finalHash),
  });
  for (const { world } of pages) expect(hexOf(world.value?.hash ?? new Uint8Array())).toBe(hexOf(match.finalHash));
  const kept = match.commands.map(commandOf).map(wordsFor);
  expect(
    recording.frames
      .flatMap(({ commands }) => commands)
      .map(wordsFor)
      .sort(),
  ).toEqual(kept.toSorted());
  const missing = [...new Set(acknowledged)].filter((words) => count(kept, words) < count(acknowledged, words));
  expect(missing).toEqual([]);
}
