/** What must be true of a lesson beyond the form of its fields. */
import { checkSettings } from '../sim/settings.ts';
import type { Choice, Construct, Lesson } from './lesson.ts';
import { MOST_PUPILS, settingsFor } from './settings.ts';

/** The first thing that is wrong, as a sentence; null if nothing is. */
export function faultOf(lesson: Lesson): string | null {
  return (
    firstOf(choicesOf(lesson), faultOfChoice) ??
    firstOf(lesson.constructs, faultOfConstruct) ??
    faultOfSteps(lesson) ??
    faultOfIds(lesson) ??
    faultOfSettings(lesson)
  );
}

function firstOf<Each>(all: readonly Each[], fault: (each: Each) => string | null): string | null {
  for (const each of all) {
    const found = fault(each);
    if (found !== null) return found;
  }
  return null;
}

/** Every question of a lesson that has options: those before and after, predictions, the ticket's. */
export function choicesOf({ steps, constructs, ticket }: Lesson): Choice[] {
  return [
    ...constructs.flatMap(({ before, after }) => [before, after]),
    ...steps.flatMap((step) => (step.kind === 'predict' ? [step.question] : [])),
    ticket.choice,
  ];
}

function faultOfChoice({ id, options, answer }: Choice): string | null {
  const ids = options.map((option) => option.id);
  if (new Set(ids).size < ids.length) return `The question “${id}” has two options of one id.`;
  if (answer !== null && !ids.includes(answer)) return `The question “${id}” has no option “${answer}”, its answer.`;
  return null;
}

function faultOfConstruct({ id, before, after }: Construct): string | null {
  const ids = (choice: Choice): string => choice.options.map((option) => option.id).join();
  if (ids(before) !== ids(after) || before.answer !== after.answer) {
    return `The idea “${id}” must have the same options, in the same order, and the same answer before and after.`;
  }
  return null;
}

function faultOfSteps({ id, minutes, steps, match }: Lesson): string | null {
  const sum = steps.reduce((total, step) => total + step.minutes, 0);
  if (sum !== minutes) return `The steps of “${id}” take ${sum} minutes, not ${minutes}.`;
  const rounds = steps.reduce((total, step) => total + (step.kind === 'play' ? step.rounds : 0), 0);
  if (rounds !== match.rounds) return `The steps of “${id}” play ${rounds} rounds, its match has ${match.rounds}.`;
  const exam = steps.findIndex((step) => step.kind === 'play' && step.exam);
  if (exam >= 0 && steps.slice(exam + 1).some((step) => step.kind === 'play')) {
    return `In “${id}” rounds come after the exam.`;
  }
  return null;
}

function faultOfIds(lesson: Lesson): string | null {
  const { id, steps, plates, ticket } = lesson;
  const all = [...steps.map((step) => step.id), ...choicesOf(lesson).map((choice) => choice.id), ticket.sentence.id];
  const twice = all.find((each, at) => all.indexOf(each) !== at);
  if (twice !== undefined) return `Two things in “${id}” are called “${twice}”.`;
  const known = plates.map((plate) => plate.id);
  const missing = steps
    .flatMap((step) => (step.kind === 'look' ? step.plates : []))
    .find((plate) => !known.includes(plate));
  return missing === undefined ? null : `The lesson “${id}” looks at a plate “${missing}” that it does not have.`;
}

function faultOfSettings(lesson: Lesson): string | null {
  for (let pupils = 1; pupils <= MOST_PUPILS; pupils++) {
    const wrong = checkSettings(settingsFor(lesson, pupils, 1));
    if (wrong !== null) return `With ${pupils} pupils the match of “${lesson.id}” is not possible: ${wrong}`;
  }
  return null;
}
