/**
 * Reads a lesson file. A lesson is data that somebody may have written by hand or translated: an unknown field, an answer that is
 * no option, minutes that do not add up are each refused with a sentence that says where.
 */
import { z } from 'zod';
import { faultOfBenchLink } from '../lab/bench-link.ts';
import { founderByKey } from '../sim/founders.ts';
import { GENES, INPUTS } from '../sim/genome.ts';
import { BRIEFS, GAMES } from '../sim/settings.ts';
import { TRAITS } from '../sim/trait-names.ts';
import { faultOf } from './check.ts';
import { LESSON_PHASES, type Lesson } from './lesson.ts';
import { SOURCES, type SourceId } from './sources.ts';
import { STANDARDS, type StandardCode } from './standards.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'an id is small letters, digits and hyphens');
const text = z.string().trim().min(1).max(900);
const texts = z.array(text).readonly();
const someTexts = z.array(text).min(1).readonly();
const minutes = z.int().min(1).max(45);
const within = (low: number, high: number) => z.int().min(low).max(high);

// Tables know their own keys: z.custom keeps their type without a list written twice.
const isKey = <Key extends string>(table: Readonly<Record<Key, unknown>>, what: string) =>
  z.custom<Key>((value) => typeof value === 'string' && Object.hasOwn(table, value), `is no ${what} that is known`);
const source = isKey<SourceId>(SOURCES, 'source');

const choice = z
  .strictObject({
    id,
    text,
    options: z.array(z.strictObject({ id, text })).min(2).max(6).readonly(),
    answer: id.nullable(),
    why: text,
  })
  .readonly();

const bench = z.string().superRefine((link, context) => {
  const fault = faultOfBenchLink(link);
  if (fault !== null) context.addIssue(`“${link}” ${fault}`);
});

const base = {
  id,
  phase: z.enum(LESSON_PHASES),
  minutes,
  title: text,
  pupils: z.array(text).min(1).max(4).readonly(),
  teacher: text,
  lookFor: texts,
  bench: bench.exactOptional(),
  typical: z.array(z.strictObject({ says: text, reply: text })).readonly(),
};

const step = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('questions'), when: z.enum(['before', 'after']) }),
  z.strictObject({ ...base, kind: z.literal('predict'), question: choice }),
  z.strictObject({ ...base, kind: z.literal('play'), rounds: within(1, 20), exam: z.boolean() }),
  z.strictObject({ ...base, kind: z.literal('look'), plates: z.array(id).min(1).readonly() }),
  z.strictObject({ ...base, kind: z.literal('discuss') }),
  z.strictObject({ ...base, kind: z.literal('ticket') }),
]);

const seed = within(0, 0xffffffff);
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('knockOut'), gene: within(0, GENES - 1) }),
  z.strictObject({ kind: z.literal('turnInput'), input: within(0, INPUTS - 1) }),
  z.strictObject({ kind: z.literal('letter'), at: within(0, 267), by: within(-127, 127) }),
  z.strictObject({ kind: z.literal('mutate'), rate: within(0, 0x10000), seed }),
  z.strictObject({ kind: z.literal('child'), mother: seed, father: seed, seed }),
]);

const conditions = z.strictObject({
  temperature: within(-100, 100).exactOptional(),
  nutrition: within(-100, 100).exactOptional(),
  noise: within(0, 400).exactOptional(),
});
const founder = z.string().refine((key) => founderByKey(key) !== undefined, 'is no founder species');

const body = z.strictObject({
  label: z.string().max(20),
  founder,
  noiseSeed: seed,
  conditions: conditions.exactOptional(),
  changes: z.array(change).readonly().exactOptional(),
  silence: z.strictObject({ gene: within(0, GENES - 1), place: within(0, 2), time: within(0, 2) }).exactOptional(),
});

const plate = z.strictObject({
  id,
  title: text,
  caption: text,
  measures: z.enum(TRAITS).exactOptional(),
  rows: z
    .array(z.strictObject({ label: text, bodies: z.array(body).min(1).max(12).readonly() }))
    .min(1)
    .readonly(),
});

const lessonSchema = z.strictObject({
  id,
  version: within(1, 1000),
  language: z.string().regex(/^[a-z]{2}$/),
  title: text,
  question: text,
  summary: text,
  ages: z.tuple([within(5, 25), within(5, 25)]).readonly(),
  minutes,
  standards: z
    .array(z.strictObject({ code: isKey<StandardCode>(STANDARDS, 'standard'), fit: text }))
    .min(1)
    .readonly(),
  misconception: z.strictObject({ says: text, meets: text, source: source.exactOptional() }),
  variable: z.strictObject({ varied: text, fixed: someTexts, why: text }),
  match: z.strictObject({
    founder,
    habitats: z.tuple([within(1, 40), within(1, 40)]).readonly(),
    rounds: within(1, 20),
    generationsPerRound: within(1, 10),
    population: within(4, 200),
    migration: within(0, 500),
    noise: within(0, 400),
    game: z.enum(GAMES),
    shock: z.boolean(),
    briefs: z.enum(BRIEFS),
    cards: text,
  }),
  needs: texts,
  steps: z.array(step).min(1).readonly(),
  constructs: z
    .array(z.strictObject({ id, about: text, before: choice, after: choice }))
    .min(1)
    .readonly(),
  ticket: z.strictObject({
    choice,
    sentence: z.strictObject({ id, prompt: text, model: text, looksFor: someTexts }),
  }),
  plates: z.array(plate).readonly(),
  figures: z.array(z.strictObject({ says: text, how: text })).readonly(),
  yardsticks: z.array(z.strictObject({ says: text, source, sure: text })).readonly(),
  limits: someTexts,
  onPaper: someTexts,
});

/** The lesson, or the first thing that is wrong with it, as a sentence for whoever wrote the file. */
export function parseLesson(value: unknown): { readonly lesson: Lesson } | { readonly error: string } {
  const read = lessonSchema.safeParse(value);
  if (!read.success) return { error: sentence(read.error.issues[0]) };
  const lesson: Lesson = read.data;
  const fault = faultOf(lesson);
  return fault === null ? { lesson } : { error: fault };
}

function sentence(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'This is no lesson.';
  const place = issue.path.length === 0 ? 'the lesson' : `“${issue.path.join('.')}”`;
  if (issue.code === 'unrecognized_keys') {
    return `A lesson has no field “${issue.keys.join('”, “')}” (in ${place}). Remove it, or correct its name.`;
  }
  return `In ${place} something is wrong: ${issue.message}.`;
}
