import type { Lesson } from '../lesson.ts';

const FOUNDER = 'candle';
/** Two variants of the founder with almost the same mean share of fin, and another spread. */
const STEADY = 72;
const SCATTERED = 62;
const clones = (variant: number) =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((noiseSeed) => ({
    label: String(noiseSeed),
    founder: FOUNDER,
    noiseSeed,
    changes: [{ kind: 'mutate' as const, rate: 2294, seed: variant }],
  }));

export const lesson: Lesson = {
  id: 'steady-or-scattered',
  version: 1,
  language: 'en',
  title: 'Steady or scattered?',
  question: 'Is it better to come out the same every time, or different every time?',
  summary:
    'Two genomes of one species: the clones of one are alike, those of the other scatter. Pupils let both live through calm and flood years by dice and find that the better one depends on how often the floods come.',
  ages: [14, 18],
  minutes: 45,
  standards: [
    {
      code: 'HS-LS3-3',
      fit: 'Spread of a trait within a genome as a thing that can itself be an advantage; probabilities multiplied over years.',
    },
    {
      code: 'HS-LS4-3',
      fit: 'Why a heritable way of growing can increase in one regime of seasons and not in another.',
    },
    { code: 'HS-LS4-5', fit: 'What a change in how often bad years come does to numbers.' },
  ],
  misconception: {
    says: 'Variation within one genome is a defect: good genes make the same good body every time.',
    meets:
      'Where every second year is a flood, the scattered genome leaves more descendants than the steady one, though it does worse in most single years.',
  },
  variable: {
    varied: 'The genome: variant S (its clones are alike) or variant T (they scatter).',
    fixed: [
      'the species',
      'nearly the same mean share of fins (70 and 79 of 100 cells)',
      'noise, temperature, nutrition',
      'the same run of years for both',
    ],
    why: 'Both face the same dice. What differs is how much of their variation lies among bodies of one genome.',
  },
  match: {
    founder: FOUNDER,
    habitats: [2, 40],
    rounds: 2,
    generationsPerRound: 2,
    population: 30,
    migration: 0,
    noise: 100,
    game: 'open',
    shock: false,
    briefs: 'none',
    cards: 'Round 1: Currents, level 2, for all. Round 2: no card. So the season alternates; watch your twins.',
  },
  needs: ['One die for each pair of pupils, or coins', 'A pocket calculator'],
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
      id: 'clones',
      kind: 'look',
      plates: ['two-variants'],
      phase: 'observe',
      minutes: 5,
      title: 'Eight clones of each',
      pupils: ['One row is one genome, grown eight times.', 'The number: fin cells in 1,000.'],
      teacher: 'Ask which row is “better”. Refuse to say better at what.',
      lookFor: ['“Better for which season?”'],
      typical: [
        { says: 'The lower row is broken.', reply: 'Broken, or prepared for two things? How would you test it?' },
      ],
    },
    {
      id: 'guess',
      kind: 'predict',
      phase: 'predict',
      minutes: 3,
      title: 'Ten years',
      pupils: [
        'Calm year: those with 500 to 900 live. Flood: only those above 900.',
        'Which genome has more descendants after ten years?',
      ],
      teacher: 'Commit, for two worlds: no floods, and a flood every second year.',
      lookFor: [],
      typical: [],
      question: {
        id: 'guess-years',
        text: 'A flood comes every second year on average. Which genome leaves more after ten years?',
        options: [
          { id: 'steady', text: 'The steady one' },
          { id: 'scattered', text: 'The scattered one' },
          { id: 'equal', text: 'Both the same' },
        ],
        answer: 'scattered',
        why: 'Years multiply. Steady: 0.81 × 0.13 for a calm year and a flood, 0.10. Scattered: 0.55 × 0.38, 0.21: twice as much every two years.',
      },
    },
    {
      id: 'play',
      kind: 'play',
      rounds: 2,
      exam: false,
      phase: 'observe',
      minutes: 11,
      title: 'A season that turns',
      pupils: ['Watch your twins: do they share one fate?', 'Round 2 asks how far apart they will be.'],
      teacher:
        'Two rounds. Count by show of hands: both twins lived, one lived, none. One of two is what scattering buys.',
      lookFor: ['Pairs of which just one lives.'],
      typical: [
        { says: 'Luck.', reply: 'Luck for the twin. For the genome, is it still luck if it happens in every pair?' },
      ],
    },
    {
      id: 'discuss',
      kind: 'discuss',
      phase: 'explain',
      minutes: 14,
      title: 'Dice, then reckoning',
      pupils: [
        'Even: calm. Odd: flood. Ten throws.',
        'Multiply the shares that live. Steady: 0.81 or 0.13. Scattered: 0.55 or 0.38.',
        'Again with a flood on a 6 only.',
      ],
      teacher:
        'Pairs throw ten years and multiply. Collect who wins on the board for both worlds. Then let them find where it turns: near one flood in three or four years. Two names at last: canalisation (coming out the same in spite of noise) and bet-hedging (spreading the risk).',
      lookFor: ['Someone multiplies, someone adds: let them compare. Adding misses that zero is for ever.'],
      typical: [
        {
          says: 'The average is what counts.',
          reply: 'The average of 1 and 0 is a half. How many are left after the 0?',
        },
        { says: 'The genome gambles on purpose.', reply: 'Which genome planned? Which one is simply still there?' },
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
      id: 'spread-can-help',
      about: 'Variation among bodies of one genome can be an advantage where seasons are unsteady.',
      before: {
        id: 'spread-can-help-before',
        text: 'Seeds of one desert plant sprout in different years, even in good ones. What does that do for the plant’s line?',
        options: [
          { id: 'choose', text: 'The seeds foresee which year will be good' },
          { id: 'fault', text: 'Harm only: the best is to sprout at once' },
          { id: 'spread', text: 'It gives away a little each year and is not lost in one bad year' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'spread',
        why: 'Bet-hedging. Seeds do respond to rain as well, but they cannot foresee a year.',
      },
      after: {
        id: 'spread-can-help-after',
        text: 'Clones of variant T scatter. When is that an advantage?',
        options: [
          { id: 'choose', text: 'When its clones choose the right body for the year' },
          { id: 'fault', text: 'Never: it lives less often in a calm year' },
          { id: 'spread', text: 'Where floods are frequent: some of its clones live in each kind of year' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'spread',
        why: 'It loses in calm years and gains in floods; how often they come decides.',
      },
    },
    {
      id: 'multiply',
      about: 'Over years survival multiplies, so bad years weigh more than their number.',
      before: {
        id: 'multiply-before',
        text: 'Line A: all live in good years, none in a bad one. Line B: half live in any year. One bad year comes in ten. Who is there after ten years?',
        options: [
          { id: 'b', text: 'B: some of it; A is gone' },
          { id: 'same', text: 'Both alike' },
          { id: 'a', text: 'A: on average 90 % lived' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'b',
        why: 'One times zero is zero, whatever came before.',
      },
      after: {
        id: 'multiply-after',
        text: 'Line A lives through a calm year with 80 %, a flood with 5 %; line B with 50 and 40 %. After one calm year and one flood, who has more left?',
        options: [
          { id: 'b', text: 'B: 20 % are left, of A 4 %' },
          { id: 'same', text: 'Both alike' },
          { id: 'a', text: 'A: 85 % against 90 % is nearly the same, and A is steadier' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'b',
        why: '0.5 × 0.4 = 0.20; 0.8 × 0.05 = 0.04.',
      },
    },
  ],
  ticket: {
    choice: {
      id: 'ticket-choice',
      text: 'Floods stop for good. What will happen to variant T in competition with S?',
      options: [
        { id: 'falls', text: 'It becomes rarer: it pays each year for a danger that never comes' },
        { id: 'stays', text: 'Nothing' },
        { id: 'learns', text: 'It notices and becomes steady' },
      ],
      answer: 'falls',
      why: '0.55 against 0.81 in every year. T’s offspring become steadier only if steadier variants of them arise and live.',
    },
    sentence: {
      id: 'ticket-sentence',
      prompt: 'When does it pay to have twins that differ?',
      model: 'When nobody can know which season comes, since then some of them fit whatever comes.',
      looksFor: ['unsteady or unknown seasons', 'some of the clones fit each'],
    },
  },
  plates: [
    {
      id: 'two-variants',
      title: 'Candle: two variants, eight clones each',
      caption: 'Above variant S, below variant T. Within a row all have one genome. The number is fin cells in 1,000.',
      measures: 'fin',
      rows: [
        { label: 'Variant S', bodies: clones(STEADY) },
        { label: 'Variant T', bodies: clones(SCATTERED) },
      ],
    },
  ],
  figures: [
    {
      says: 'Share of clones that live. Calm (fin from 500 to below 900): S 81 %, T 55 %. Flood (900 or more): S 13 %, T 38 %. Mean fin: S 704 ± 147, T 789 ± 187. Per year over many years: without floods 0.81 and 0.55; one in four 0.51 and 0.50; one in two 0.32 and 0.45.',
      how: 'Measured with the game’s own kernel on 400 clones of each variant, noise seeds 1 to 400, mild conditions. The two variants were picked from 120 for this lesson; most differ less. The yearly figures are geometric means of the shares.',
    },
    {
      says: 'Under selection for a constant form twins’ variance fell to 0.59 of its start in 120 generations. A lesson has too few generations to see that.',
      how: 'The model card, “Canalisation evolves” (range 0.49 to 0.72).',
    },
  ],
  yardsticks: [
    {
      says: 'Twelve kinds of desert annuals keep part of their seeds asleep even in good years; how much they keep agrees well with what pays best in that climate.',
      source: 'gremer2014',
      sure: 'Long field records and models that include crowding; without crowding the models did not fit.',
    },
    {
      says: 'A few bacteria of a clone lie dormant by chance and survive an antibiotic that kills the rest; their offspring are as sensitive as ever.',
      source: 'balaban2004',
      sure: 'Watched cell by cell.',
    },
    {
      says: 'The number of large bristles on a wild fly’s shield is nearly always four, in spite of hidden genetic differences; some mutations let it vary.',
      source: 'scowcroft1971',
      sure: 'Classic; what keeps it constant is still argued about.',
    },
    {
      says: 'Simulated gene networks become robust to noise if noise is there while they evolve.',
      source: 'kaneko2008',
      sure: 'A model, like ours.',
    },
  ],
  limits: [
    'Calm years and floods with sharp limits are made up for this lesson. The game’s Currents card has no sharp limit.',
    'In nature much variation is no hedge at all: it is noise that nobody could get rid of. To call something bet-hedging one has to show that it pays.',
    'Variant T has a little more fin on average as well; its spread is not the only difference.',
  ],
  onPaper: [
    'Hand out the plate with its numbers; pupils count who lives in a calm year and in a flood, and compare with the figures for 400 clones.',
    'Dice and reckoning as in the plan; leave out the match.',
    'Then discussion, questions and ticket.',
  ],
};
