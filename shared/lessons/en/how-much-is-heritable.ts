import type { Lesson } from '../lesson.ts';

const FOUNDER = 'gladmask';
/** The families whose pairs are on the plate; each has its own two settlers as parents. */
const FAMILIES = [1, 2, 3, 4, 5, 6];
const child = (family: number, seed: number, noiseSeed: number, label: string) => ({
  label,
  founder: FOUNDER,
  noiseSeed,
  changes: [{ kind: 'child' as const, mother: 10 * family + 1, father: 10 * family + 2, seed: 10 * family + seed }],
});
const letter = (family: number) => 'ABCDEF'.charAt(family - 1);

export const lesson: Lesson = {
  id: 'how-much-is-heritable',
  version: 2,
  language: 'en',
  title: 'How much is heritable?',
  question: 'Twins are more alike than siblings: what can one reckon from that?',
  summary:
    'Pupils measure twins and siblings, find that six pairs tell nothing, pool what the class has, and use Falconer’s formula. Then they compare it with the truth, which in this model can be measured, and ask why the two differ.',
  ages: [15, 18],
  minutes: 45,
  standards: [
    {
      code: 'HS-LS3-3',
      fit: 'Statistics of expressed traits: variance, correlation of relatives, and what they say of a population. No Hardy-Weinberg.',
    },
  ],
  misconception: {
    says: 'Height is 80 % heritable: so 80 % of my height comes from my genes.',
    meets:
      'Every body in the game owes all of its size to genes and all of it to growing. Heritability is about differences in a population: turn up the noise and it falls, though no gene has changed.',
    source: 'visscher2008',
  },
  variable: {
    varied: 'How closely a pair is related: twins (one genome) or full siblings (half of what differs).',
    fixed: ['the parents of each pair', 'temperature and nutrition', 'the strength of noise'],
    why: 'Twins and siblings here differ in nothing but shared genes: the assumption that studies of humans can only hope for.',
  },
  match: {
    founder: FOUNDER,
    habitats: [4, 40],
    rounds: 2,
    generationsPerRound: 2,
    population: 30,
    migration: 100,
    noise: 100,
    game: 'open',
    shock: false,
    briefs: 'none',
    cards: 'No cards: selection would change what we want to measure.',
  },
  needs: ['Squared paper for two scatter plots, or a spreadsheet', 'A pocket calculator'],
  steps: [
    {
      id: 'before',
      kind: 'questions',
      when: 'before',
      phase: 'predict',
      minutes: 4,
      title: 'What do you think now?',
      pupils: ['Two questions. Nobody marks them.'],
      teacher: 'Start the questions; no comment.',
      lookFor: [],
      typical: [],
    },
    {
      id: 'guess',
      kind: 'predict',
      phase: 'predict',
      minutes: 3,
      title: 'Which trait runs in families most?',
      pupils: ['Share of leaf cells, size, or symmetry?', 'Most heritable first.'],
      teacher: 'Everyone commits. Keep the tally.',
      lookFor: [],
      typical: [],
      question: {
        id: 'guess-trait',
        text: 'Which of these will be the least heritable?',
        options: [
          { id: 'leaf', text: 'How much leaf a body has' },
          { id: 'size', text: 'How large it is' },
          { id: 'symmetry', text: 'How well left matches right' },
        ],
        answer: 'symmetry',
        why: 'Nothing in the genome says left from right here: what differs between the sides is noise, and noise is not inherited.',
      },
    },
    {
      id: 'pairs',
      kind: 'look',
      plates: ['pairs'],
      phase: 'observe',
      minutes: 8,
      title: 'Six pairs of each',
      pupils: [
        'The number is the size in cells.',
        'One dot a pair: first against second. Twins in one plot, siblings in the other.',
      ],
      teacher: 'Let them plot, then ask for a verdict. Many will see a difference, many not: that is the point.',
      lookFor: ['“Six are too few” from a pupil, not from you.'],
      typical: [
        {
          says: 'Siblings C differ a lot, so size is not genetic.',
          reply: 'One pair. How would you tell from a lucky draw?',
        },
      ],
    },
    {
      id: 'play',
      kind: 'play',
      rounds: 2,
      exam: false,
      phase: 'observe',
      minutes: 9,
      title: 'More pairs: yours',
      pupils: ['Tap both twins of your habitat: write down their sizes.', 'Round 2: again. Hand in two pairs.'],
      teacher:
        'Collect pairs in one list on the board or in a spreadsheet (twins only; CSV of “every creature” has all).',
      lookFor: ['A class of 30 brings 60 pairs: now the cloud of dots has a direction.'],
      typical: [],
    },
    {
      id: 'discuss',
      kind: 'discuss',
      phase: 'explain',
      minutes: 13,
      title: 'Falconer, and the truth',
      pupils: [
        'h² = 2 × (r twins − r siblings).',
        'Size: r = 0.43 and 0.12. Leaf: 0.62 and 0.17. Symmetry: 0.17 and 0.07.',
        'Which is largest? What is odd?',
      ],
      teacher:
        'Let them reckon: 0.62, 0.90, 0.20. Then: twins reared alike share genes and nothing else here, so their r itself is the share of variance due to genes, H²: 0.43, 0.62, 0.17. Falconer is too high. Ask which assumption fails. (That siblings share half of what twins share. Here each child has about eight new mutations that its sibling lacks: that is most of the gap, and in the lab’s twin study they can be switched off. What is left is genes that work only together, which siblings seldom share as a set.)',
      lookFor: ['“Of the differences in this population” in somebody’s sentence.'],
      bench: 'twin-study#c=gladmask',
      typical: [
        { says: 'So 43 % of its size is from genes.', reply: 'Which 180 cells would those be?' },
        {
          says: 'Then the formula is wrong.',
          reply:
            'It is right if siblings share half of what twins do: no new mutations, effects that add up. Is it so here? And in people?',
        },
      ],
    },
    {
      id: 'after',
      kind: 'questions',
      when: 'after',
      phase: 'explain',
      minutes: 4,
      title: 'And now?',
      pupils: ['Two questions much like the first.'],
      teacher: 'Start the questions; then show both histograms.',
      lookFor: [],
      typical: [],
    },
    {
      id: 'ticket',
      kind: 'ticket',
      phase: 'explain',
      minutes: 4,
      title: 'Exit ticket',
      pupils: ['One choice, one sentence.'],
      teacher: 'Close the match.',
      lookFor: [],
      typical: [],
    },
  ],
  constructs: [
    {
      id: 'of-differences',
      about: 'Heritability is a share of the variance in a population, not of one body’s trait.',
      before: {
        id: 'of-differences-before',
        text: '“In this population body height is 80 % heritable.” What does it mean?',
        options: [
          { id: 'variance', text: '80 % of the variance in height here goes with genetic differences' },
          { id: 'inherit', text: 'Children have an 80 % chance of their parents’ height' },
          { id: 'share', text: '80 % of each person’s height comes from genes, 20 % from elsewhere' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'variance',
        why: 'It says nothing of one person, and it is true of one population in its conditions.',
      },
      after: {
        id: 'of-differences-after',
        text: 'In our population H² of size is about 0.4. What does it mean?',
        options: [
          { id: 'variance', text: 'About 40 % of the variance in size goes with differences of genomes' },
          { id: 'inherit', text: '4 of 10 children are as large as their parents' },
          { id: 'share', text: '40 % of each body’s cells come from genes' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'variance',
        why: 'The rest of the variance is noise in growing.',
      },
    },
    {
      id: 'not-fixed',
      about: 'Heritability changes with conditions, without any change of genes.',
      before: {
        id: 'not-fixed-before',
        text: 'A school makes sure that all pupils are equally well fed. What happens to the heritability of height?',
        options: [
          { id: 'same', text: 'Nothing: genes did not change' },
          { id: 'rises', text: 'It rises: less of the variance comes from food' },
          { id: 'falls', text: 'It falls: food becomes more important' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'rises',
        why: 'With less variance from surroundings, genes have the larger share of what is left.',
      },
      after: {
        id: 'not-fixed-after',
        text: 'In the game the noise of development is turned down. What happens to the heritability of size?',
        options: [
          { id: 'same', text: 'Nothing: genes did not change' },
          { id: 'rises', text: 'It rises: less of the variance comes from noise' },
          { id: 'falls', text: 'It falls: genes have less to do' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'rises',
        why: 'At noise 0 all variance is genetic, and H² is 1.',
      },
    },
  ],
  ticket: {
    choice: {
      id: 'ticket-choice',
      text: 'r of twins 0.6, r of siblings 0.2. Falconer gives …',
      options: [
        { id: 'eight', text: '0.8, which may be too high if genes act on each other' },
        { id: 'four', text: '0.4, exactly' },
        { id: 'twelve', text: '1.2, so the trait is fully genetic' },
      ],
      answer: 'eight',
      why: '2 × (0.6 − 0.2) = 0.8; and with twins alike in genes only, H² would be 0.6.',
    },
    sentence: {
      id: 'ticket-sentence',
      prompt: 'Why is “60 % of my height is genetic” no sensible sentence?',
      model: 'Because heritability divides up differences among people in a population, not the height of one.',
      looksFor: ['differences or variance', 'population, not one person'],
    },
  },
  plates: [
    {
      id: 'pairs',
      title: 'Glad mask: six families',
      caption:
        'For each family A to F a pair of twins (one genome) and a pair of full siblings. The number is the size in cells.',
      measures: 'size',
      rows: [
        { label: 'Twins, the first', bodies: FAMILIES.map((f) => child(f, 3, 4 * f + 1, letter(f))) },
        { label: 'Twins, the second', bodies: FAMILIES.map((f) => child(f, 3, 4 * f + 2, letter(f))) },
        { label: 'Siblings, the first', bodies: FAMILIES.map((f) => child(f, 3, 4 * f + 1, letter(f))) },
        { label: 'Siblings, the second', bodies: FAMILIES.map((f) => child(f, 4, 4 * f + 3, letter(f))) },
      ],
    },
  ],
  figures: [
    {
      says: 'Correlations over 300 families, twins and siblings: size 0.43 and 0.12; leaf 0.62 and 0.17; symmetry 0.17 and 0.07. From only 30 families at a time Falconer’s h² of size came out between 0.11 and 1.27.',
      how: 'Measured with the game’s own kernel on 300 families like those of the plate: two settlers each (3.5 % of bytes changed), children as in the world.',
    },
    {
      says: 'Why siblings share less than half of what twins do: over the traits of Glad mask siblings’ r is 0.29 of twins’ r, and 0.47 of it if children have no new mutations of their own. Over five species: 0.25, and 0.48 without.',
      how: 'Measured as in the lab’s twin study (noise seed 7) with 1,500 pairs of each kind, all traits in which twins’ r is above 0.1, sums over traits; Zebra imp, Peony, Kingfisher, Glad mask and Saucer.',
    },
    {
      says: 'Over all 27 species H² is 0.64 in the median trait and 0.66 for size in populations of 12 generations; for the layout of the coat it is near 0.',
      how: 'The model card, “Heritable, but not all of it”.',
    },
  ],
  yardsticks: [
    {
      says: 'Over 17,804 human traits in fifty years of twin studies the mean heritability reported is 49 %; for 69 % of traits twins’ correlations fit genes whose effects add up.',
      source: 'polderman2015',
      sure: 'A summary of nearly all twin studies up to 2012, mostly of European, North American and Australian twins. It stands on the assumption of equal surroundings.',
    },
    {
      says: 'Brain volume: r = 0.95 in identical, 0.35 in other twins; the folds of the cortex are mostly not genetic.',
      source: 'bartley1997',
      sure: 'Ten and nine pairs only: small, and often cited.',
    },
    {
      says: 'Heritability is not fixed: it changes with the population, its surroundings and the way of measuring.',
      source: 'visscher2008',
      sure: 'Follows from the definition.',
    },
  ],
  limits: [
    'Creatures here have one set of genes, not two: there is no dominance, a main reason in textbooks why Falconer’s formula may be off.',
    'Human twins share wombs, homes and looks; equal surroundings are assumed there, and given here.',
    'Heritability within a group says nothing about differences between groups. Say so before somebody else does.',
  ],
  onPaper: [
    'Hand out the plate “six families” with its sizes; pupils plot and judge as in the plan.',
    'For the match, give the correlations of the first model figure instead.',
    'Then Falconer, discussion, questions and ticket.',
  ],
};
