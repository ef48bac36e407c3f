/**
 * `npm run bench -- class`: 40 pupils in one room go through a whole lesson at eight times the pace of life, over real sockets.
 * The server is a process of its own, this one is the class: ends of the protocol that decode all they are told and draw nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { loadLesson } from '../../shared/lessons/library.ts';
import { askedAt, roundsBy } from '../../shared/lessons/questions.ts';
import { CARD_IDS } from '../../shared/sim/cards.ts';
import { type ClassEnd, type ClassMeter, createClassMeter } from '../support/class-meter.ts';
import { createProcesses } from '../support/processes.ts';
import { type Bench, median, percentile, row } from './harness.ts';

const PUPILS = 40;
const PACE = 8;
/** The longest match of all lessons: four rounds of three generations, and the exam. */
const LESSON = 'training-and-exam';
/** Each pupil answers, lays cards and says when ready at a moment of their own within this share of the time there is. */
const SPREAD = 0.8;
const CARDS_A_ROUND = 2;
/** As long as cards can be laid, at this pace. */
const CHOOSE_MS = 30_000 / PACE;
/** A minute for a question. */
const ANSWER_MS = 60_000 / PACE;
const LOOK_MS = 50;
const ECHO_EVERY_MS = 200;
const BARS = { screenMs: 150, bytesPerSecond: 1000, lateBytes: 400_000 };

export const bench: Bench = async () => {
  const processes = createProcesses();
  const folder = await mkdtemp(join(tmpdir(), 'twinfold-class-'));
  try {
    const server = await processes.serve(folder);
    const lesson = await loadLesson(LESSON);
    const meter = createClassMeter(server.url);
    const began = performance.now();
    const late = await holdLesson(meter, lesson);
    const seconds = (performance.now() - began) / 1000;
    meter.close();
    return rowsOf(meter, seconds, lesson.minutes * 60, late);
  } finally {
    processes.killAll();
    await rm(folder, { recursive: true, force: true });
  }
};

/**
 * From the first pupil's coming to the lesson's end. A step ends when all have done what it asks: minutes of talk, in which nothing
 * is sent, are left out. Resolves to the bytes that it took to join late.
 */
async function holdLesson(meter: ClassMeter, lesson: Lesson): Promise<number> {
  const host = await meter.create({ mode: 'private', lesson: lesson.id, habitats: PUPILS, speed: PACE, timers: true });
  await Promise.all(Array.from({ length: PUPILS }, () => meter.join()));
  const echoes = meter.echoEvery(ECHO_EVERY_MS);
  let late = 0;
  for (const [at, step] of lesson.steps.entries()) {
    if (at > 0) await meter.act(host, { kind: 'lesson', action: 'next' }, (table) => table.step === at);
    await Promise.all(meter.pupils.map((pupil) => answer(meter, lesson, at, pupil)));
    if (step.kind === 'play') late = await playOn(meter, host, roundsBy(lesson, at));
  }
  await meter.act(host, { kind: 'lesson', action: 'next' }, (table) => table.step === lesson.steps.length);
  await echoes.stop();
  return late;
}

/** What the step asks, if anything: answered by this pupil at a moment of their own. */
async function answer(meter: ClassMeter, lesson: Lesson, step: number, pupil: ClassEnd): Promise<void> {
  for (const { id, choice, words } of askedAt(lesson, lesson.steps[step])) {
    await sleep(Math.random() * SPREAD * ANSWER_MS);
    const option = choice?.options[pupil.number % choice.options.length]?.id;
    await meter.send(pupil, {
      ...{ kind: 'answer', step, question: id },
      ...(option === undefined ? {} : { choice: option }),
      ...(words === 'none' ? {} : { text: 'What was selected before decides what is there to be tested now.' }),
    });
  }
}

/**
 * The match, as far as the lesson lets it: in each round everybody lays cards and says when ready, and somebody comes late. Resolves
 * to the bytes of the last who did: worlds take more as their genomes grow apart.
 */
async function playOn(meter: ClassMeter, host: ClassEnd, goal: { rounds: number; exam: boolean }): Promise<number> {
  const { state } = host.room;
  let chosen = -1;
  let late = 0;
  const isDone = (): boolean =>
    state.phase === 'over' || (!goal.exam && state.phase === 'reveal' && state.round + 1 >= goal.rounds);
  while (!isDone()) {
    if (state.phase === 'choose' && state.round !== chosen) {
      chosen = state.round;
      const [bytes] = await Promise.all([
        meter.bytesToJoinLate(),
        ...meter.pupils.map((pupil) => choose(meter, pupil)),
      ]);
      late = bytes;
    }
    await sleep(LOOK_MS);
  }
  return late;
}

async function choose(meter: ClassMeter, pupil: ClassEnd): Promise<void> {
  const seat = String(pupil.seat);
  for (let turn = 0; turn < CARDS_A_ROUND; turn++) {
    await sleep((Math.random() * SPREAD * CHOOSE_MS) / (CARDS_A_ROUND + 1));
    const card = CARD_IDS[(pupil.number + turn * 5) % CARD_IDS.length] ?? 'frost';
    await meter.act(
      pupil,
      { kind: 'pressure', card, level: 1 },
      (table) => table.phase !== 'choose' || table.seats.get(seat)?.laid.some((slot) => slot.card === card) === true,
    );
  }
  await meter.act(
    pupil,
    { kind: 'ready', ready: true },
    (table) => table.phase !== 'choose' || table.seats.get(seat)?.ready === true,
  );
}

function rowsOf(meter: ClassMeter, seconds: number, lifeSeconds: number, late: number) {
  const { screenMs, ackMs, echoMs, errors } = meter;
  // What a lesson says does not depend on its pace, so life's 45 minutes share the same bytes.
  const bytes = meter.pupils.reduce((sum, { bytes: each }) => sum + each(), 0) / meter.pupils.length;
  const [load = 0] = loadavg();
  for (const sentence of new Set(errors)) process.stderr.write(`${sentence}\n`);
  return [
    row({
      name: `errors and refusals, of ${ackMs.length} intents`,
      value: errors.length,
      unit: '',
      bar: { of: 'value', most: 0 },
    }),
    row({ name: 'action to everyone’s screen, median', value: median(screenMs), unit: 'ms', baseline: median(echoMs) }),
    row({
      name: `action to everyone’s screen, p99 of ${screenMs.length} (baseline: echo)`,
      ...{ value: percentile(screenMs), unit: 'ms', baseline: percentile(echoMs) },
      bar: { of: 'value', most: BARS.screenMs },
    }),
    row({ name: 'acknowledgement, median', value: median(ackMs), unit: 'ms', baseline: median(echoMs) }),
    row({ name: 'acknowledgement, p99', value: percentile(ackMs), unit: 'ms', baseline: percentile(echoMs) }),
    row({
      name: `bytes a pupil at the pace of life (${Math.round(lifeSeconds)} s)`,
      ...{ value: bytes / lifeSeconds, unit: 'bytes/s', bar: { of: 'value', most: BARS.bytesPerSecond } },
    }),
    row({ name: `bytes a pupil as run (${Math.round(seconds)} s)`, value: bytes / seconds, unit: 'bytes/s' }),
    row({ name: 'joining late', value: late, unit: 'bytes', bar: { of: 'value', most: BARS.lateBytes } }),
    row({ name: 'load of the machine, over a minute', value: load, unit: 'processes' }),
  ];
}
