import { describe, expect, test } from 'vitest';
import { choicesOf, faultOf } from '../../shared/lessons/check.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { isLessonId, LESSON_IDS, loadLesson, loadLessons } from '../../shared/lessons/library.ts';
import { parseLesson } from '../../shared/lessons/parse.ts';
import { habitatsFor, MOST_PUPILS, settingsFor } from '../../shared/lessons/settings.ts';
import { SOURCES } from '../../shared/lessons/sources.ts';
import { checkSettings } from '../../shared/sim/settings.ts';

const lessons = await loadLessons();
const [first] = lessons;
if (first === undefined) throw new Error('There are no lessons.');

/** What is said of a lesson that is right but for this. */
function refusalOf(change: (lesson: Record<string, unknown>) => void): string {
  const copy: Record<string, unknown> = JSON.parse(JSON.stringify(first));
  change(copy);
  const read = parseLesson(copy);
  return 'error' in read ? read.error : '';
}

test('there are at least seven lessons, each under its own name', () => {
  expect(lessons.length).toBeGreaterThanOrEqual(7);
  expect(lessons.map(({ id }) => id)).toEqual(LESSON_IDS);
});

test('a language without translations gets the English lessons, and their language says so', async () => {
  expect((await loadLesson('twins-come-apart', 'de')).language).toBe('en');
  expect(isLessonId('no-such-lesson')).toBe(false);
});

describe.each(lessons.map((lesson): [string, Lesson] => [lesson.id, lesson]))('the lesson %s', (id, lesson) => {
  test('is a lesson by the parser that reads lesson files, also after a way through JSON', () => {
    expect(parseLesson(lesson)).toEqual({ lesson });
    expect(parseLesson(JSON.parse(JSON.stringify(lesson)))).toEqual({ lesson });
  });

  test('lasts 45 minutes, predicts before it observes, and explains at the end', () => {
    expect(lesson.minutes).toBe(45);
    const phases = lesson.steps.map(({ phase }) => phase);
    expect(phases.indexOf('predict')).toBeLessThan(phases.indexOf('observe'));
    expect(phases.lastIndexOf('observe')).toBeLessThan(phases.lastIndexOf('explain'));
    const kinds = lesson.steps.map(({ kind }) => kind);
    for (const kind of ['questions', 'predict', 'play', 'look', 'discuss', 'ticket']) expect(kinds).toContain(kind);
    expect(lesson.steps.flatMap((step) => (step.kind === 'questions' ? [step.when] : []))).toEqual(['before', 'after']);
  });

  test('has a match that is possible for every class up to 40, with a seat for each where it can', () => {
    for (let pupils = 1; pupils <= MOST_PUPILS; pupils++) {
      expect(checkSettings(settingsFor(lesson, pupils, 7))).toBeNull();
    }
    expect(habitatsFor(lesson, 1)).toBeGreaterThanOrEqual(lesson.match.habitats[0]);
    expect(habitatsFor(lesson, 24)).toBe(24);
    expect(habitatsFor(lesson, MOST_PUPILS)).toBe(MOST_PUPILS);
  });

  test('keeps what stands on pupils’ screens short', () => {
    for (const { pupils } of lesson.steps) {
      for (const prompt of pupils) expect(prompt.length, prompt).toBeLessThanOrEqual(140);
    }
  });

  test('gives a reason for every answer, cites at least two sources from life, and says what the model cannot show', () => {
    for (const choice of choicesOf(lesson)) expect(choice.why.length, choice.id).toBeGreaterThan(20);
    expect(new Set(lesson.yardsticks.map(({ source }) => source)).size).toBeGreaterThanOrEqual(2);
    for (const { source } of lesson.yardsticks) expect(SOURCES[source].url).toMatch(/^https?:\/\//);
    expect(lesson.limits.length).toBeGreaterThanOrEqual(2);
    expect(lesson.figures.every(({ how }) => /Measured|model card/.test(how))).toBe(true);
  });

  test('never says that a standard requires it', () => {
    expect(JSON.stringify(lesson)).not.toMatch(/standards? (requires?|demands?)/i);
    expect(id).toBe(lesson.id);
  });
});

const atBench = (lesson: Record<string, unknown>, bench: string): void => {
  const [first] = Array.isArray(lesson.steps) ? lesson.steps : [];
  Object.assign(Object(first), { bench });
};

describe('a lesson file with a fault is refused with a sentence that says where:', () => {
  test.each<[string, (lesson: Record<string, unknown>) => void, RegExp]>([
    ['an unknown field', (it) => Object.assign(it, { timer: 30 }), /no field “timer”/],
    [
      'an unknown field deep inside',
      (it) => Object.assign(Object(it.match), { speed: 8 }),
      /no field “speed” \(in “match”\)/,
    ],
    ['a missing field', (it) => Reflect.deleteProperty(it, 'question'), /“question”/],
    [
      'a standard that there is not',
      (it) => Object.assign(it, { standards: [{ code: 'HS-LS9-9', fit: 'x' }] }),
      /“standards.0.code”.*standard/,
    ],
    ['minutes that do not add up', (it) => Object.assign(it, { minutes: 44 }), /take 45 minutes, not 44/],
    [
      'a founder that there is not',
      (it) => Object.assign(Object(it.match), { founder: 'dragon' }),
      /“match.founder”.*founder/,
    ],
    [
      'rounds that are not played',
      (it) => Object.assign(Object(it.match), { rounds: 3 }),
      /play 2 rounds, its match has 3/,
    ],
    ['a bench that the lab does not have', (it) => atBench(it, 'oven#c=peony'), /“steps.0.bench”.*a bench “oven”/],
    ['a bench without its creature', (it) => atBench(it, 'twins#count=8'), /“steps.0.bench”.*brings no creature/],
    ['a bench with a creature that there is not', (it) => atBench(it, 'twins#c=dragon'), /brings no creature/],
    ['a bench somewhere else', (it) => atBench(it, '//elsewhere.example/twins#c=peony'), /a bench “\/\/elsewhere/],
    ['a bench that cannot be typed', (it) => atBench(it, 'twins#c=peony&x=<b>'), /no address that can be typed/],
    ['a plate that is missing', (it) => Object.assign(it, { plates: [] }), /plate “noise-dial”/],
    [
      'a class that does not fit',
      (it) => Object.assign(Object(it.match), { population: 60 }),
      /With 21 pupils .* not possible/,
    ],
  ])('%s', (_what, change, sentence) => {
    expect(refusalOf(change)).toMatch(sentence);
  });

  test('a text or nothing at all', () => {
    for (const wrong of [null, 'lesson', 7, []]) expect(parseLesson(wrong)).toHaveProperty('error');
  });

  test('an answer that is no option, and options that differ before and after', () => {
    const [construct] = first.constructs;
    if (construct === undefined) throw new Error('The lesson has no construct.');
    const wrongAnswer = { ...construct, before: { ...construct.before, answer: 'moon' }, after: construct.after };
    expect(faultOf({ ...first, constructs: [wrongAnswer] })).toMatch(/no option “moon”/);
    const fewer = { ...construct, after: { ...construct.after, options: construct.after.options.slice(0, -1) } };
    expect(faultOf({ ...first, constructs: [fewer] })).toMatch(/same options/);
  });
});
