import type { Lesson } from '../lesson.ts';

const FOUNDER = 'saucer';
/** Whole, these have 3, 2, 3 and 2 eyes. */
const SEEDS = [7, 9, 10, 15];
const off = (gene: number) =>
  SEEDS.map((noiseSeed, at) => ({
    label: 'ABCD'.charAt(at),
    founder: FOUNDER,
    noiseSeed,
    changes: [{ kind: 'knockOut' as const, gene: gene - 1 }],
  }));

export const lesson: Lesson = {
  id: 'no-gene-for-an-eye',
  version: 2,
  language: 'en',
  title: 'No gene for an eye',
  question: 'Switch one gene off: what is missing?',
  summary:
    'Pupils go looking for the gene for the eye. They switch off genes one at a time and find that seven different genes change the number of eyes, and that each of them changes much of the rest of the body too.',
  ages: [13, 18],
  minutes: 45,
  standards: [
    {
      code: 'HS-LS3-3',
      fit: 'Why traits vary together in a population: one gene moves many traits, many genes move one.',
    },
    {
      code: 'HS-LS1-4',
      fit: 'A model of cells with one genome that become different tissues. Named gene control mechanisms are outside this standard’s assessment.',
    },
  ],
  misconception: {
    says: 'There is a gene for each part: a gene for eyes, a gene for legs.',
    meets:
      'No gene removed takes away the eyes and nothing else. The gene that takes away all eyes also changes size, fat, fins and colour.',
    source: 'shaw2008',
  },
  variable: {
    varied: 'Which one of the 16 genes is switched off.',
    fixed: ['all other genes', 'the noise seeds A to D', 'temperature and nutrition', 'the species'],
    why: 'The same four embryos, from the same noise, with just one gene silent: whatever differs comes from that gene.',
  },
  match: {
    founder: FOUNDER,
    habitats: [1, 40],
    rounds: 2,
    generationsPerRound: 3,
    population: 24,
    migration: 0,
    noise: 100,
    game: 'open',
    shock: false,
    briefs: 'none',
    cards: 'Everyone lays Dim light, level 3, in both rounds: it favours eyes. Then see what else moves.',
  },
  needs: ['The printed sheet, one for two'],
  steps: [
    {
      id: 'before',
      kind: 'questions',
      when: 'before',
      phase: 'predict',
      minutes: 4,
      title: 'What do you think now?',
      pupils: ['Two questions. Nobody marks them.'],
      teacher: 'Start the questions; say nothing about them yet.',
      lookFor: ['Who is sure, who is not.'],
      typical: [],
    },
    {
      id: 'guess',
      kind: 'predict',
      phase: 'predict',
      minutes: 4,
      title: 'Where is the gene for the eye?',
      pupils: [
        'This species has 16 genes and, on average, 1.7 eyes.',
        'How many of its genes change the number of eyes when switched off?',
      ],
      teacher: 'Ask for a number and a reason. Write the spread of numbers on the board.',
      lookFor: ['“One” is the usual answer. Keep it on the board.'],
      typical: [
        {
          says: 'One. The eye gene.',
          reply: 'Fine: then switching off any other should leave the eyes alone. We shall see.',
        },
        {
          says: 'All of them, everything is connected.',
          reply: 'Then every gene should matter alike. What would speak against you?',
        },
      ],
      question: {
        id: 'guess-count',
        text: 'Of 16 genes, how many change the number of eyes when each is switched off alone?',
        options: [
          { id: 'one', text: 'One' },
          { id: 'two', text: 'Two or three' },
          { id: 'several', text: 'Five to ten' },
          { id: 'all', text: 'All 16' },
        ],
        answer: 'several',
        why: 'Seven of the 16 move it by more than one standard deviation of twins: six take all or nearly all eyes away, one adds some.',
      },
    },
    {
      id: 'bench',
      kind: 'look',
      plates: ['one-gene-off'],
      phase: 'observe',
      minutes: 12,
      title: 'Switch one off',
      pupils: [
        'Row by row: one gene is off. Compare A with A, B with B.',
        'Write for each row: eyes, size, shape, colour. More, less, same?',
      ],
      teacher:
        'Pairs take one row each, then the class fills one table on the board: rows are genes, columns are traits, a tick for “changed”.',
      lookFor: [
        'No row with a tick under “eyes” alone.',
        'Gene 11: eyes almost as before, other tissue shifts.',
        'Gene 6: more eyes, not fewer.',
      ],
      bench: 'knock-outs#c=saucer&gene=2&trait=eyes',
      typical: [
        {
          says: 'Gene 2 is the eye gene!',
          reply: 'It takes the eyes. What else went? And if it is the eye gene, what are genes 8 and 15?',
        },
        { says: 'Gene 6 is against eyes.', reply: 'Look at the size of row 6. Is “against eyes” all it does?' },
      ],
    },
    {
      id: 'play',
      kind: 'play',
      rounds: 2,
      exam: false,
      phase: 'observe',
      minutes: 11,
      title: 'Breed for eyes',
      pupils: ['Lay Dim light, level 3.', 'After two rounds open the charts: eyes went …, and what else moved?'],
      teacher: 'Play two rounds. At each reveal ask for one trait that moved besides eyes, from three habitats.',
      lookFor: ['Traits that move along differ from habitat to habitat: other genes were lucky.'],
      typical: [
        { says: 'Dim light made them grow eyes.', reply: 'Did the card change any creature? Or only who had young?' },
      ],
    },
    {
      id: 'discuss',
      kind: 'discuss',
      phase: 'explain',
      minutes: 6,
      title: 'Many to many',
      pupils: ['Finish: “No gene is for an eye, because …”'],
      teacher:
        'Bring back the numbers on the board. Let pupils word both halves: one gene, many traits (pleiotropy); one trait, many genes. Then the fly: PAX6.',
      lookFor: ['Both halves, with a row of the table as evidence for each.'],
      typical: [
        {
          says: 'But the news says “gene for …”.',
          reply: 'What would an honest headline be? “A variant that, among other things, changes the chance of …”.',
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
      lookFor: ['What moved.'],
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
      id: 'gene-for',
      about: 'A gene does not stand for a part; it takes part in many.',
      before: {
        id: 'gene-for-before',
        text: 'A fly without a working copy of some gene has no eyes. What is the best conclusion?',
        options: [
          { id: 'only', text: 'Eyes depend on this gene alone' },
          { id: 'for', text: 'It is the gene for eyes: it contains the plan of an eye' },
          {
            id: 'needed',
            text: 'It is needed for eyes; it may be needed for much else, and so may other genes be for eyes',
          },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'needed',
        why: 'What is missing when a part is removed tells what it was needed for, not what it is for. In flies this gene (eyeless) is needed for parts of the brain too.',
      },
      after: {
        id: 'gene-for-after',
        text: 'With gene 2 off, Saucers had no eyes. What is the best conclusion?',
        options: [
          { id: 'only', text: 'No other gene has to do with eyes' },
          { id: 'for', text: 'Gene 2 is the gene for eyes' },
          { id: 'needed', text: 'Gene 2 is needed for eyes, and for much else; so are other genes' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'needed',
        why: 'With gene 2 off 15 traits moved; with genes 3, 8, 12 or 15 off the eyes went as well.',
      },
    },
    {
      id: 'one-to-one',
      about: 'Selecting one trait moves others, since genes are shared.',
      before: {
        id: 'one-to-one-before',
        text: 'A breeder keeps only the dogs with the longest ears, for many generations. What about their other traits?',
        options: [
          { id: 'some', text: 'Some of them will shift too' },
          { id: 'wish', text: 'They change if the breeder wants it' },
          { id: 'none', text: 'They stay: only ear genes are selected' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'some',
        why: 'Genes that lengthen ears do other things as well, and those come along.',
      },
      after: {
        id: 'one-to-one-after',
        text: 'Dim light favours eyes. After several rounds other traits had moved too. Why?',
        options: [
          { id: 'some', text: 'Genes that gave more eyes do other things too, and chance moves some traits besides' },
          { id: 'wish', text: 'Because the creatures needed it' },
          { id: 'none', text: 'By mistake: only eye genes were selected' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'some',
        why: 'Pleiotropy, and drift in a small population: both are at work.',
      },
    },
  ],
  ticket: {
    choice: {
      id: 'ticket-choice',
      text: 'Which headline is the most honest?',
      options: [
        { id: 'found', text: '“Gene for eyes found”' },
        { id: 'affects', text: '“A gene that eyes, brain and nose depend on”' },
        { id: 'nothing', text: '“Genes have nothing to do with eyes”' },
      ],
      answer: 'affects',
      why: 'It says what depends on the gene, more than one thing, and does not call it the plan of a part.',
    },
    sentence: {
      id: 'ticket-sentence',
      prompt: 'Why is “the gene for eyes” a bad name, even for a gene without which there are no eyes?',
      model: 'Because it does other work as well, and eyes need many other genes too.',
      looksFor: ['one gene, many traits', 'one trait, many genes'],
    },
  },
  plates: [
    {
      id: 'one-gene-off',
      title: 'Saucer, with one gene off',
      caption:
        'Four embryos A to D from the same noise, whole in the first row; below, each time one other gene is silent. The number is the count of eyes.',
      measures: 'eyes',
      rows: [
        {
          label: 'All 16 genes',
          bodies: SEEDS.map((noiseSeed, at) => ({ label: 'ABCD'.charAt(at), founder: FOUNDER, noiseSeed })),
        },
        { label: 'Gene 2 off', bodies: off(2) },
        { label: 'Gene 15 off', bodies: off(15) },
        { label: 'Gene 6 off', bodies: off(6) },
        { label: 'Gene 11 off', bodies: off(11) },
      ],
    },
  ],
  figures: [
    {
      says: 'In Saucer 7 of 16 genes move the number of eyes (1.7 on average) by more than one standard deviation of twins: with genes 2, 3, 8, 12 or 15 off there is none, with gene 4 off 0.3, with gene 6 off 3.3. The median gene moves 10 of 22 traits.',
      how: 'Measured with the game’s own kernel: null alleles as in the model card, 32 bodies each (noise seeds 1 to 32) against 64 whole ones.',
    },
    {
      says: 'Over all 27 species the median gene moves 7 of 22 traits, and the median trait is moved by 5 of 16 genes.',
      how: 'The model card, “Indirect, and many to many”.',
    },
  ],
  yardsticks: [
    {
      says: 'The fly’s gene eyeless, made active in legs, wings or antennae, makes extra eyes there: a master switch.',
      source: 'gehring1996',
      sure: 'Well repeated. A switch that starts an eye is not a plan of one: it works only through hundreds of other genes.',
    },
    {
      says: 'The same gene is needed for the adult fly’s brain: mutants have malformed brain parts and walk badly.',
      source: 'callaerts2001',
      sure: 'Shown with mutants of this gene.',
    },
    {
      says: 'People with a fault in the related gene PAX6 lack the iris; brain scans find changes between the two halves of the brain in some.',
      source: 'abouzeid2009',
      sure: 'Ten patients of three families; the eye is always affected, the brain not in the same way.',
    },
    {
      says: 'One variant of the human gene EDAR goes with thicker hair, other teeth and more sweat glands; put into mice it thickens hair and changes glands too.',
      source: 'kamberov2013',
      sure: 'Hair and glands tested in mice; which of these selection acted on is not known.',
    },
  ],
  limits: [
    'The model has 16 genes; a fly has some 14,000. Real genes can be more specialised than these, and some single genes do decide a visible trait.',
    'Genes here have no names and no “off switch” in life as clean as ours.',
    'In the model the six genes of a task take part equally. In life some matter far more than others.',
  ],
  onPaper: [
    'Hand out the plate “Saucer, with one gene off”. Pairs fill the table gene × trait from the pictures and the counts of eyes.',
    'Instead of the match, give the class the first model figure with the numbers hidden, and let them predict how many genes take all eyes.',
    'Then discussion, questions and ticket.',
  ],
};
