import type { Lesson } from '../lesson.ts';

export const lesson: Lesson = {
  id: 'training-and-exam',
  version: 2,
  language: 'en',
  title: 'Evolution is the training, the exam is the test',
  question: 'Does a lineage that got better at one danger get better at life?',
  summary:
    'A third of the class lets one danger return every round, a third changes it each round, a third lays none. All lineages then meet an exam that nobody trained for. The specialists shine only if their own danger comes up.',
  ages: [14, 18],
  minutes: 45,
  standards: [
    {
      code: 'HS-LS4-3',
      fit: 'Shifts in the distribution of a heritable trait, counted and compared between groups of habitats.',
    },
    { code: 'HS-LS4-4', fit: 'How selection leads to adaptation, to this environment and not to all.' },
    {
      code: 'HS-LS4-5',
      fit: 'Evidence for what a change of conditions does to numbers of individuals; new species do not arise in a match.',
    },
    { code: 'MS-LS4-6', fit: 'Proportions and probabilities as evidence for an increase of a trait over generations.' },
  ],
  misconception: {
    says: 'Evolution makes creatures better and better, so evolved lineages will cope with whatever comes.',
    meets:
      'Lineages trained on one danger live through it far better than at the start, and live through an unknown season worse than lineages that were never trained.',
    source: 'gregory2009',
  },
  variable: {
    varied: 'The training: Currents in every round; another card each round; no card.',
    fixed: [
      'the founder species',
      'four rounds of three generations',
      '30 creatures a habitat',
      'no migration',
      'one exam, the same for all',
    ],
    why: 'All lineages begin alike and sit the same exam. What differs between the groups’ averages is the training (and chance: so many habitats a group).',
  },
  match: {
    founder: 'icefloe',
    habitats: [3, 40],
    rounds: 4,
    generationsPerRound: 3,
    population: 30,
    migration: 0,
    noise: 100,
    game: 'open',
    shock: false,
    briefs: 'none',
    cards:
      'Group 1: Currents, level 3, every round. Group 2: no card at all. Group 3: in turn Currents, Frost, Drought, High canopy, level 3. Seats count off 1, 2, 3.',
  },
  needs: ['A table on the board: group, survival in the first season, in the last, in the exam'],
  steps: [
    {
      id: 'before',
      kind: 'questions',
      when: 'before',
      phase: 'predict',
      minutes: 3,
      title: 'What do you think now?',
      pupils: ['Two questions. Nobody marks them.'],
      teacher: 'Start the questions. Meanwhile count off groups 1, 2, 3.',
      lookFor: [],
      typical: [],
    },
    {
      id: 'settlers',
      kind: 'look',
      plates: ['founder'],
      phase: 'predict',
      minutes: 2,
      title: 'What there is to begin with',
      pupils: ['Ten settlers. The number: fin cells in 1,000.', 'Who would do well in a current?'],
      teacher: 'Show the plate while cards are being explained. One question: who has something to start from?',
      lookFor: ['That settlers differ before anything has happened.'],
      typical: [],
    },
    {
      id: 'guess',
      kind: 'predict',
      phase: 'predict',
      minutes: 3,
      title: 'Who will pass the exam best?',
      pupils: [
        'Group 1 trains on one danger, group 3 on four, group 2 on none.',
        'In the exam two dangers come together that nobody had together.',
      ],
      teacher: 'Everyone commits before the first card is laid. Ask for one reason for each group.',
      lookFor: ['Reasons from school: practice, revision, overlearning.'],
      typical: [
        {
          says: 'Group 2: they had an easy life, so they are strong.',
          reply: 'Who was removed in group 2, and who was not?',
        },
      ],
      question: {
        id: 'guess-group',
        text: 'Which group’s creatures will live through the exam best, on average?',
        options: [
          { id: 'one', text: 'Group 1: one danger, thoroughly' },
          { id: 'none', text: 'Group 2: no danger' },
          { id: 'many', text: 'Group 3: a different danger each round' },
          { id: 'same', text: 'No difference' },
        ],
        answer: null,
        why: 'It depends on the exam. In 40 matches that we ran: with Currents in the exam, group 1 led (68 % against 55 and 55 %); without, group 3 led (71 %), then group 2 (67 %), then group 1 (58 %).',
      },
    },
    {
      id: 'play',
      kind: 'play',
      rounds: 4,
      exam: true,
      phase: 'observe',
      minutes: 20,
      title: 'Train, then sit the exam',
      pupils: [
        'Lay your group’s card and nothing else.',
        'Write down: born and lived, first season and last.',
        'Chart: what happened to your fins?',
      ],
      teacher:
        'Keep the pace: half a minute to lay the card, then on. Skip the predict phase after round 1. Before the exam, eyes up: fill the board, ask again who will do best.',
      lookFor: [
        'Group 1: fins from about 5 % of cells to nearly half; survival from about 61 to 87 %.',
        'Group 2: almost all live. That is not adaptation.',
      ],
      typical: [
        {
          says: 'We did best: 97 % live!',
          reply: 'Under which danger? Survival without a danger compares with nothing.',
        },
        { says: 'They learned to swim.', reply: 'Did any creature change? Look at a family tree.' },
      ],
    },
    {
      id: 'discuss',
      kind: 'discuss',
      phase: 'explain',
      minutes: 10,
      title: 'Practice and test',
      pupils: ['Compare group averages, not single habitats.', 'What did group 1 pay for its fins?'],
      teacher:
        'Fill the last column. If Currents was in the exam, ask what would have happened without it, and use our figures. Draw the parallel: past seasons are the data, selection is the training, the exam is the held-out test. Ask where the parallel limps.',
      lookFor: ['“Adapted to” with a place and a time after it.', 'Someone asks how many habitats are enough.'],
      bench: 'training#c=icefloe',
      typical: [
        {
          says: 'Group 3 planned for the unknown.',
          reply: 'Did selection know what comes? It only ever saw the season it was in.',
        },
        {
          says: 'One habitat of group 1 did great, so it is wrong.',
          reply: 'How many habitats in each group? What would chance alone do?',
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
      minutes: 3,
      title: 'Exit ticket',
      pupils: ['One choice, one sentence.'],
      teacher: 'The match is over; the replay stays.',
      lookFor: [],
      typical: [],
    },
  ],
  constructs: [
    {
      id: 'better-at-what',
      about: 'Adaptation is to past environments, not progress in general.',
      before: {
        id: 'better-at-what-before',
        text: 'A fish species has lived in a dark cave for a million years. Put into a sunny lake, how will it do?',
        options: [
          { id: 'better', text: 'Well: a million years of evolution made it better' },
          { id: 'past', text: 'Perhaps badly: it is adapted to where its ancestors lived' },
          { id: 'adapt', text: 'Well: each fish will adapt to the lake' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'past',
        why: 'Selection only ever worked with the cave.',
      },
      after: {
        id: 'better-at-what-after',
        text: 'After twelve generations in Currents, group 1 met Frost and Crushing jaws. What is to be expected?',
        options: [
          { id: 'better', text: 'They do well: they are the most evolved' },
          { id: 'past', text: 'They may do badly: fins took the place of what is needed now' },
          { id: 'adapt', text: 'They do well: each of them adapts during the exam' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'past',
        why: 'In our 40 matches lineages trained on Currents alone were the worst in exams without it.',
      },
    },
    {
      id: 'who-changes',
      about: 'Populations change since some have more young; individuals do not change to fit.',
      before: {
        id: 'who-changes-before',
        text: 'Finches on an island have larger beaks after a drought. What happened?',
        options: [
          { id: 'needed', text: 'Their genes mutated because large beaks were needed' },
          { id: 'grew', text: 'Each finch’s beak grew with use' },
          { id: 'survived', text: 'More of the large-beaked lived and had young' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'survived',
        why: 'The others died or had fewer young; beak size is heritable.',
      },
      after: {
        id: 'who-changes-after',
        text: 'In group 1 the mean share of fin cells rose from round to round. What happened?',
        options: [
          { id: 'needed', text: 'Fin mutations came because they were needed' },
          { id: 'grew', text: 'Each creature grew more fin as it was dragged about' },
          { id: 'survived', text: 'Those with more fin lived more often and had young like them' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'survived',
        why: 'Bodies do not change in a season here, and mutations are drawn without regard to cards.',
      },
    },
  ],
  ticket: {
    choice: {
      id: 'ticket-choice',
      text: 'A lineage scores 90 % in training and 50 % in the exam. The best word for it?',
      options: [
        { id: 'memorised', text: 'It fitted its own season closely, not seasons in general' },
        { id: 'unlucky', text: 'Certainly just bad luck' },
        { id: 'devolved', text: 'It went backwards in evolution' },
      ],
      answer: 'memorised',
      why: 'Engineers call it overfitting. One lineage may be unlucky; “certainly” claims too much. Evolution has no backwards.',
    },
    sentence: {
      id: 'ticket-sentence',
      prompt: 'Why is survival in training no proof of being ready for what comes?',
      model: 'Selection only removes what fails in the seasons that were; it cannot see the one that comes.',
      looksFor: ['selection acts on past or present', 'the future season may ask for something else'],
    },
  },
  plates: [
    {
      id: 'founder',
      title: 'Ice floe, before any training',
      caption:
        'Ten settlers of the founder species: not clones, but each with 3.5 % of its bytes changed by chance. The number is fin cells in 1,000. Somebody has a little to start from.',
      measures: 'fin',
      rows: [0, 5].map((first) => ({
        label: first === 0 ? 'Settlers 1 to 5' : 'Settlers 6 to 10',
        bodies: [1, 2, 3, 4, 5].map((at) => ({
          label: String(first + at),
          founder: 'icefloe',
          noiseSeed: first + at,
          changes: [{ kind: 'mutate' as const, rate: 2294, seed: first + at }],
        })),
      })),
    },
  ],
  figures: [
    {
      says: 'Survival of group 1 under Currents: 61 % in its first season, 87 % in its last. Exam with Currents in it: group 1 68 %, group 2 55 %, group 3 55 %. Exam without: 58 %, 67 %, 71 % (standard errors about 1 point).',
      how: 'Measured by playing this very lesson 40 times without people: 12 habitats each, four in each group, map and secret seeds 1 to 40. 18 exams had Currents in them, 22 had not.',
    },
    {
      says: 'A related test, with seasons built from the same parts and one combination held out, gave 1.4 times the survival for varied training, but with a range from 0.7 to 2.7: not sure.',
      how: 'The model card, “Generalises”.',
    },
  ],
  yardsticks: [
    {
      says: 'Over 30 years the beaks of two species of Darwin’s finches changed several times, to and fro: predictable for a season, not for decades, because the environment was not.',
      source: 'grant2002',
      sure: 'Measured on thousands of marked birds on one island.',
    },
    {
      says: 'In theory, populations that have met varied environments can come to produce variation that fits new ones, much as a learner generalises; those of one environment “overfit”.',
      source: 'kouvaris2017',
      sure: 'Simulations of simple gene networks. How far life does this is an open question.',
    },
  ],
  limits: [
    'Twelve generations are few. Long training could look different, better or worse.',
    'The exam is drawn: in about half of matches it contains Currents (18 of our 40).',
    '“Training” and “exam” are pictures. Nobody teaches, nobody marks, and nothing aims at passing.',
  ],
  onPaper: [
    'Give the table of the first model figure with the exam columns covered. Pupils predict, uncover one column, explain, predict the other.',
    'Dice: each pupil has ten paper creatures with 0 to 5 fins. Currents take, by a die, those with fewer fins than eyes thrown; survivors double. After four rounds Frost takes those with more than 3 fins on a 4, 5 or 6.',
    'Then discussion, questions and ticket.',
  ],
};
