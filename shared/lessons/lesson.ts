/**
 * A lesson as plain data: 45 minutes that a teacher leads, with a match in the middle. Everything that a program has to know (steps,
 * rounds, answers, settings, plates) has an id or a number; everything else is text for people, in one language a file.
 */
import type { Game } from '../sim/world/world.ts';
import type { Plate } from './plate.ts';
import type { SourceId } from './sources.ts';
import type { StandardCode } from './standards.ts';

export interface Lesson {
  /** Small letters and hyphens. Stable: links, recordings and reports name it. */
  readonly id: string;
  /** Raised by whoever changes a step, a question or a setting, so that reports of different versions are not mixed. */
  readonly version: number;
  readonly language: string;
  readonly title: string;
  /** What the lesson asks, in one line. */
  readonly question: string;
  /** What happens in it, in two or three sentences. */
  readonly summary: string;
  /** From, to; in years. */
  readonly ages: readonly [number, number];
  /** The sum of all steps' minutes. */
  readonly minutes: number;
  readonly standards: readonly StandardLink[];
  readonly misconception: Misconception;
  readonly variable: LockedVariable;
  readonly match: LessonMatch;
  /** What is needed besides devices and this program. */
  readonly needs: readonly string[];
  readonly steps: readonly Step[];
  /** Asked before and after, in two wordings of one idea. */
  readonly constructs: readonly Construct[];
  readonly ticket: Ticket;
  /** Pictures for a step's bench and for the printed page: grown, never drawn. */
  readonly plates: readonly Plate[];
  /** What our own model does, in numbers, and how each was had. */
  readonly figures: readonly ModelFigure[];
  /** What is known of living things. */
  readonly yardsticks: readonly Yardstick[];
  /** What this model leaves out or gets wrong, to be said aloud. */
  readonly limits: readonly string[];
  /** How to hold the lesson on paper, when the network fails. */
  readonly onPaper: readonly string[];
}

/** A standard that the lesson can serve; none requires it. */
export interface StandardLink {
  readonly code: StandardCode;
  /** Which part of it, and which not. */
  readonly fit: string;
}

export interface Misconception {
  /** As a pupil would say it. */
  readonly says: string;
  /** What in the lesson does not go together with it. */
  readonly meets: string;
  readonly source?: SourceId;
}

/** The one thing that differs between what is compared. */
export interface LockedVariable {
  readonly varied: string;
  readonly fixed: readonly string[];
  readonly why: string;
}

/** What of a match's settings the lesson fixes; the number of habitats follows from the class (settings.ts). */
export interface LessonMatch {
  /** Key of the founder species. */
  readonly founder: string;
  /** Fewest and most habitats; pupils share those that there are. */
  readonly habitats: readonly [least: number, most: number];
  readonly rounds: number;
  readonly generationsPerRound: number;
  readonly population: number;
  /** In 1,000ths. */
  readonly migration: number;
  /** In per cent. */
  readonly noise: number;
  readonly game: Game;
  readonly shock: boolean;
  readonly briefs: 'none' | 'own' | 'same';
  /** What the teacher has pupils lay, in words: cards are laid by hand. */
  readonly cards: string;
}

export const STEP_KINDS = ['questions', 'predict', 'play', 'look', 'discuss', 'ticket'] as const;
export type StepKind = (typeof STEP_KINDS)[number];
export const LESSON_PHASES = ['predict', 'observe', 'explain'] as const;
export type LessonPhase = (typeof LESSON_PHASES)[number];

interface StepBase {
  readonly id: string;
  readonly phase: LessonPhase;
  readonly minutes: number;
  readonly title: string;
  /** What stands on the pupils' screens: short. */
  readonly pupils: readonly string[];
  /** What the teacher does. */
  readonly teacher: string;
  /** What to look for while it goes on. */
  readonly lookFor: readonly string[];
  /** A bench of the lab that pupils open by themselves, and how it shall stand: `twins#c=gladmask&count=12`. */
  readonly bench?: string;
  /** What pupils often say, and what to ask back: a question or a fact that meets it, not a lecture. */
  readonly typical: readonly { readonly says: string; readonly reply: string }[];
}

export type Step =
  | (StepBase & { readonly kind: 'questions'; readonly when: 'before' | 'after' })
  | (StepBase & { readonly kind: 'predict'; readonly question: Choice })
  /** So many rounds of the match; `exam`: and then its exam. */
  | (StepBase & { readonly kind: 'play'; readonly rounds: number; readonly exam: boolean })
  /** Ids of plates. */
  | (StepBase & { readonly kind: 'look'; readonly plates: readonly string[] })
  | (StepBase & { readonly kind: 'discuss' })
  | (StepBase & { readonly kind: 'ticket' });

export interface Option {
  readonly id: string;
  readonly text: string;
}

export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly options: readonly Option[];
  /** An option's id; null where nobody can know beforehand. */
  readonly answer: string | null;
  /** Why that one, and what the others leave out. */
  readonly why: string;
}

/**
 * One idea, asked twice: the options have the same ids in both wordings, an id for each idea, so that a class's histograms
 * before and after can be laid over each other. Written by the makers of this game and not validated on any sample.
 */
export interface Construct {
  readonly id: string;
  /** The idea, for the teacher. */
  readonly about: string;
  readonly before: Choice;
  readonly after: Choice;
}

/** The last minutes: a choice, and one sentence of one's own. */
export interface Ticket {
  readonly choice: Choice;
  readonly sentence: {
    readonly id: string;
    readonly prompt: string;
    /** A sentence that would do. */
    readonly model: string;
    /** What it must have to do. */
    readonly looksFor: readonly string[];
  };
}

export interface ModelFigure {
  readonly says: string;
  /** Where the number comes from: the model card's line, or a measurement that anyone can repeat. */
  readonly how: string;
}

export interface Yardstick {
  readonly says: string;
  readonly source: SourceId;
  /** How sure it is, and what it does not show. */
  readonly sure: string;
}
