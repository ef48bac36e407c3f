import { describe, expect, test } from 'vitest';
import { base64url, provenanceOf } from '../../client/session/provenance.ts';
import { createVerification } from '../../client/session/verification.ts';
import type { VerifyReply } from '../../client/worker/verify-jobs.ts';
import { verifyAndSurvey } from '../../client/worker/verifying.ts';
import { decodeRecordingFile, encodeRecording } from '../../shared/replay/recording.ts';
import { createSealer } from '../../shared/replay/seal.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { playTiny, tinyGrow, tinySettings } from '../support/tiny-match.ts';

const settings = tinySettings({ rounds: 2, generationsPerRound: 2, population: 12 });

describe('a recording that is played again', () => {
  test('is true when nothing was changed, tells every body that it grew, and where a trait moved farthest', async () => {
    const rows: Int32Array[] = [];
    const { recording } = await playTiny(1, { settings, onGeneration: ({ traits }) => rows.push(traits) });
    let bodies = 0;
    const { verdict, shift } = await verifyAndSurvey(recording, tinyGrow, (grown) => {
      bodies += grown;
    });
    expect(verdict).toMatchObject({ accepted: true, complete: true, generations: rows.length });
    expect(bodies).toBe(rows.reduce((sum, each) => sum + each.length / TRAITS.length, 0));
    expect(shift?.generation).toBeGreaterThan(0);
  });

  test('is not when a death was changed, and the generation is named', async () => {
    const { recording } = await playTiny(1, { settings });
    const frames = recording.frames.map((frame) =>
      frame.kind === 'season' && frame.generation === 2
        ? { ...frame, moments: frame.moments.map((moment) => (moment > 0 ? moment - 1 : 0)) }
        : frame,
    );
    const { verdict } = await verifyAndSurvey({ ...recording, frames }, tinyGrow, () => undefined);
    expect(verdict).toMatchObject({ accepted: false, generation: 3 });
  });
});

describe('finding out whether a recording is true', () => {
  /** A worker that says what the test says. */
  function asked() {
    const heard: { tell: (reply: VerifyReply) => void; ended: boolean }[] = [];
    const verification = createVerification(
      () => new Uint8Array([1]),
      (_request, tell) => {
        const own = { tell, ended: false };
        heard.push(own);
        return () => {
          own.ended = true;
        };
      },
    );
    return { verification, heard };
  }

  test('counts bodies as they grow, can be stopped and begun again, and is done once', () => {
    const { verification, heard } = asked();
    verification.start();
    verification.start();
    expect(heard.length).toBe(1);
    heard[0]?.tell({ kind: 'grown', bodies: 5 });
    heard[0]?.tell({ kind: 'grown', bodies: 7 });
    expect(verification.standing.value).toEqual({ kind: 'running', grown: 12 });
    verification.stop();
    expect(heard[0]?.ended).toBe(true);
    heard[0]?.tell({ kind: 'grown', bodies: 1 });
    expect(verification.standing.value).toEqual({ kind: 'stopped' });
    verification.start();
    const verdict = { accepted: false, generation: 2, sentence: 'Generation 2 differs.' } as const;
    heard[1]?.tell({ kind: 'verdict', verdict, shift: null });
    expect(verification.standing.value).toEqual({ kind: 'told', verdict });
    verification.start();
    expect(heard.length).toBe(2);
  });
});

describe('whose a recording is', () => {
  const seal = createSealer(new Uint8Array(32).fill(3));
  const key = base64url(seal(new Uint8Array(16)).key);

  test.each([
    ['this server’s', async () => key, 'here'],
    ['another server’s', async () => 'another', 'other'],
    ['that of a server that cannot be asked', async () => null, 'unknown'],
  ])('is found by its seal: %s', async (_what, serverKey, provenance) => {
    const { recording } = await playTiny(1, { settings });
    const file = decodeRecordingFile(encodeRecording(recording, seal));
    expect(await provenanceOf(file, serverKey)).toBe(provenance);
  });

  test('is nobody’s without a seal, and a seal of something else is broken', async () => {
    const { recording } = await playTiny(1, { settings });
    const file = decodeRecordingFile(encodeRecording(recording));
    expect(await provenanceOf(file, async () => key)).toBe('none');
    const foreign = { ...file, seal: seal(new Uint8Array(16).fill(9)) };
    expect(await provenanceOf(foreign, async () => key)).toBe('broken');
  });
});
