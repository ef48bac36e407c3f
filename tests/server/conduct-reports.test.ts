/** Reports of what people did, in either database: kept once, the newest first, and as long as their match and no longer than they may. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConductReport } from '../../server/persistence/conduct-store.ts';
import { type NewMatch, TakenOver } from '../../server/persistence/repository.ts';
import { lobbyState } from '../support/class-state.ts';
import { DATABASES, type TestDatabase } from '../support/databases.ts';

const match = (id: string): NewMatch => ({
  ...{ id, createdAt: 1, mode: 'public', code: '', founder: 'duskdome', habitats: 6, rounds: 8, kernel: 'reference' },
  header: Uint8Array.of(1),
  secret: Uint8Array.of(2),
});
const report = (id: string, at: number): ConductReport => ({
  ...{ id, at, tick: 13, generation: 6, seat: 3, bySeat: 0, why: 'flooding' },
});

for (const { name, isHere, create } of DATABASES) {
  describe.skipIf(!isHere)(name, () => {
    let database: TestDatabase;
    beforeEach(async () => {
      database = await create();
    });
    afterEach(() => database.remove());

    test('a report is read as it was written, once however often it was, and the newest comes first', async () => {
      const repository = await database.open();
      for (const id of ['one', 'two']) await repository.createMatch(match(id), lobbyState());
      await repository.addConductReport('one', report('a', 1_900_000_000_001));
      await repository.addConductReport('two', report('b', 1_900_000_000_003));
      for (let times = 0; times < 2; times++) {
        await repository.addConductReport('one', report('c', 1_900_000_000_002));
      }
      const again = await database.open();
      expect(await again.conductReports(10)).toEqual([
        { matchId: 'two', ...report('b', 1_900_000_000_003) },
        { matchId: 'one', ...report('c', 1_900_000_000_002) },
        { matchId: 'one', ...report('a', 1_900_000_000_001) },
      ]);
      expect(await again.conductReports(1)).toHaveLength(1);
    });

    test('only who runs a match reports in it, and reports go with their match or when their time is up', async () => {
      const repository = await database.open();
      for (const id of ['kept', 'dropped']) await repository.createMatch(match(id), lobbyState());
      const other = await database.open();
      await expect(other.addConductReport('kept', report('x', 5))).rejects.toThrow(TakenOver);
      await repository.addConductReport('kept', report('old', 100));
      await repository.addConductReport('kept', report('new', 200));
      await repository.addConductReport('dropped', report('gone', 300));
      await repository.dropMatch('dropped');
      await repository.forgetClassesBefore(200);
      expect((await repository.conductReports(10)).map(({ id }) => id)).toEqual(['new']);
    });
  });
}
