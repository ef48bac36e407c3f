/** Creatures kept by link: on every database, over HTTP, and as long as recordings. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MatchRepository } from '../../server/persistence/repository.ts';
import { startForgettingCreatures } from '../../server/retention.ts';
import { encodeCreature } from '../../shared/lab/creature.ts';
import { FOUNDERS } from '../../shared/sim/founders.ts';
import type { Seedling } from '../../shared/sim/seedling.ts';
import { DATABASES, type TestDatabase } from '../support/databases.ts';
import { post, sendRaw } from '../support/raw-http.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const DAY_MS = 86_400_000;
const SILENT = { info: () => {}, error: () => {} };
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

for (const { name, isHere, create } of DATABASES) {
  describe.skipIf(!isHere)(name, () => {
    let database: TestDatabase;
    let repository: MatchRepository;
    beforeEach(async () => {
      database = await create();
      repository = await database.open();
    });
    afterEach(() => database.remove());

    test('a creature comes back as it was brought, to another process too', async () => {
      expect(await repository.keepCreature({ id: 'one', keptAt: 5, bytes: bytes(1, 0, 255) }, 9)).toBe('kept');
      const other = await database.open();
      expect(await other.readCreature('one')).toEqual({ keptAt: 5, bytes: bytes(1, 0, 255) });
      expect(await repository.readCreature('two')).toBeNull();
    });

    test('one that is kept again is there once, from the later day on', async () => {
      const other = await database.open();
      await Promise.all(
        [repository, other, repository].map((each) => each.keepCreature({ id: 'one', keptAt: 5, bytes: bytes(1) }, 9)),
      );
      await repository.keepCreature({ id: 'one', keptAt: 8, bytes: bytes(1) }, 9);
      expect(await repository.readCreature('one')).toMatchObject({ keptAt: 8 });
      expect(await repository.forgetCreaturesBefore(100)).toBe(1);
    });

    test('where there are enough no new one comes in, and those that are there may be kept again', async () => {
      await repository.keepCreature({ id: 'one', keptAt: 1, bytes: bytes(1) }, 2);
      await repository.keepCreature({ id: 'two', keptAt: 2, bytes: bytes(2) }, 2);
      expect(await repository.keepCreature({ id: 'three', keptAt: 3, bytes: bytes(3) }, 2)).toBe('full');
      expect(await repository.readCreature('three')).toBeNull();
      expect(await repository.keepCreature({ id: 'one', keptAt: 3, bytes: bytes(1) }, 2)).toBe('kept');
    });

    test('what is older than its days is deleted, what is younger is not', async () => {
      const now = 900 * DAY_MS;
      await repository.keepCreature({ id: 'old', keptAt: now - 365 * DAY_MS - 1, bytes: bytes(1) }, 9);
      await repository.keepCreature({ id: 'young', keptAt: now - 365 * DAY_MS + 1, bytes: bytes(2) }, 9);
      await startForgettingCreatures(repository, 365, SILENT, () => now)();
      expect(await repository.readCreature('old')).toBeNull();
      expect(await repository.readCreature('young')).not.toBeNull();
    });
  });
}

describe('over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const genome = FOUNDERS[3]?.genome ?? bytes();
  const creature: Seedling = { genome, noiseSeed: 77, conditions: { temperature: -20, nutrition: 5, noise: 100 } };
  const letters = encodeCreature(creature);
  const keep = (body: string, type = 'application/json'): Promise<Response> =>
    fetch(`${server.url}/api/creatures`, { method: 'POST', headers: { 'Content-Type': type }, body });
  const idOf = async (response: Response): Promise<string> => {
    expect(response.status).toBe(201);
    const told: unknown = await response.json();
    expect(told).toEqual({ id: expect.stringMatching(/^[\w-]{12}$/), until: expect.any(Number) });
    return (told as { id: string }).id;
  };

  test('a creature is kept under a short id, from which it comes back to the letter', async () => {
    const id = await idOf(await keep(JSON.stringify({ creature: letters })));
    const answer = await fetch(`${server.url}/api/creatures/${id}`);
    const told: unknown = await answer.json();
    expect(told).toEqual({ creature: letters, until: expect.any(Number) });
    const days = ((told as { until: number }).until - Date.now()) / DAY_MS;
    expect(days).toBeGreaterThan(364);
    expect(days).toBeLessThanOrEqual(365);
  });

  test('the same creature has the same id, however its letters are written; another has another', async () => {
    const id = await idOf(await keep(JSON.stringify({ creature: letters })));
    // Four bits of the last letter mean nothing.
    const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
    const same = (alphabet.indexOf(letters.slice(-1)) & ~0xf) + 5;
    const alias = letters.slice(0, -1) + alphabet[same];
    expect(alias).not.toBe(letters);
    expect(await idOf(await keep(JSON.stringify({ creature: alias })))).toBe(id);
    const other = encodeCreature({ ...creature, noiseSeed: 78 });
    expect(await idOf(await keep(JSON.stringify({ creature: other })))).not.toBe(id);
    // A founder's name is a creature's letters as well, and leaves no name behind.
    const founder = await idOf(await keep(JSON.stringify({ creature: 'gladmask' })));
    const answer: unknown = await (await fetch(`${server.url}/api/creatures/${founder}`)).json();
    expect(answer).toMatchObject({ creature: expect.stringMatching(/^[\w-]{370}$/) });
  });

  const WRONG: Readonly<Record<string, [body: string, status: number, type?: string]>> = {
    nothing: ['', 400],
    'no JSON': ['{"creature"', 400],
    'JSON that does not say so': [JSON.stringify({ creature: letters }), 400, 'text/plain'],
    'a list': [JSON.stringify([letters]), 400],
    'a number': ['7', 400],
    words: [JSON.stringify({ creature: 'a friendly message to a class mate' }), 400],
    'a letter too few': [JSON.stringify({ creature: letters.slice(0, -2) }), 400],
    'a letter too many': [JSON.stringify({ creature: `${letters}AA` }), 400],
    'letters of another alphabet': [JSON.stringify({ creature: `+${letters.slice(1)}` }), 400],
    'another version': [JSON.stringify({ creature: `B${letters.slice(1)}` }), 400],
    'a growth beyond all ovens': [
      JSON.stringify({
        creature: encodeCreature({ ...creature, conditions: { temperature: 101, nutrition: 0, noise: 0 } }),
      }),
      400,
    ],
    'a name beside it': [JSON.stringify({ creature: letters, name: 'Ada' }), 400],
    'more than a creature': [JSON.stringify({ creature: letters, name: 'x'.repeat(200) }), 413],
    'far more': [JSON.stringify({ creature: 'x'.repeat(20_000) }), 413],
  };

  test.each(Object.entries(WRONG))(
    '%s is refused with a sentence, and nothing is kept',
    async (_, [body, status, type]) => {
      const answer = await keep(body, type);
      expect([answer.status, await answer.json()]).toEqual([
        status,
        { reason: expect.any(String), error: expect.stringMatching(/^\p{Lu}.*\.$/u) },
      ]);
    },
  );

  test.each(['x', 'AAAAAAAAAAAA', '..%2f..%2fx', "'%20or%201=1", 'x'.repeat(300), '%00'])(
    'there is no creature at %s',
    async (id) => {
      const answer = await fetch(`${server.url}/api/creatures/${id}`);
      expect([answer.status, await answer.json()]).toEqual([
        404,
        { reason: expect.any(String), error: expect.stringMatching(/\.$/) },
      ]);
    },
  );

  test('a flood is told to wait, and what is kept can be read all the same', async () => {
    const id = await idOf(await keep(JSON.stringify({ creature: letters })));
    const statuses: number[] = [];
    while (!statuses.includes(503) && statuses.length < 400) {
      const { status } = await sendRaw(server.port, post('/api/creatures', JSON.stringify({ creature: letters })));
      statuses.push(status);
    }
    expect(statuses.at(-1)).toBe(503);
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([201]));
    const refused = await keep(JSON.stringify({ creature: letters }));
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(await refused.json()).toMatchObject({ reason: 'creaturesBusy' });
    expect((await fetch(`${server.url}/api/creatures/${id}`)).status).toBe(200);
  });
});
