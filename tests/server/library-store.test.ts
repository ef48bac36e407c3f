/** What the library keeps, on every database. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewRecording, Search } from '../../server/persistence/library-store.ts';
import type { MatchRepository, NewMatch } from '../../server/persistence/repository.ts';
import { lobbyState } from '../support/class-state.ts';
import { DATABASES, type TestDatabase } from '../support/databases.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const match = (id: string, createdAt: number, changes: Partial<NewMatch> = {}): NewMatch => ({
  ...{ id, createdAt, mode: 'private', code: 'ACDEFG', founder: 'peony', habitats: 6, rounds: 8 },
  ...{ header: bytes(1), kernel: 'k', secret: bytes(2), ...changes },
});
const file = (id: string, createdAt: number, changes: Partial<NewRecording> = {}): NewRecording => ({
  ...{ id, kind: 'upload', createdAt, founder: 'embershield', habitats: 2, rounds: 3, status: 'finished' },
  ...{ mark: `mark of ${id}`, parent: null, events: [], ownerHash: 'owner', bytes: bytes(1, 2, 3), ...changes },
});
const AMPLE = 1_000_000;

for (const { name, isHere, create } of DATABASES) {
  describe.skipIf(!isHere)(name, () => {
    let database: TestDatabase;
    let repository: MatchRepository;
    beforeEach(async () => {
      database = await create();
      repository = await database.open();
    });
    afterEach(() => database.remove());

    const play = async (id: string, createdAt: number, changes: Partial<NewMatch> = {}): Promise<void> => {
      await repository.createMatch(match(id, createdAt, changes), lobbyState());
      await repository.addFrame(id, { tick: 0, bytes: bytes(1) });
    };
    const finish = async (id: string): Promise<void> => {
      await repository.finishMatch(id, bytes(1));
      await repository.endLive(id);
    };
    const found = async (search: Search): Promise<string[]> =>
      (await repository.searchRecordings(search, 10, 0)).map(({ id }) => id);

    test('matches and files are one list, which can be searched by each thing alone and by several', async () => {
      await play('lesson', 10);
      await finish('lesson');
      await play('goes on', 40, { code: 'ACDEFH', founder: 'embershield' });
      const parent = { mark: 'mark of lesson', from: 3, parts: ['heredity' as const] };
      await repository.addRecording(file('branch', 20, { kind: 'branch', parent, events: ['extinction'] }), AMPLE);
      await repository.addRecording(file('file', 30, { events: ['drift', 'champion'] }), AMPLE);
      expect(await found({})).toEqual(['file', 'branch', 'lesson', 'goes on']);
      expect(await found({ founder: 'embershield' })).toEqual(['file', 'branch', 'goes on']);
      expect(await found({ from: 20, before: 40 })).toEqual(['file', 'branch']);
      expect(await found({ code: 'ACDEFG' })).toEqual(['lesson']);
      expect(await found({ event: 'champion' })).toEqual(['file']);
      expect(await found({ kind: 'branch' })).toEqual(['branch']);
      expect(await found({ kind: 'match', founder: 'embershield' })).toEqual(['goes on']);
      expect(await found({ founder: '%' })).toEqual([]);
    });

    test('a file comes back as it was brought, once for each mark, and as long as there is room', async () => {
      const parent = { mark: 'other', from: 2, parts: [] };
      expect(await repository.addRecording(file('one', 5, { kind: 'branch', parent }), 5)).toBe('added');
      expect(await repository.addRecording(file('two', 6), 5)).toBe('full');
      expect(await repository.addRecording(file('two', 6, { mark: 'mark of one' }), AMPLE)).toBe('known');
      expect(await repository.storedBytes()).toBe(3);
      expect(await repository.findByMark('mark of one')).toEqual({ id: 'one', listed: true });
      expect(await repository.recordingBytes('one')).toEqual(bytes(1, 2, 3));
      expect(await repository.recordingBytes('two')).toBeNull();
      expect(await repository.readRecording('two')).toBeNull();
      expect(await repository.readRecording('one')).toEqual({
        ...{ id: 'one', kind: 'branch', createdAt: 5, mode: '', founder: 'embershield', habitats: 2, rounds: 3 },
        ...{ status: 'finished', why: null, events: [], verified: 'unseen', mark: 'mark of one', parent },
        ...{ listed: true, kept: false, ownerHash: 'owner' },
      });
    });

    test('what is not listed is in no list and among nobody’s branches, and is there by its address', async () => {
      const parent = { mark: 'the parent', from: 1, parts: ['encounters' as const] };
      await repository.addRecording(file('one', 1, { parent }), AMPLE);
      await repository.addRecording(file('two', 2, { parent }), AMPLE);
      expect((await repository.branchesOf('the parent', 10)).map(({ id }) => id)).toEqual(['two', 'one']);
      expect(await repository.changeRecording('two', { listed: false })).toBe(true);
      expect(await found({})).toEqual(['one']);
      expect(await repository.branchesOf('the parent', 10)).toEqual([{ id: 'one', from: 1, parts: ['encounters'] }]);
      expect(await repository.readRecording('two')).toMatchObject({ listed: false, kept: false });
      await repository.changeRecording('two', { kept: true });
      expect(await repository.readRecording('two')).toMatchObject({ listed: false, kept: true });
      expect(await repository.changeRecording('three', { kept: true })).toBe(false);
    });

    test('a match that has ended waits to be looked at, and belongs to whoever led it last', async () => {
      await play('one', 1);
      await play('two', 2);
      const state = lobbyState();
      await repository.saveClass('one', { ...state, roster: { ...state.roster, hostKeyHash: 'the host' } });
      expect(await repository.readRecording('one')).toMatchObject({ ownerHash: 'the host', events: null });
      expect(await repository.unsettled(10)).toEqual([]);
      await finish('one');
      expect(await repository.readRecording('one')).toMatchObject({ ownerHash: 'the host', status: 'finished' });
      await repository.interruptMatch('two', 'deserted');
      await repository.endLive('two');
      expect(await repository.unsettled(10)).toEqual(['two', 'one']);
      await repository.settleRecording('one', { mark: 'of one', parent: null, events: ['disaster'] });
      await repository.settleRecording('two', null);
      expect(await repository.unsettled(10)).toEqual([]);
      expect(await repository.readRecording('one')).toMatchObject({ mark: 'of one', events: ['disaster'] });
      expect(await repository.readRecording('two')).toMatchObject({ mark: null, events: [], why: 'deserted' });
    });

    test('a match whose very recording was brought as a file before leaves the mark to the file', async () => {
      await play('one', 1);
      await finish('one');
      await repository.addRecording(file('two', 2, { mark: 'the same' }), AMPLE);
      await repository.settleRecording('one', { mark: 'the same', parent: null, events: [] });
      expect(await repository.findByMark('the same')).toMatchObject({ id: 'two' });
      expect(await repository.unsettled(10)).toEqual([]);
    });

    test('files wait to be verified, and what was found stays', async () => {
      await repository.addRecording(file('one', 1), AMPLE);
      await repository.addRecording(file('two', 2), AMPLE);
      await play('match', 1);
      expect(await repository.unverified(2, 10)).toEqual(['one']);
      await repository.putVerification('one', 'false');
      expect(await repository.unverified(9, 10)).toEqual(['two']);
      expect((await repository.readRecording('one'))?.verified).toBe('false');
    });

    test('what is deleted goes with all that belongs to it; a match whose room is open stays', async () => {
      await play('match', 1);
      await repository.addRecording(file('file', 2), AMPLE);
      expect(await repository.deleteRecording('match')).toBe('live');
      expect(await repository.readMatch('match')).not.toBeNull();
      await finish('match');
      expect(await repository.deleteRecording('match')).toBe('deleted');
      expect(await repository.readMatch('match')).toBeNull();
      expect(await repository.deleteRecording('match')).toBe('gone');
      expect(await repository.deleteRecording('file')).toBe('deleted');
      expect(await repository.recordingBytes('file')).toBeNull();
      expect(await repository.storedBytes()).toBe(0);
    });

    test('what is old goes, unless somebody keeps it or its room is open', async () => {
      for (const [id, createdAt] of [
        ['old', 1],
        ['open', 2],
        ['young', 9],
      ] as const) {
        await play(id, createdAt);
        if (id !== 'open') await finish(id);
      }
      await repository.addRecording(file('old file', 3), AMPLE);
      await repository.addRecording(file('kept file', 4), AMPLE);
      await repository.changeRecording('kept file', { kept: true });
      expect(await repository.forgetRecordingsBefore(9, 1)).toBe(1);
      expect(await repository.forgetRecordingsBefore(9, 10)).toBe(1);
      expect(await repository.forgetRecordingsBefore(9, 10)).toBe(0);
      expect((await found({})).toSorted()).toEqual(['kept file', 'open', 'young']);
    });

    test('a key is the one that whoever came first brought, for all processes and for good', async () => {
      expect(await repository.serverKey('seal', bytes(1))).toEqual(bytes(1));
      const other = await database.open();
      expect(await other.serverKey('seal', bytes(2))).toEqual(bytes(1));
      expect(await other.serverKey('another', bytes(3))).toEqual(bytes(3));
    });
  });
}
