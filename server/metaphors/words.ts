/** The words of the page of metaphors, in English like the model card's. */
import type { Metaphor } from '../../shared/lab/metaphors/encoding.ts';
import type { Trial } from '../../shared/lab/metaphors/scores.ts';

export const NAMES: Readonly<Record<Metaphor, string>> = {
  blueprint: 'Blueprint',
  program: 'Program',
  recipe: 'Recipe',
  model: 'Generative model',
};

export const MADE: Readonly<Record<Metaphor, string>> = {
  blueprint:
    'Each cell listed, from head to tail, in five letters: tissue and place, red, green, blue. Built by laying one cell after the other where the list says. Crossed place by place.',
  program:
    'Orders to a builder that walks over the lattice with a pen: take a pen, lay, skip, next line, repeat lines, mirror, fill; one letter an order, before them a table of pens. A compiler writes it from the body: of 32 ways to write it the one by which code and corrections together are shortest. Crossed pen by pen and line by line.',
  recipe:
    'Four substances, poured in seven heaps on both sides of the middle alike, baked for a time at a heat. They spread, two of them react and make the fourth, and at each site it is read of what there is enough. Its 62 letters are found by going downhill, letter by letter, from a guess at where each tissue lies: a good recipe, perhaps not the best. Crossed substance by substance and heap by heap.',
  model:
    'The genome of this game, 268 letters, and development as it is in every match, with its own noise. Nobody wrote it from the body: it was there first. Crossed locus by locus, as in heredity.',
};

export const TRIALS: Readonly<Record<Trial, string>> = {
  bytes: 'How long is the code?',
  truth: 'Is the body that it builds the body that was meant?',
  letter: 'What does one changed letter do?',
  cross: 'What do two parents’ codes make, crossed?',
  noise: 'What if every number is a little off?',
  half: 'What if half of it is taken away in mid-building?',
  oven: 'What if the oven is warmer or colder?',
  breeding: 'How far can it be bred?',
};

/** What is counted, and how. */
export const COUNTED: Readonly<Record<string, readonly [name: string, how: string]>> = {
  letters: ['letters', 'bytes of the code; fewer is better'],
  deflated: ['letters, deflated', 'bytes of the code, packed; fewer is better'],
  true: ['likeness to the body meant', 'built 16 times under fresh chance, mean; more is better'],
  exact: ['bytes until it is exact', 'the code and a list of all that it gets wrong, both deflated; fewer is better'],
  harm: ['difference made by a letter', '160 letters, each changed into any other, mean; less is better'],
  death: ['changes that kill', 'share of them after which no living body is built; fewer is better'],
  alive: [
    'children alive',
    'share of 32 children of it and a relative, four generations of mutation away; more is better',
  ],
  parents: ['children like their parents', 'likeness to the bodies of both, mean; more is better'],
  order: [
    'children as orderly as their parents',
    'whether as many neighbouring cells are of one kind; nearer to 100 is better',
  ],
  noise: [
    'likeness kept with numbers off',
    'each number, whenever it is handled, off by up to 2 % of its range: 16 times, mean; more is better',
  ],
  regrown: ['lost cells that are there again', 'share, mean of four halves; more is better'],
  half: ['likeness to the whole body', 'mean of four halves; more is better'],
  oven: ['likeness kept in another oven', 'at 60 degrees of 100 warmer and colder, mean; more is better'],
  gain: [
    'doublings of length over width',
    '12 generations of 24, the longest 6 breed, one letter changed in each child; more is better',
  ],
};

/** Where the winner of many arguments is a metaphor as well. */
export const LIMITS: readonly (readonly [claim: string, why: string])[] = [
  [
    'Nobody can write it.',
    'Blueprint, program and recipe were made from the body. No encoder makes a genome from a body, in life or here: in the machine-learning model that the analogy names, a variational autoencoder, there is one.',
  ],
  [
    'No training set is kept.',
    'Past environments are called the data. But they are gone; all that is left of them is who survived. Nothing is shown to the genome again, nobody set a target, and mutation does not know which way is downhill.',
  ],
  [
    'There is no stated prior.',
    'An autoencoder draws new latent numbers from a distribution that its maker chose. New bodies come here from other parents, other chance and other surroundings; what counts as a likely genome is written nowhere.',
  ],
  [
    'The code is not all.',
    'The egg tells cells what is head and what is middle, a clock runs in them, food and warmth come in; and the cell that reads is not in the count of bytes. Of bodies from a changed egg about half cannot be taken for twins (model card, “It builds its own decoder”). Kitchen, interpreter and drawing office are not in the count either, but they are smaller.',
  ],
  [
    'Here it is so because we built it so.',
    'Our genomes behave like a generative model since they are one. That is no proof that yours is. Mitchell & Cheney give reasons, not a measurement.',
  ],
  [
    'Every machine misleads somewhere.',
    'Pigliucci & Boudry argue that metaphors of machines and information do harm in science and in school, and would rather drop them; Nijhout, that genes are neither controllers nor programs but suppliers, called on by context. A generative model is a machine metaphor too.',
  ],
];
