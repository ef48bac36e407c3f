import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { createWriter } from '../../shared/protocol/bytes.ts';
import { encodeFrame } from '../../shared/protocol/frames.ts';
import { writeHeader } from '../../shared/protocol/header.ts';
import { decodeRecording, encodeRecording } from '../../shared/replay/recording.ts';
import { lobbyState } from '../support/class-state.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'twinfold-command-line-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(
  command: 'play' | 'reports' | 'verify',
  ...args: string[]
): { status: number | null; out: string; err: string } {
  const env = { ...process.env, DATA_DIR: join(folder, 'data') };
  const done = spawnSync(process.execPath, [`server/cli/${command}.ts`, ...args], { cwd: ROOT, encoding: 'utf8', env });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

const MATCH = ['--seed', '7', '--habitats', '2', '--rounds', '2', '--generations', '2', '--population', '8', '--bots'];
const file = join(folder, 'match.twinfold');

describe('npm run play', () => {
  const first = run('play', ...MATCH, '--record', file);

  it('prints a line a round, the exam, and the final state', () => {
    expect(first.err).toBe('');
    expect(first.status).toBe(0);
    expect(first.out).toMatch(/round 1: \d+ born, \d+ lived through .*\nround 2: .*\nexam .*: \d+ born/);
    expect(first.out).toMatch(/final state [0-9a-f]{32}\n$/);
  });

  it('comes to the same state again, and to another with another seed', () => {
    const state = (out: string): string | undefined => /final state (\w+)/.exec(out)?.[1];
    expect(state(run('play', ...MATCH).out)).toBe(state(first.out));
    expect(state(run('play', ...MATCH, '--seed', '8').out)).not.toBe(state(first.out));
  });

  it.each([
    [['--rounds', '0'], /--rounds takes a whole number from 1 to 20, not "0"/],
    [['--habitats', 'six'], /--habitats takes a whole number from 1 to 40, not "six"/],
    [['--habitats', '40', '--population', '31'], /population can be 30 at most/],
    [['--game', 'chess'], /--game takes one of open, drift, sculptor, not "chess"/],
    [
      ['--game', 'drift', '--habitats', '3'],
      /A drift duel is fought in pairs of habitats: 2 to 10, an even number, not 3/,
    ],
    [['--deck', 'frost,drought'], /A deck has at least 6 cards, not 2\./],
    [['--deck', 'frost,unicorns'], /no card "unicorns"\. There are: hunters, /],
    [['--founder', 'unicorn'], /no founder "unicorn"\. There are: /],
    [['--quickly'], /--quickly/],
  ])('%j is refused with a sentence', (args, sentence) => {
    const { status, out, err } = run('play', ...args);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toContain('    at ');
  });
});

describe('npm run verify', () => {
  it('accepts a drift duel with a disaster, and tells of it', () => {
    const duel = join(folder, 'duel.twinfold');
    const { err, out } = run('play', ...MATCH, '--game', 'drift', '--shock', '--record', duel);
    expect(err).toBe('');
    expect(out).toMatch(/disaster of the match: [A-Z]/);
    expect(run('verify', duel)).toMatchObject({ status: 0, out: expect.stringMatching(/^accepted: 5 generations/) });
  });

  it('accepts a recording of the first format, and says what could not be checked', () => {
    const { status, out } = run('verify', 'tests/golden/v1-three-habitats.twinfold');
    expect(out).toMatch(
      /^accepted: 7 generations, the whole match; .*\nmark [0-9a-f]{32}; sealed by nobody\nIt was played by rules 1, .*\.\n$/,
    );
    expect(status).toBe(0);
  });

  it('accepts what was recorded', () => {
    const { status, out } = run('verify', file);
    expect(out).toMatch(
      /^accepted: 5 generations, the whole match; final state [0-9a-f]{32}\nmark [0-9a-f]{32}; sealed by nobody\n$/,
    );
    expect(status).toBe(0);
  });

  it('rejects it after one changed byte in a command, and names the generation', () => {
    const bytes = readFileSync(file);
    const recording = decodeRecording(bytes);
    // The births that open round 2 carry that round's commands; a frame's kind, tick and count of commands come before them.
    const frame = encodeFrame(recording.frames[4] ?? raise());
    const before = encodeRecording({ ...recording, frames: recording.frames.slice(0, 4) }).length;
    const commands = bytes.indexOf(frame, before) + 3;
    expect(recording.frames[4]?.commands.length).toBeGreaterThan(0);
    const changed = join(folder, 'changed.twinfold');
    writeFileSync(changed, bytes.with(commands, (bytes[commands] ?? 0) ^ 1));
    const { status, out } = run('verify', changed);
    expect(out).toMatch(/^rejected: .*[Gg]eneration 3\b/);
    expect(status).toBe(1);
  });

  it('finds a match by its id in the database', async () => {
    const { settings, founderGenome, kernel, secret, frames } = decodeRecording(readFileSync(file));
    const header = createWriter();
    writeHeader(header, settings, founderGenome);
    const { founder, habitats, rounds } = settings;
    const kept = { founder, habitats, rounds, header: header.done(), kernel, secret: secret ?? raise() };
    const repository = await openSqliteRepository(join(folder, 'data'));
    for (const id of ['finished-match', 'playing-match']) {
      await repository.createMatch({ id, createdAt: 0, mode: 'solo', code: '', ...kept }, lobbyState());
      for (const frame of frames) await repository.addFrame(id, { tick: frame.tick, bytes: encodeFrame(frame) });
    }
    await repository.finishMatch('finished-match', new Uint8Array(16));
    await repository.close();
    expect(run('verify', 'finished-match')).toMatchObject({ status: 0, out: run('verify', file).out });
    expect(run('verify', 'playing-match').err).toMatch(/still being played/);
    expect(run('verify', 'no-such-match').err).toMatch(/no recording of that id/);
  });

  it('says so when there is nothing to verify', () => {
    expect(run('verify', 'nowhere').err).toMatch(/There is no file nowhere/);
    expect(run('verify').out).toMatch(/npm run verify -- FILE_OR_ID/);
    expect(run('verify', 'LICENSE')).toMatchObject({
      status: 1,
      out: 'rejected: This file is not a recording of Twinfold.\n',
    });
  });
});

function raise(): never {
  throw new Error('The recording is shorter than its match.');
}

describe('npm run reports', () => {
  it('says that there is no database where it was told to look', async () => {
    const env = { ...process.env, DATA_DIR: join(folder, 'nowhere') };
    const nowhere = spawnSync(process.execPath, ['server/cli/reports.ts'], { cwd: ROOT, encoding: 'utf8', env });
    expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringMatching(/There is no database in .*nowhere\./)]);
  });

  it('tells each report with its habitats, its reason and its moment, the newest first', async () => {
    const repository = await openSqliteRepository(join(folder, 'data'));
    const { kernel, settings, founderGenome } = decodeRecording(readFileSync(file));
    const header = createWriter();
    writeHeader(header, settings, founderGenome);
    const { founder, habitats, rounds } = settings;
    await repository.createMatch(
      {
        ...{ id: 'reported', createdAt: 1, mode: 'public', code: '', founder, habitats, rounds, kernel },
        header: header.done(),
        secret: new Uint8Array(32),
      },
      lobbyState(),
    );
    const report = { tick: 6, seat: 1, bySeat: 0, generation: 3 } as const;
    await repository.addConductReport('reported', { id: 'a', ...report, why: 'spoiling', at: Date.UTC(2026, 0, 2) });
    await repository.addConductReport('reported', { id: 'b', ...report, why: 'other', at: Date.UTC(2026, 0, 3) });
    // Told again, after an outcome that nobody knew.
    await repository.addConductReport('reported', { id: 'b', ...report, why: 'other', at: Date.UTC(2026, 0, 3) });
    await repository.close();
    const { status, out } = run('reports');
    expect({ status, lines: out.trimEnd().split('\n') }).toEqual({
      status: 0,
      lines: [
        '2026-01-03 00:00  habitat 2 something else, says habitat 1  /replay/reported#g=4',
        '2026-01-02 00:00  habitat 2 spoils the game on purpose, says habitat 1  /replay/reported#g=4',
      ],
    });
    expect(run('reports', '--limit', '1').out.split('\n')).toHaveLength(2);
    expect(run('reports', '--limit', '0').err).toMatch(/--limit takes a whole number from 1 to 10000/);
  });
});
