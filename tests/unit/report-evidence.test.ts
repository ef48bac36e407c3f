import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { chaptersOf, namesAt, personal, tallied } from '../../client/session/evidence.ts';
import { csvOf } from '../../client/ui/charts/download.ts';
import { evidenceSheet } from '../../client/ui/report/evidence-sheet.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { loadLesson } from '../../shared/lessons/library.ts';
import { allAsked, askedAt, roundsBy } from '../../shared/lessons/questions.ts';
import type { Report } from '../../shared/protocol/report.ts';

const person = (id: string, seat: number, removed = false) => ({ id, names: [`Name ${id}`], seat, team: 0, removed });
const answer = (who: string, question: string, choice: string | null, text: string | null = null, step = 0) => ({
  ...{ person: who, step, question, choice, text, at: 1_700_000_000_000 },
});

let lesson: Lesson;
let report: Report;
beforeAll(async () => {
  lesson = await loadLesson('twins-come-apart');
  report = {
    ...{ id: 'a-match', code: 'ACD347', begunAt: 1_700_000_000_000, keptUntil: 1_702_592_000_000 },
    ...{ founder: 'gladmask', habitats: 2, rounds: 2, generationsPerRound: 2, recorded: 3 },
    lesson: {
      ...{ id: lesson.id, version: lesson.version },
      entered: [
        { step: 0, at: 1, generation: 0 },
        { step: 3, at: 2, generation: 1 },
        { step: 6, at: 3, generation: 3 },
      ],
    },
    people: [person('b', 0), person('a', 0), person('c', 1), person('gone', 1, true)],
    answers: [
      answer('a', 'third-source-before', 'identical'),
      answer('b', 'third-source-before', 'chance'),
      answer('c', 'third-source-before', 'identical'),
      answer('gone', 'third-source-before', 'identical'),
      answer('a', 'third-source-after', 'chance', null, 5),
      answer('b', 'third-source-after', 'chance', null, 5),
      answer('a', 'guess-apart', 'none', '=1+1', 1),
      answer('c', 'ticket-sentence', null, '  @SUM(A1)', 6),
    ],
    predictions: [{ seat: 0, round: 0, prediction: { kind: 'divergence', low: 40, high: 60 }, points: 81 }],
    choices: [
      { seat: 0, round: 0, card: 'frost', level: 1 },
      { seat: 5, round: 0, card: 'frost', level: 3 },
    ],
  };
});

describe('what a class answered', () => {
  test('is counted option by option, before beside after, without those who were taken out', () => {
    const [first] = tallied(lesson, report);
    const counts = Object.fromEntries((first?.tallies ?? []).map(({ id, before, after }) => [id, [before, after]]));
    expect(counts).toMatchObject({ identical: [2, 0], chance: [1, 2], mutated: [0, 0] });
    expect(first?.answered).toEqual([3, 2]);
    expect(first?.tallies.filter(({ right }) => right).map(({ id }) => id)).toEqual(['chance']);
  });

  test('is told once for what is asked once', () => {
    const guess = tallied(lesson, report).find(({ id }) => id === 'guess-apart');
    expect(guess?.answered).toEqual([1, null]);
    expect(guess?.tallies.map(({ after }) => after)).toEqual(guess?.tallies.map(() => null));
  });

  test('stands by name in the order in which it was asked; who was taken out only with answers', () => {
    const rows = personal(lesson, { ...report, people: [...report.people, person('silent', 1, true)] });
    expect(rows.map((row) => row.person.id)).toEqual(['a', 'b', 'c', 'gone']);
    expect(rows[0]?.given.map(({ asked }) => asked.id)).toEqual(allAsked(lesson).map(({ asked }) => asked.id));
    expect(rows[2]?.given.filter(({ answer }) => answer !== null)).toHaveLength(2);
  });

  test('and guessed at one habitat belongs to all who share it', () => {
    expect(namesAt(report, 0)).toBe('Name b & Name a');
    expect(namesAt(report, 1)).toBe('Name c');
  });
});

describe('the table to take away', () => {
  const rows = (): Record<string, string>[] =>
    Papa.parse<Record<string, string>>(csvOf(evidenceSheet(report, lesson)), { header: true }).data;

  test('has every answer, guess and card of people, and none of bots', () => {
    expect(rows()).toHaveLength(report.answers.length + report.predictions.length + 1);
    expect(rows().at(-1)).toMatchObject({ Names: 'Name b & Name a', Habitat: '1' });
  });

  test('holds no formula, whatever people write', () => {
    const written = rows().map((row) => row['In their own words'] ?? '');
    expect(written).toContain("'=1+1");
    expect(written).toContain("'  @SUM(A1)");
    for (const cell of rows().flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    expect(csvOf({ headers: ['n'], rows: [[-5]] })).toContain('\r\n-5');
  });
});

test('chapters are steps and rounds in the order of the recording, as far as it goes', () => {
  expect(chaptersOf(report).map((chapter) => [chapter.kind, chapter.generation])).toEqual([
    ['step', 0],
    ['round', 0],
    ['step', 1],
    ['round', 2],
  ]);
  expect(chaptersOf({ ...report, recorded: 5 }).at(-1)).toEqual({ kind: 'exam', generation: 4 });
});

describe('a lesson’s steps', () => {
  test('ask what they are made for, and nothing else', () => {
    const asked = lesson.steps.map((step) => askedAt(lesson, step).map(({ words }) => words));
    expect(asked).toEqual([['none', 'none'], ['welcome'], [], [], [], ['none', 'none'], ['none', 'wanted']]);
    expect(askedAt(lesson, undefined)).toEqual([]);
  });

  test('allow the rounds of all play so far, which in the end is the whole match', () => {
    expect(roundsBy(lesson, 1)).toEqual({ rounds: 0, exam: false });
    expect(roundsBy(lesson, lesson.steps.length - 1).rounds).toBe(lesson.match.rounds);
  });
});
