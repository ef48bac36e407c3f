/** Whole rounds with questions, cards and interventions, among people on a real server. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LiveOptions, LiveSource } from '../../client/net/live-source.ts';
import { openSqliteRepository } from '../../server/persistence/sqlite.ts';
import { briefFor } from '../../shared/sim/briefs/assign.ts';
import { habitatView } from '../../shared/sim/briefs/habitat-view.ts';
import { briefScore } from '../../shared/sim/briefs/score.ts';
import { divergence } from '../../shared/sim/divergence.ts';
import { questionFor } from '../../shared/sim/questions/ask.ts';
import { countInBins } from '../../shared/sim/questions/bins.ts';
import { placesOfClones } from '../../shared/sim/questions/clones.ts';
import { judge } from '../../shared/sim/questions/judge.ts';
import type { Prediction, Question } from '../../shared/sim/questions/question.ts';
import { readTraits } from '../../shared/sim/traits.ts';
import { conditionsFor, growWith } from '../../shared/sim/world/grow.ts';
import type { Frame, World } from '../../shared/sim/world/world.ts';
import { currentKernel } from '../support/kernel.ts';
import {
  hurry,
  isOver,
  memorySeatKeys,
  openPage,
  passQuestion,
  QUICK,
  startTestServer,
  type TestServer,
  until,
} from '../support/server.ts';

let server: TestServer;
const pages: LiveSource[] = [];
const { grow } = currentKernel();
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

async function open(options: LiveOptions): Promise<LiveSource> {
  const page = await openPage(server.url, options);
  pages.push(page);
  return page;
}

/** A host and a guest in the first question of a private room. */
async function askedPair(create: Partial<typeof QUICK> & Record<string, unknown> = {}) {
  const host = await open({ kind: 'create', create: { ...QUICK, ...create, mode: 'private' } });
  const guest = await open({ kind: 'join', roomId: host.roomId.value });
  await host.send({ kind: 'pace', action: 'start' });
  await until(() =>
    [host, guest].every(({ table, own }) => table.value.phase === 'predict' && own.value.question !== null),
  );
  return { host, guest };
}

const questionOf = ({ own }: LiveSource): Question => {
  const { question } = own.value;
  if (question === null) throw new Error('Nothing is asked.');
  return question;
};
const seat = (page: LiveSource, number: number) => page.table.value.stewards[number];
const predict = (page: LiveSource, prediction: Prediction) =>
  page.send({ kind: 'predict', round: page.own.value.round, prediction });

/** Some answer to whatever is asked. */
function anyAnswer(question: Question): Prediction {
  switch (question.kind) {
    case 'twins':
      return { kind: 'twins', same: [0, 1] };
    case 'divergence':
      return { kind: 'divergence', low: 60, high: 80 };
    case 'histogram':
      return { kind: 'histogram', chips: [0, 1, 2, 3, 3, 1, 0, 0] };
    case 'sculptor':
      return { kind: 'sculptor', chips: [4, 3, 2, 1] };
  }
}

test('a question is answered, answered anew, and ends when all have answered; nobody learns what others said', async () => {
  const { host, guest } = await askedPair();
  const question = questionOf(host);
  if (question.kind !== 'twins') throw new Error('Another question was due.');
  // The same as any page can work out by itself.
  const world = host.world.value;
  expect(world && questionFor(world, 0)).toEqual(question);
  expect(questionOf(guest)).not.toEqual(question);

  expect(await predict(host, { kind: 'twins', same: [0, 1] })).toMatchObject({ ok: true });
  await until(() => seat(guest, 0)?.answered === true);
  expect([seat(guest, 0)?.predictionPoints, seat(guest, 1)?.answered]).toEqual([-1, false]);
  expect(guest.own.value).toMatchObject({ prediction: null, outcome: null });
  const right = { kind: 'twins', same: placesOfClones(question.bodies) } as const;
  expect(await predict(host, right)).toMatchObject({ ok: true });
  await until(() => JSON.stringify(host.own.value.prediction) === JSON.stringify(right));
  expect(host.table.value.phase).toBe('predict');
  expect(await predict(guest, { kind: 'twins', same: [0, 1] })).toMatchObject({ ok: true });
  await until(() => [host, guest].every(({ table }) => table.value.phase === 'choose'));
  expect(host.own.value.outcome).toBeNull();

  await hurry(host, () => host.table.value.phase === 'reveal');
  await until(() =>
    [host, guest].every(({ own, table }) => own.value.outcome !== null && table.value.phase === 'reveal'),
  );
  expect(host.own.value.outcome).toEqual({
    question,
    prediction: right,
    truth: right,
    judgement: { kind: 'twins', points: 100, wrong: 0 },
  });
  const points = guest.own.value.outcome?.judgement?.points ?? Number.NaN;
  await until(() => seat(host, 0)?.predictionPoints === 100);
  expect(host.table.value.stewards.map((each) => each.predictionPoints)).toEqual([100, points, -1]);
  expect(host.table.value.stewards.map((each) => each.predictionTotal)).toEqual([100, points, 0]);

  // The next question wipes the points of this one, and keeps the sum.
  await hurry(host, () => host.table.value.phase === 'predict');
  await until(() => host.own.value.round === 1);
  expect(host.own.value).toMatchObject({ prediction: null, outcome: null });
  await until(() => seat(host, 0)?.predictionPoints === -1);
  expect(seat(host, 0)).toMatchObject({ answered: false, predictionTotal: 100 });
});

test('what the reveal calls true is what a page measures of its own bodies, and all of it is in the database', async () => {
  const { host, guest } = await askedPair({ rounds: 3, briefs: 'own' });
  const born = new Map<number, World>();
  const ended = new Map<number, World>();
  host.onFrame((frame, world) => (frame.kind === 'births' ? born : ended).set(frame.generation, world));
  const apart: number[] = [];
  for (let round = 0; round < 3; round++) {
    await until(() => host.own.value.round === round && guest.own.value.round === round);
    const question = questionOf(host);
    const prediction = anyAnswer(question);
    expect(await predict(host, prediction)).toMatchObject({ ok: true });
    await hurry(host, () => host.table.value.phase === 'reveal');
    await until(() => guest.table.value.phase === 'reveal' && (seat(guest, 0)?.predictionPoints ?? -1) >= 0);
    await until(() => host.own.value.outcome !== null && guest.own.value.outcome !== null);
    const { outcome } = host.own.value;
    const after = ended.get(2 * round + 1);
    const opened = born.get(2 * round);
    if (!outcome?.truth || !after || !opened) throw new Error('The round has no end.');
    expect(outcome.judgement).toEqual(judge(question, prediction, outcome.truth));
    expect(seat(guest, 0)?.predictionPoints).toBe(outcome.judgement?.points);
    expect(guest.own.value.outcome).toMatchObject({
      prediction: null,
      judgement: null,
      truth: { kind: question.kind },
    });

    const [first, second] = opened.creatures;
    if (!first || !second) throw new Error('There are no twins.');
    const conditions = conditionsFor(opened, first);
    apart.push(
      100 *
        divergence(grow(first.genome, first.noiseSeed, conditions), grow(second.genome, second.noiseSeed, conditions)),
    );
    const rows = growWith(grow, after);
    if (question.kind === 'divergence') {
      expect(outcome.truth).toEqual({ kind: 'divergence', apart: Math.round(10 * (apart.at(-1) ?? 0)) / 10 });
    }
    if (question.kind === 'histogram') {
      const values = after.creatures.flatMap(({ habitat }, at) =>
        habitat === 0 ? [readTraits(rows, at)[question.trait]] : [],
      );
      expect(outcome.truth).toEqual({ kind: 'histogram', counts: countInBins(question.edges, values) });
    }
    const brief = briefFor(after.settings, 0);
    if (brief === null) throw new Error('There is no brief.');
    const met = briefScore(brief, habitatView(after, rows, 0, apart), after.settings.founder);
    expect(seat(guest, 0)?.briefPoints).toBe(Math.round(met));
    if (round < 2) await hurry(host, () => host.table.value.phase === 'predict');
  }
  await hurry(host, isOver(host));

  const database = await openSqliteRepository(server.dataDir);
  const { predictions, judgements } = await database.readAnswers(host.table.value.recording);
  await database.close();
  expect(predictions.map(({ round, seat: who, prediction }) => [round, who, prediction.kind])).toEqual([
    [0, 0, 'twins'],
    [1, 0, 'divergence'],
    [2, 0, 'histogram'],
  ]);
  const own = judgements.filter((each) => each.seat === 0 && each.round < 3);
  expect(own.reduce((sum, { predictionPoints }) => sum + (predictionPoints ?? 0), 0)).toBe(
    seat(host, 0)?.predictionTotal,
  );
  expect(own.map(({ truth }) => truth?.kind)).toEqual(['twins', 'divergence', 'histogram']);
  expect(own.at(-1)?.truth).toEqual(host.own.value.outcome?.truth);
  expect(judgements.filter(({ round }) => round < 3).length).toBe(9);
});

test('two interventions a round are taken in mid-round, told to all, and stand in the frame of their step', async () => {
  const { host, guest } = await askedPair();
  const frames: Frame[] = [];
  guest.onFrame((frame) => frames.push(frame));
  await passQuestion(host);
  expect(await host.send({ kind: 'intervene', intervention: 'shelter' })).toMatchObject({ reason: 'betweenRounds' });
  await host.send({ kind: 'pace', action: 'next' });
  await until(() => guest.table.value.phase === 'grow');
  expect(seat(guest, 0)?.interventionsLeft).toBe(2);
  expect(await host.send({ kind: 'intervene', intervention: 'shelter' })).toMatchObject({ ok: true });
  expect(await host.send({ kind: 'intervene', intervention: 'shelter' })).toMatchObject({ reason: 'already' });
  await until(() => seat(guest, 0)?.interventionsLeft === 1);
  await host.send({ kind: 'pace', action: 'next' });
  await until(() => guest.table.value.phase === 'season');
  expect(await host.send({ kind: 'intervene', intervention: 'feast' })).toMatchObject({ ok: true });
  expect(await host.send({ kind: 'intervene', intervention: 'fence' })).toMatchObject({ reason: 'noneLeft' });
  expect(await guest.send({ kind: 'intervene', intervention: 'fence' })).toMatchObject({ ok: true });
  await until(() => seat(guest, 0)?.interventionsLeft === 0);
  await hurry(host, () => host.table.value.phase === 'reveal');
  await until(() => frames.length === 4);
  const given = frames.map(({ commands }) =>
    commands.flatMap((each) => (each.kind === 'intervention' ? [`${each.seat} ${each.intervention}`] : [])),
  );
  expect(given).toEqual([[], ['0 shelter'], ['0 feast', '1 fence'], []]);
  expect(await guest.send({ kind: 'intervene', intervention: 'feast' })).toMatchObject({ reason: 'betweenRounds' });

  // A new round, two new ones; the exam has none.
  await hurry(host, () => host.table.value.phase === 'grow' && host.world.value?.generation === 2);
  await until(() => seat(guest, 0)?.interventionsLeft === 2);
  await hurry(host, () => host.table.value.phase === 'grow' && host.world.value?.generation === 4);
  expect(await guest.send({ kind: 'intervene', intervention: 'shelter' })).toMatchObject({ ok: false, reason: 'exam' });
  await until(() => seat(guest, 0)?.interventionsLeft === 0);
  await hurry(host, isOver(host));
  expect(await guest.send({ kind: 'intervene', intervention: 'shelter' })).toMatchObject({ ok: false, reason: 'over' });
});

test('who guesses the sculptor sees nobody’s cards on the table but their own, and is asked about a rival’s', async () => {
  const { host, guest } = await askedPair({ game: 'sculptor' });
  expect(guest.table.value.game).toBe('sculptor');
  await passQuestion(host);
  await host.send({ kind: 'pressure', card: 'frost', level: 2 });
  await guest.send({ kind: 'pressure', card: 'canopy', level: 1 });
  await until(() => host.own.value.laid.length > 0 && guest.own.value.laid.length > 0);
  expect(host.own.value.laid).toEqual([{ card: 'frost', level: 2 }]);
  expect(guest.own.value.laid).toEqual([{ card: 'canopy', level: 1 }]);
  // The bot's seat has laid, too.
  for (const page of [host, guest]) expect(page.table.value.laid).toEqual([[], [], []]);
  await hurry(host, () => host.table.value.phase === 'predict');
  await until(() => guest.own.value.round === 1);
  const question = questionOf(guest);
  if (question.kind !== 'sculptor') throw new Error('Another question was due.');
  const laid = new Set((guest.world.value?.pressures[question.habitat] ?? []).map(({ card }) => card));
  const right = question.choices.findIndex((choice) => laid.has(choice));
  const chips = [0, 0, 0, 0].map((_, at) => (at === right ? 10 : 0));
  expect(await predict(guest, { kind: 'sculptor', chips })).toMatchObject({ ok: true });
  await hurry(host, () => host.table.value.phase === 'reveal');
  await until(() => guest.own.value.outcome !== null);
  expect(guest.own.value.outcome).toMatchObject({ truth: { laid: right }, judgement: { points: 100 } });
});

test('a page reloaded in mid-question finds its question and its answer again', async () => {
  const browser = memorySeatKeys();
  const host = await open({ kind: 'create', create: { ...QUICK, mode: 'private' } });
  const before = await openPage(server.url, { kind: 'join', roomId: host.roomId.value }, browser);
  await host.send({ kind: 'pace', action: 'start' });
  await until(() => before.own.value.question !== null);
  const prediction = { kind: 'twins', same: [2, 5] } as const;
  await predict(before, prediction);
  const question = questionOf(before);
  await until(() => seat(host, 1)?.answered === true && seat(host, 1)?.connected === true);
  before.close();
  await until(() => seat(host, 1)?.connected === false);
  expect(seat(host, 1)?.answered).toBe(true);
  const after = await openPage(server.url, { kind: 'join', roomId: host.roomId.value }, browser);
  pages.push(after);
  await until(() => after.own.value.question !== null);
  expect(after.own.value).toMatchObject({ question, prediction, outcome: null });
});
