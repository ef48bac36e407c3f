import type { Lesson } from '../lesson.ts';

const clones = (seeds: readonly number[], noise: number) =>
  seeds.map((noiseSeed, at) => ({ label: String(at + 1), founder: 'gladmask', noiseSeed, conditions: { noise } }));

export const lesson: Lesson = {
  id: 'twins-come-apart',
  version: 2,
  language: 'en',
  title: 'Twins come apart',
  question: 'If two bodies have the same genes and the same home, what makes them differ?',
  summary:
    'Pupils guess which of eight creatures share one genome, then watch real twins grow side by side and measure how far apart they end. Noise in development is switched off, and the difference is gone.',
  ages: [11, 18],
  minutes: 45,
  standards: [
    {
      code: 'HS-LS3-3',
      fit: 'Variation of expressed traits as a distribution: here the spread among bodies of one genome. No Hardy-Weinberg.',
    },
    {
      code: 'MS-LS1-5',
      fit: 'Evidence that genes and surroundings influence growth, and that together they still leave something open. The mechanism (noise in gene expression) goes beyond this standard’s assessment.',
    },
  ],
  misconception: {
    says: 'Same genes and same home: so identical twins must come out identical.',
    meets:
      'Two bodies with the same 268 bytes of genome, in the same habitat, at the same temperature and food, differ in about two cells of three. With the noise at zero they do not differ in one.',
    source: 'shaw2008',
  },
  variable: {
    varied: 'Developmental noise: 0, 50, 100 or 200 % of its natural strength.',
    fixed: ['the genome', 'temperature', 'nutrition', 'the rules of growth'],
    why: 'If only the noise differs and the spread of the twins follows it, then genes and home cannot be what parts them.',
  },
  match: {
    founder: 'gladmask',
    habitats: [1, 40],
    rounds: 2,
    generationsPerRound: 2,
    population: 24,
    migration: 0,
    noise: 100,
    game: 'open',
    shock: false,
    briefs: 'none',
    cards:
      'Everyone lays the same single card: Frost, level 1. Today is about the twins; the season must not steal the show.',
  },
  needs: ['Pencil and the printed sheet, if screens are shared'],
  steps: [
    {
      id: 'before',
      kind: 'questions',
      when: 'before',
      phase: 'predict',
      minutes: 4,
      title: 'What do you think now?',
      pupils: ['Two questions. Nobody marks them. Say what you really think.'],
      teacher: 'Start the questions. Do not comment on answers; leave the histogram hidden.',
      lookFor: ['Everyone has answered both, or chosen “not sure”.'],
      typical: [],
    },
    {
      id: 'guess',
      kind: 'predict',
      phase: 'predict',
      minutes: 4,
      title: 'How alike will they be?',
      pupils: ['One genome, one home, grown twice.', 'How many of their cells will differ?'],
      teacher:
        'Show two creatures of the species. Say only: “The next two have every gene in common, and grow in the same place.” Have pupils commit to an answer, and tell a neighbour why.',
      lookFor: ['Reasons that name genes, home or chance: you will come back to them.'],
      typical: [
        {
          says: 'None: they are clones.',
          reply: 'Good, that is a prediction we can lose. What would you have to see to give it up?',
        },
        {
          says: 'A few, by mutation.',
          reply: 'Both get the very same bytes, and no cell mutates in this model. What else is left?',
        },
      ],
      question: {
        id: 'guess-apart',
        text: 'Twins with one genome grow in the same habitat. How many of their cells will differ?',
        options: [
          { id: 'none', text: 'None' },
          { id: 'few', text: 'Fewer than one in ten' },
          { id: 'third', text: 'About a third' },
          { id: 'most', text: 'More than half' },
        ],
        answer: 'most',
        why: 'In this species the median is 63 % of cells; in nine of ten pairs it is between about 50 and 75 %. A shift of one cell counts: it moves everything below it.',
      },
    },
    {
      id: 'play',
      kind: 'play',
      rounds: 2,
      exam: false,
      phase: 'observe',
      minutes: 13,
      title: 'Watch them grow',
      pupils: [
        'Round 1: which creatures share one genome?',
        'Round 2: how far apart will your twins be? Give a span.',
        'While they grow, drag the slider: at which step do they begin to differ?',
      ],
      teacher:
        'Play two rounds. In each, stop after “Grow” (eyes up) and let two pupils show their twins on the projector with “light up what differs”.',
      lookFor: [
        'Where the first difference shows: early, and then in all the daughters of that cell.',
        'Which twin dies first, and that it is not always the same one that “looked better”.',
      ],
      typical: [
        { says: 'One got more food.', reply: 'Read both cards: same temperature, same nutrition. What now?' },
        {
          says: 'It is a bug.',
          reply:
            'Then replay it: same seed, same body, to the byte. Chance here is repeatable. What does the seed stand for?',
        },
      ],
    },
    {
      id: 'dial',
      kind: 'look',
      plates: ['noise-dial'],
      phase: 'observe',
      minutes: 7,
      title: 'Turn the noise off',
      pupils: ['Same genome in all four rows.', 'Only the noise differs. Which row is which?'],
      teacher:
        'Show the plate row by row, from 0 to 200 %. Ask after each: more alike or less? Only then say what was changed.',
      lookFor: ['At 0 % all are one body. At 200 % the face is hard to find.'],
      bench: 'twins#c=gladmask&count=12&noise=0',
      typical: [
        {
          says: 'Then noise is just bad.',
          reply: 'A cat’s patches, your fingerprints, the wiring of a brain. Is every difference a fault?',
        },
      ],
    },
    {
      id: 'discuss',
      kind: 'discuss',
      phase: 'explain',
      minutes: 9,
      title: 'Say what makes the difference',
      pupils: ['In one sentence: genes did …, home did …, chance did …', 'Which of the three did we change?'],
      teacher:
        'Collect sentences. Press each with the locked variable: genes equal, home equal, only noise differed. Then bring one yardstick from life, the crayfish, and ask what was held fixed there.',
      lookFor: ['“Chance” said of a place and a time: in this cell, at this step, copied by its daughters.'],
      typical: [
        {
          says: 'So genes do not matter.',
          reply:
            'Put a twin beside a stranger of another species. Which pair is more alike? Genes say what is likely, not what will be.',
        },
        {
          says: 'Chance means no cause.',
          reply:
            'It has causes, very small ones: how many molecules bump into what. Nobody sets them, and the genome cannot.',
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
      pupils: ['Two questions much like the first. What do you think now?'],
      teacher: 'Start the questions; then show both histograms, before and after, without names.',
      lookFor: ['What moved, and what did not: that is tomorrow’s beginning.'],
      typical: [],
    },
    {
      id: 'ticket',
      kind: 'ticket',
      phase: 'explain',
      minutes: 4,
      title: 'Exit ticket',
      pupils: ['One choice, one sentence. Then you are done.'],
      teacher: 'Close the match. The report has every answer.',
      lookFor: [],
      typical: [],
    },
  ],
  constructs: [
    {
      id: 'third-source',
      about: 'Development adds variation of its own, beside genes and surroundings.',
      before: {
        id: 'third-source-before',
        text: 'Seedlings of one plant are cloned and raised in the same chamber, same light, same water. What do you expect of their leaves?',
        options: [
          { id: 'mutated', text: 'Different, because each clone mutates' },
          { id: 'identical', text: 'All alike: same genes, same conditions' },
          { id: 'hidden', text: 'Different only if conditions were secretly different' },
          { id: 'chance', text: 'Alike in kind, but different in detail, by chance in growing' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'chance',
        why: 'Growth itself is noisy. “Hidden” and “mutated” look for a difference in home or genes where none is needed.',
      },
      after: {
        id: 'third-source-after',
        text: 'A cloned cat has another pattern in her coat than the cat she was cloned from. What is the best explanation?',
        options: [
          { id: 'mutated', text: 'Her genes must have changed' },
          { id: 'identical', text: 'It cannot be: clones look alike' },
          { id: 'hidden', text: 'She must have been fed or kept differently' },
          { id: 'chance', text: 'Patterns arise by chance while the coat grows; the same genes allow many' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'chance',
        why: 'The clone’s makers say so themselves: patterns depend on developmental factors that the genotype does not control.',
      },
    },
    {
      id: 'genes-still-matter',
      about: 'Chance in development does not make genes unimportant: they set what is likely.',
      before: {
        id: 'genes-still-matter-before',
        text: 'Identical twins differ in some trait. What does that say about genes and this trait?',
        options: [
          { id: 'nothing', text: 'Genes have no part in it' },
          { id: 'likely', text: 'Genes may shape what is likely, without fixing each case' },
          { id: 'one-gene', text: 'There must be one gene that differs between them' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'likely',
        why: 'To see what genes do, compare twins with strangers: twins can differ and still be far more alike.',
      },
      after: {
        id: 'genes-still-matter-after',
        text: 'Your twins differed in most of their cells. A classmate says: “So the genome hardly matters.” What fits what you saw?',
        options: [
          { id: 'nothing', text: 'Right: the genome hardly matters' },
          { id: 'likely', text: 'Wrong: every twin was plainly of its own species; the genome sets the range' },
          { id: 'one-gene', text: 'Wrong: one of the twins had another gene' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'likely',
        why: 'Eight clones of one genome show a family face; other species never had it.',
      },
    },
  ],
  ticket: {
    choice: {
      id: 'ticket-choice',
      text: 'Which test would best show that chance in development parts these twins?',
      options: [
        { id: 'food', text: 'Give one of them more food' },
        { id: 'noise', text: 'Grow them again with only the noise changed' },
        { id: 'gene', text: 'Change one gene in one of them' },
      ],
      answer: 'noise',
      why: 'Only this one changes chance and nothing else. The other two show that food or genes matter as well.',
    },
    sentence: {
      id: 'ticket-sentence',
      prompt: 'Two twins, same genes, same home, different bodies: explain it to a friend in one sentence.',
      model:
        'While a body grows, small chances in its cells are copied by their daughters, so one genome can grow into many bodies.',
      looksFor: ['chance or noise while growing', 'not a difference of genes', 'not a difference of home'],
    },
  },
  plates: [
    {
      id: 'noise-dial',
      title: 'One genome, four strengths of noise',
      caption: 'The same genome grown five times in each row. From the top: no noise, half, natural, double.',
      rows: [
        { label: 'Noise 0 %', bodies: clones([1, 2, 3, 4, 5], 0) },
        { label: 'Noise 50 %', bodies: clones([1, 2, 3, 4, 5], 50) },
        { label: 'Noise 100 %', bodies: clones([1, 2, 3, 4, 5], 100) },
        { label: 'Noise 200 %', bodies: clones([1, 2, 3, 4, 5], 200) },
      ],
    },
  ],
  figures: [
    {
      says: 'Twins of this species (Glad mask) differ in 63 % of their cells in the median; 8 of 10 pairs lie between 52 and 72 %. At half the noise it is 38 %, at double 90 %, without noise 0.',
      how: 'Measured with the game’s own kernel: 60 pairs at each strength, noise seeds 1 to 120, temperature and nutrition 0. “Differ” as in the match: no cell in one of the two, another tissue, or a plainly different tone.',
    },
    {
      says: 'All 22 traits vary among the 32 clones of a species, in the species that have the trait at all; without noise none does.',
      how: 'The model card, “One genome, many bodies”.',
    },
  ],
  yardsticks: [
    {
      says: 'Marbled crayfish are natural clones. Reared alike, the marbled pattern of each of several hundred was its own; they also differed in growth, life span and behaviour.',
      source: 'vogt2008',
      sure: 'Measured directly; isogeny was checked by genetic markers. The crayfish are one species in a laboratory.',
    },
    {
      says: 'Clonal fish, separated on the day of birth into identical tanks, behaved differently from the first day on, and kept to it for ten weeks.',
      source: 'laskowski2022',
      sure: 'Measured directly. Before birth, mothers may already have treated them differently: the authors say so.',
    },
    {
      says: 'The first cloned cat had another coat pattern than her donor.',
      source: 'shin2002',
      sure: 'One cat; that she is a clone was checked by genetic markers.',
    },
  ],
  limits: [
    'In the model noise is one dial. In life it is many things: numbers of molecules, timing, heat, position in the womb.',
    'Turning up the noise also makes these bodies larger on average (421 cells at 100 %, about 570 at 200 %): compare how alike they are, not how large.',
    'Two cells of three is a number of this model, where a shift by one site counts as different. Do not carry it over to humans.',
    'Human twins share more than genes and less than a home: they are no clean test, and none of this says how alike people should be.',
  ],
  onPaper: [
    'Hand out the plate “One genome, four strengths of noise” with the row labels folded back. Pupils order the rows from quiet to noisy and say why.',
    'In pairs: pick two bodies of the third row, lay a grid of 8 × 8 over both, count the squares that differ.',
    'Then discussion, questions and ticket as in the plan.',
  ],
};
