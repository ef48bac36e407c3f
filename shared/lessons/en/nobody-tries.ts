import type { Lesson } from '../lesson.ts';

const settlers = (first: number) =>
  [0, 1, 2, 3, 4, 5].map((at) => ({
    label: String(first + at),
    founder: 'honeyloaf',
    noiseSeed: first + at,
    changes: [{ kind: 'mutate' as const, rate: 2294, seed: first + at }],
  }));

export const lesson: Lesson = {
  id: 'nobody-tries',
  version: 1,
  language: 'en',
  title: 'Nobody tries',
  question: 'The water rises, and fins appear. Did the creatures respond?',
  summary:
    'Half of the class lays Currents, half lays nothing. Fins spread in the one half only. Pupils trace where the first fins came from, and find them among creatures that were born before any card was laid.',
  ages: [11, 18],
  minutes: 45,
  standards: [
    {
      code: 'HS-LS4-2',
      fit: 'All four factors are in the match and can be pointed at: more young than places, heritable variation, limited places, unequal survival. (Drift is in it too, which this standard’s assessment leaves out.)',
    },
    { code: 'HS-LS4-4', fit: 'Data for how selection leads to adaptation of a population.' },
    { code: 'MS-LS4-4', fit: 'Simple proportions: who lives, with and without fins.' },
    { code: 'MS-LS4-6', fit: 'The mean and spread of a trait, generation by generation.' },
  ],
  misconception: {
    says: 'They needed fins, so they mutated to get them.',
    meets:
      'Cards never touch a gene. The settlers differed before any card lay, mutations come alike in both halves of the class, and only survival differs.',
    source: 'gregory2009',
  },
  variable: {
    varied: 'Whether Currents (level 3) lies on the habitat.',
    fixed: [
      'the founder species',
      'mutation (3 % of bytes in each newborn)',
      '30 creatures',
      'three rounds of three generations',
      'no migration',
    ],
    why: 'If need made mutations, fins would have to arise more often under Currents. If selection does it, they arise alike and only spread under Currents.',
  },
  match: {
    founder: 'honeyloaf',
    habitats: [2, 40],
    rounds: 3,
    generationsPerRound: 3,
    population: 30,
    migration: 0,
    noise: 100,
    game: 'open',
    shock: false,
    briefs: 'none',
    cards: 'Even seats: Currents, level 3, in every round. Odd seats: no card.',
  },
  needs: [],
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
      id: 'settlers',
      kind: 'look',
      plates: ['settlers'],
      phase: 'predict',
      minutes: 5,
      title: 'Before anything happens',
      pupils: ['Twelve settlers. No card has been laid yet.', 'Which of them have fin cells? Why?'],
      teacher: 'Let pupils read the numbers. Do not explain: collect their reasons.',
      lookFor: ['Somebody notices that a few have fins already, of no use.'],
      typical: [{ says: 'They know what comes.', reply: 'We have not chosen the card yet. Who could know?' }],
    },
    {
      id: 'guess',
      kind: 'predict',
      phase: 'predict',
      minutes: 3,
      title: 'Half of us bring the water',
      pupils: ['Currents kill those without fins.', 'After three rounds: where are there more fins, and why?'],
      teacher: 'Everyone commits. Ask for the “why” of two different answers.',
      lookFor: ['“They need them” against “the others died”.'],
      typical: [],
      question: {
        id: 'guess-fins',
        text: 'After nine generations, what will the newborn be like?',
        options: [
          { id: 'both', text: 'More fins everywhere: life goes forward' },
          { id: 'currents', text: 'More fins only where Currents lay' },
          { id: 'neither', text: 'No change: nine generations are too few' },
          { id: 'each', text: 'Where Currents lay, each creature grows fins in its life' },
        ],
        answer: 'currents',
        why: 'Fins rose in all 24 habitats with Currents that we tried, by 36 % of cells on average, and by 3 % in those without.',
      },
    },
    {
      id: 'play',
      kind: 'play',
      rounds: 3,
      exam: false,
      phase: 'observe',
      minutes: 16,
      title: 'Three rounds',
      pupils: [
        'Odd: no card. Even: Currents, level 3.',
        'Chart “fin”: write the mean of generation 1, 4, 7.',
        'Tap one that died. And its neighbour that lived.',
      ],
      teacher:
        'After each reveal take three numbers from each half for the board. In round 2, eyes up: open one family tree of a finned creature and go back to its first mother.',
      lookFor: [
        'Going back in the tree: a little more fin here, a new byte there, never all at once.',
        'In the odd half mutations go on, and fins stay rare.',
      ],
      typical: [
        {
          says: 'They are learning.',
          reply: 'Show me one creature whose body changed between its birth and its death.',
        },
        { says: 'Currents make mutations.', reply: 'Compare “new bytes” on the cards of both halves. Which has more?' },
      ],
    },
    {
      id: 'discuss',
      kind: 'discuss',
      phase: 'explain',
      minutes: 9,
      title: 'Four things, nothing else',
      pupils: [
        'More young than places. They differ. Differences are inherited. Some live more often.',
        'Where did you see each of them?',
      ],
      teacher:
        'One example from the match for each of the four. Then take one away: what if all had been clones? What if fins were not heritable? Ask the class to predict, not to recite.',
      lookFor: ['Sentences with “those that had … had more young”, not “in order to”.'],
      typical: [
        {
          says: 'So it is all chance.',
          reply: 'Which part is chance, and which is not? All 24 of 24 went the same way.',
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
      id: 'need',
      about: 'Mutations do not come because they are needed.',
      before: {
        id: 'need-before',
        text: 'Mice live on pale sand. Most are dark. Hawks hunt them. Will pale mutations now come more often?',
        options: [
          { id: 'need', text: 'Yes: the mice need them' },
          { id: 'blind', text: 'No: they come as before, but pale mice live more often' },
          { id: 'never', text: 'No: there will never be pale mice' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'blind',
        why: 'Need does not make mutations; hawks sort what is there.',
      },
      after: {
        id: 'need-after',
        text: 'In which half of the class did fin mutations arise more often?',
        options: [
          { id: 'need', text: 'Under Currents: there they were needed' },
          { id: 'blind', text: 'In neither: they arose alike, but spread only under Currents' },
          { id: 'never', text: 'There were no mutations' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'blind',
        why: 'Each newborn’s bytes mutate with the same chance everywhere.',
      },
    },
    {
      id: 'individual',
      about: 'Populations evolve; individuals do not.',
      before: {
        id: 'individual-before',
        text: 'A population becomes taller over 20 generations since the tall leave more young. What happened to each creature?',
        options: [
          { id: 'wanted', text: 'Those who tried became taller' },
          { id: 'grew', text: 'Each became a little taller in its life' },
          { id: 'stayed', text: 'None changed; the share of tall ones did' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'stayed',
        why: 'What changes is who there is.',
      },
      after: {
        id: 'individual-after',
        text: 'The mean of fin cells rose from 1 to 37 in 100. What happened to each creature?',
        options: [
          { id: 'wanted', text: 'It tried, and some succeeded' },
          { id: 'grew', text: 'It grew more fin in the course of its life' },
          { id: 'stayed', text: 'It kept the body it was born with; others were born instead' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'stayed',
        why: 'A body is finished before the season begins.',
      },
    },
  ],
  ticket: {
    choice: {
      id: 'ticket-choice',
      text: 'Which sentence tells it best?',
      options: [
        { id: 'order', text: 'They grew fins in order to survive' },
        { id: 'had', text: 'Those that had fins had more young, and the young had fins' },
        { id: 'current', text: 'The currents changed their genes' },
      ],
      answer: 'had',
      why: 'It names variation, unequal reproduction and inheritance. The others put a wish or the water in their place.',
    },
    sentence: {
      id: 'ticket-sentence',
      prompt: 'Where did the first fins come from?',
      model: 'From chance differences in the genomes that were there before any current.',
      looksFor: ['variation was there before', 'by chance or mutation, not by need'],
    },
  },
  plates: [
    {
      id: 'settlers',
      title: 'Honey loaf: twelve settlers, before any card',
      caption: 'Each has about 3.5 % of its bytes changed by chance. The number is fin cells in 1,000.',
      measures: 'fin',
      rows: [
        { label: 'Settlers 1 to 6', bodies: settlers(1) },
        { label: 'Settlers 7 to 12', bodies: settlers(7) },
      ],
    },
  ],
  figures: [
    {
      says: 'Share of fin cells over nine generations: up by 36 points of 100 with Currents (all of 24 habitats), by 3 without. Survival under Currents from 54 % in the first season to 79 % in the last.',
      how: 'Measured by playing three rounds of three generations 8 times without people: six habitats, three with Currents at level 3, no migration, seeds 1 to 8.',
    },
  ],
  yardsticks: [
    {
      says: 'Wild deer mice were put into pens on pale and on dark soil. Birds hunted; survival sorted mice by colour, and variants of the gene Agouti shifted with it.',
      source: 'barrett2019',
      sure: 'A field experiment with both halves of the story: the gene and the deaths.',
    },
    {
      says: 'Darwin’s finches: beaks changed in both directions as droughts and rains changed the seeds.',
      source: 'grant2002',
      sure: '30 years, marked birds, one island.',
    },
    {
      says: 'That changes come because they are needed is among the commonest misunderstandings of evolution at every age.',
      source: 'gregory2009',
      sure: 'A review of many surveys.',
    },
  ],
  limits: [
    'Selection here is fiercer than it usually is in nature: nine generations are enough to see it.',
    'In life stress can raise mutation rates in some microbes; even then mutations do not aim at what is needed.',
    'Mates and climate are simplified; nobody learns, moves away or changes its behaviour.',
  ],
  onPaper: [
    'Hand out the plate of twelve settlers. By a die, Currents strike six times: each time the creature with the least fin of three drawn dies. Cross out, then let the living have young “like them”.',
    'The other half of the class strikes creatures off by lot. Compare means of fin.',
    'Then discussion, questions and ticket.',
  ],
};
