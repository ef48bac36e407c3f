/** A class and its host, on real sockets: names, teams, doors, devices, and the way of a console to another machine. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CreateOptions } from '../../shared/protocol/messages.ts';
import { nameSeenBy, openClass, type TestClass } from '../support/class.ts';
import { hurry, isOver, memorySeatKeys, startTestServer, type TestServer, until } from '../support/server.ts';

let server: TestServer;
let room: TestClass;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
afterEach(() => room.close());

const open = async (changes: Partial<CreateOptions> = {}): Promise<TestClass> => {
  room = await openClass(server.url, changes);
  return room;
};

test('names are given, and nobody can choose one before the host allows it', async () => {
  const { pupil, person, rule, console } = await open();
  const [ada, ben] = [await pupil(), await pupil()];
  expect(person(ada)?.names).toEqual([expect.stringMatching(/^[A-Z][a-z]+ [A-Z][a-z]+$/)]);
  expect(person(ada)?.names).not.toEqual(person(ben)?.names);
  expect(await ada.send({ kind: 'name', names: ['Ada'] })).toMatchObject({ ok: false, reason: 'namesGiven' });
  await rule('ownNames', true);
  // Chosen names come with approval, unless the host will have it otherwise.
  expect(console.roster.value?.rules.approval).toBe(true);
  expect(await ada.send({ kind: 'name', names: ['Ada'] })).toMatchObject({ ok: true });
  await until(() => person(ada)?.names[0] === 'Ada');
});

test('a chosen name is hidden from the others until it is approved, and its bearer works meanwhile', async () => {
  const { pupil, watcher, person, rule, act, console } = await open();
  await rule('ownNames', true);
  const [ada, ben, screen] = [await pupil(), await pupil(), await watcher()];
  await ada.send({ kind: 'name', names: ['Ada'] });
  await until(() => ada.self.value?.names[0] === 'Ada');
  expect(ada.self.value?.shown).toBe(false);
  await until(() => screen.table.value.stewards[ada.seat.value]?.hidden === true);
  for (const page of [ben, screen]) expect(nameSeenBy(page, ada)).toBe('');
  await console.send({ kind: 'pace', action: 'start' });
  await until(() => ada.own.value.question !== null);
  expect(await ada.send({ kind: 'ready', ready: true })).toMatchObject({ ok: true });
  await until(() => person(ada)?.ready === true);
  expect(await act({ do: 'approve', person: person(ada)?.id ?? '', on: true })).toMatchObject({ ok: true });
  await until(() => nameSeenBy(screen, ada) === 'Ada' && ada.self.value?.shown === true);
  // Who is new waits too; all can be approved at once.
  expect(person(ben)?.approved).toBe(false);
  await act({ do: 'approveAll' });
  await until(() => (nameSeenBy(screen, ben) ?? '') !== '');
});

test('a host hides one name or all, and gives names that the filter would not take', async () => {
  const { pupil, watcher, person, rule, act } = await open();
  const [ada, screen] = [await pupil(), await watcher()];
  const id = person(ada)?.id ?? '';
  await act({ do: 'hide', person: id, on: true });
  await until(() => nameSeenBy(screen, ada) === '');
  await act({ do: 'hide', person: id, on: false });
  expect(await act({ do: 'rename', person: id, names: ['Fanny', 'Ben'] })).toMatchObject({ ok: true });
  await until(() => nameSeenBy(screen, ada) === 'Fanny & Ben' && ada.self.value?.names.length === 2);
  await rule('namesShown', false);
  await until(() => nameSeenBy(screen, ada) === '' && !screen.table.value.namesShown);
  // Nobody’s seat and bots have no person to hide.
  expect(screen.table.value.stewards[2]?.name).not.toBe('');
  await rule('ranksShown', false);
  await until(() => !screen.table.value.ranksShown);
});

test('up to four sit at one device, each with a name, given or chosen', async () => {
  const { pupil, person, rule, watcher } = await open();
  const [page, screen] = [await pupil(), await watcher()];
  expect(await page.send({ kind: 'name', names: [page.self.value?.names[0] ?? '', '', ''] })).toMatchObject({
    ok: true,
  });
  await until(() => person(page)?.names.length === 3);
  expect(new Set(person(page)?.names).size).toBe(3);
  expect(await page.send({ kind: 'name', names: ['', '', '', '', ''] })).toMatchObject({
    ok: false,
    reason: 'invalid',
  });
  await rule('ownNames', true);
  await rule('approval', false);
  await page.send({ kind: 'name', names: ['Ada', 'Ben'] });
  await until(() => nameSeenBy(screen, page) === 'Ada & Ben');
});

test.each(['lobby', 'predict', 'reveal', 'over'])(
  'a person removed in %s is told so, does not come back by the same token, and may be let in again',
  async (phase) => {
    const { pupil, person, act, console } = await open({ rounds: 1, generationsPerRound: 1 });
    const [keys, stayed] = [memorySeatKeys(), await pupil()];
    const gone = await pupil(keys);
    if (phase !== 'lobby') {
      await console.send({ kind: 'pace', action: 'start' });
      await until(() => console.table.value.phase === 'predict');
      await hurry(console, () => console.table.value.phase === phase);
    }
    const id = person(gone)?.id ?? '';
    expect(await act({ do: 'remove', person: id, on: true })).toMatchObject({ ok: true });
    await until(() => gone.self.value?.removed === true && gone.link.value === 'closed');
    const again = await pupil(keys);
    expect([again.link.value, again.trouble.value]).toEqual(['lost', expect.stringContaining('taken you out')]);
    await until(() => console.roster.value?.people.find((each) => each.id === id)?.connected === false);
    // Those who stay see a seat that is free, or a bot's.
    await until(() => stayed.table.value.stewards[1]?.connected === false);
    expect(stayed.table.value.stewards[1]?.bot === '').toBe(phase === 'lobby');
    expect(await act({ do: 'remove', person: id, on: false })).toMatchObject({ ok: true });
    const back = await pupil(keys);
    if (phase === 'over') expect(back.trouble.value).toContain('over');
    else expect([back.link.value, person(back)?.id]).toEqual(['open', id]);
  },
);

test('a locked room takes nobody new, and whoever has a seat in it still comes back', async () => {
  const { pupil, rule } = await open();
  const keys = memorySeatKeys();
  const ada = await pupil(keys);
  await rule('locked', true);
  await until(() => ada.table.value.locked);
  expect((await pupil()).trouble.value).toContain('locked');
  ada.close();
  const back = await pupil(keys);
  expect([back.trouble.value, back.seat.value]).toEqual(['', ada.seat.value]);
});

test('latecomers are welcome unless the host says otherwise', async () => {
  const { pupil, rule, console } = await open();
  await pupil();
  await console.send({ kind: 'pace', action: 'start' });
  await until(() => console.table.value.phase === 'predict');
  expect((await pupil()).trouble.value).toBe('');
  await rule('lateJoining', false);
  expect((await pupil()).trouble.value).toContain('late');
});

test('more devices than habitats share them, and a habitat is ready when all who are at it are', async () => {
  const { pupil, console, watcher } = await open({ habitats: 1, share: true });
  const [one, two, screen] = [await pupil(), await pupil(), await watcher()];
  expect([one.seat.value, two.seat.value]).toEqual([0, 0]);
  await until(
    () => nameSeenBy(screen, one) === [...(one.self.value?.names ?? []), ...(two.self.value?.names ?? [])].join(' & '),
  );
  await console.send({ kind: 'pace', action: 'start' });
  await until(() => two.table.value.phase === 'predict');
  await one.send({ kind: 'ready', ready: true });
  expect(screen.table.value.phase).toBe('predict');
  expect(screen.table.value.stewards[0]?.ready).toBe(false);
  await two.send({ kind: 'ready', ready: true });
  await until(() => screen.table.value.phase === 'choose');
});

test('teams are even, newcomers go where people lack, and a teacher puts anybody anywhere', async () => {
  const { pupil, person, act, console } = await open({ habitats: 6 });
  const pages = [await pupil(), await pupil(), await pupil(), await pupil(), await pupil()];
  expect(await act({ do: 'teams', teams: 2 })).toMatchObject({ ok: true });
  await until(() => console.roster.value?.teams === 2 && pages.every((page) => (person(page)?.team ?? 0) > 0));
  const sizes = (): number[] => [1, 2].map((team) => pages.filter((page) => person(page)?.team === team).length);
  expect(sizes().sort()).toEqual([2, 3]);
  pages.push(await pupil());
  expect(sizes()).toEqual([3, 3]);
  const [first] = pages;
  const other = person(first ?? console)?.team === 1 ? 2 : 1;
  await act({ do: 'team', person: person(first ?? console)?.id ?? '', team: other });
  await until(() => first?.self.value?.team === other && first.table.value.stewards[0]?.team === other);
  expect(await act({ do: 'team', person: person(first ?? console)?.id ?? '', team: 3 })).toMatchObject({
    reason: 'noTeam',
  });
  expect(await act({ do: 'teams', teams: 1 })).toMatchObject({ ok: false, reason: 'teamCount' });
  expect(await act({ do: 'teams', teams: 0 })).toMatchObject({ ok: true });
  await until(() => first?.table.value.stewards[0]?.team === 0);
});

test('while all eyes are up pupils’ pages are refused, the clock waits, and afterwards everything goes on', async () => {
  const { pupil, rule, console } = await open({ timers: true });
  const ada = await pupil();
  await console.send({ kind: 'pace', action: 'start' });
  await until(() => ada.own.value.question !== null);
  await rule('frozen', true);
  await until(() => ada.table.value.frozen && ada.table.value.paused);
  for (const intent of [
    { kind: 'ready', ready: true },
    { kind: 'predict', round: 0, prediction: { kind: 'twins', same: [0, 1] } },
    { kind: 'name', names: [''] },
  ] as const) {
    expect(await ada.send(intent)).toMatchObject({ ok: false, reason: 'frozen', error: expect.stringMatching(/\.$/) });
  }
  expect(await console.send({ kind: 'pace', action: 'next' })).toMatchObject({ ok: false, reason: 'frozenPace' });
  expect(ada.table.value.phase).toBe('predict');
  await rule('frozen', false);
  await until(() => !ada.table.value.frozen && !ada.table.value.paused);
  expect(await ada.send({ kind: 'ready', ready: true })).toMatchObject({ ok: true });
  await until(() => ada.table.value.phase === 'choose');
});

test('a class goes back to discuss what the last round revealed, and then on from where it was', async () => {
  const { pupil, console } = await open();
  const ada = await pupil();
  expect(await console.send({ kind: 'pace', action: 'discuss' })).toMatchObject({ ok: false, reason: 'noDiscussion' });
  await console.send({ kind: 'pace', action: 'start' });
  await hurry(console, () => console.table.value.phase === 'reveal');
  await until(() => ada.own.value.outcome !== null);
  const { outcome } = ada.own.value;
  await hurry(console, () => console.table.value.phase === 'choose');
  await ada.send({ kind: 'pressure', card: 'frost', level: 1 });
  await until(() => ada.own.value.laid.length === 1 && ada.own.value.round === 1);
  const hash = ada.world.value?.hash;
  expect(await console.send({ kind: 'pace', action: 'discuss' })).toMatchObject({ ok: true });
  await until(() => ada.table.value.phase === 'reveal' && ada.own.value.outcome !== null);
  expect([ada.own.value.round, ada.own.value.outcome]).toEqual([0, outcome]);
  await console.send({ kind: 'pace', action: 'next' });
  await until(() => ada.table.value.phase === 'choose' && ada.own.value.round === 1);
  expect([ada.own.value.laid, ada.world.value?.hash]).toEqual([[{ card: 'frost', level: 1 }], hash]);
  await hurry(console, isOver(console));
});

test('a console moves to another machine by its key, two lead together, and the room lives without any', async () => {
  const { pupil, another, console, keys } = await open();
  const ada = await pupil();
  const elsewhere = memorySeatKeys();
  const second = await another(elsewhere, console.hostKey.value);
  expect([second.host.value, second.seat.value]).toEqual([true, -1]);
  await until(() => second.roster.value?.people.length === 1);
  expect(await second.send({ kind: 'class', action: { do: 'rule', rule: 'locked', on: true } })).toMatchObject({
    ok: true,
  });
  await until(() => console.roster.value?.rules.locked === true);
  for (const page of [console, second]) page.close();
  expect(await ada.send({ kind: 'ready', ready: true })).toMatchObject({ ok: true });
  // A reload finds the console in either browser; a pupil's seat in the teacher's browser is another thing.
  for (const browser of [keys, elsewhere]) {
    const again = await another(browser);
    expect([again.host.value, again.roster.value?.rules.locked]).toEqual([true, true]);
  }
});

test('the console sees who is gone and who comes back, and is told of nobody’s token', async () => {
  const { pupil, person, console } = await open();
  const keys = memorySeatKeys();
  const ada = await pupil(keys);
  const token = keys.get(ada.roomId.value) ?? '';
  expect(token.length).toBeGreaterThan(20);
  ada.close();
  await until(() => person(ada)?.connected === false);
  await pupil(keys);
  await until(() => person(ada)?.connected === true);
  expect(JSON.stringify([console.roster.value, console.table.value])).not.toContain(token);
});
