import type { Lesson } from '../lesson.ts';
import type { Change } from '../plate.ts';

const FOUNDER = 'duskdome';
const row = (label: string, changes: readonly Change[] = [], seeds: readonly number[] = [1, 2, 3, 4, 5]) => ({
  label,
  bodies: seeds.map((noiseSeed, at) => ({ label: String(at + 1), founder: FOUNDER, noiseSeed, changes })),
});

export const lesson: Lesson = {
  id: 'four-metaphors',
  version: 2,
  language: 'en',
  title: 'Blueprint, program, recipe or generative model?',
  question: 'What is a genome like? Put four pictures to the test.',
  summary:
    'Four groups each defend one metaphor. Four experiments follow: grow it twice, switch a gene off, change a single letter, turn round what the egg tells its cells. Each group says beforehand what its metaphor predicts, and counts its misses.',
  ages: [14, 18],
  minutes: 45,
  standards: [
    { code: 'HS-LS1-4', fit: 'What a model of growth and differentiation shows, and where a metaphor stops.' },
    { code: 'HS-LS3-3', fit: 'One genome gives a distribution of bodies, not one body.' },
  ],
  misconception: {
    says: 'DNA is the blueprint of the body.',
    meets:
      'No letter stands for a part; the same genome grows two different bodies; most single letters changed show nowhere; and the same genes in a turned egg grow another body.',
    source: 'jamieson2017',
  },
  variable: {
    varied: 'In each experiment one thing: chance, one gene, one letter, or the egg.',
    fixed: ['the species (Dusk dome)', 'the climate', 'everything that this experiment is not about'],
    why: 'A metaphor earns trust by what it forbids. Changing one thing at a time shows which metaphor forbade too much.',
  },
  match: {
    founder: FOUNDER,
    habitats: [1, 40],
    rounds: 1,
    generationsPerRound: 2,
    population: 24,
    migration: 0,
    noise: 100,
    game: 'open',
    shock: false,
    briefs: 'none',
    cards: 'No cards. One round, to see bodies grow.',
  },
  needs: ['Four corners of the room, or four colours', 'A score table: four metaphors by four experiments'],
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
      minutes: 5,
      title: 'Choose your corner',
      pupils: [
        'Blueprint: a drawing, part for part.',
        'Program: orders, one after another. Recipe: steps and ingredients.',
        'Generative model: few numbers, learned from the past, from which new ones of a kind are made.',
      ],
      teacher: 'Assign corners evenly after the vote; it is more fun to defend what one does not believe.',
      lookFor: ['Groups write a prediction for each of the four experiments before the first.'],
      typical: [{ says: 'They are all the same.', reply: 'What would each of them say if we build it twice?' }],
      question: {
        id: 'guess-metaphor',
        text: 'Which picture of the genome do you find best, before the tests?',
        options: [
          { id: 'blueprint', text: 'Blueprint' },
          { id: 'program', text: 'Program' },
          { id: 'recipe', text: 'Recipe' },
          { id: 'model', text: 'Generative model' },
        ],
        answer: null,
        why: 'A matter of reasons. What counts is what each forbids, and whether that happened.',
      },
    },
    {
      id: 'play',
      kind: 'play',
      rounds: 1,
      exam: false,
      phase: 'observe',
      minutes: 6,
      title: 'Watch bodies grow',
      pupils: ['No drawing is unrolled anywhere. What do cells go by?'],
      teacher:
        'One round. Stop in “Grow” and ask what a cell can know: its neighbours, its place, what it is already making.',
      lookFor: ['“Nobody tells the cell what it will be.”'],
      typical: [],
    },
    {
      id: 'tests',
      kind: 'look',
      plates: ['four-tests'],
      phase: 'observe',
      minutes: 12,
      title: 'Four experiments',
      pupils: ['Say first what your metaphor predicts.', 'Then look. Hit or miss?'],
      teacher:
        'Uncover one row at a time. After each, every group marks its own hit or miss aloud and may repair its metaphor, at the price of saying what it now forbids.',
      lookFor: ['Recipe does well until the letter and the egg.', 'The model corner must say what it forbids, too.'],
      typical: [
        {
          says: 'A recipe also comes out differently each time.',
          reply: 'A hit. Now: a single letter of a recipe is changed. What do you predict for the cake?',
        },
        {
          says: 'The egg is like the oven.',
          reply: 'Good repair. Does an oven tell each crumb how far from the middle it is?',
        },
      ],
    },
    {
      id: 'discuss',
      kind: 'discuss',
      phase: 'explain',
      minutes: 10,
      title: 'Count the misses',
      pupils: ['Which metaphor forbade something that happened?', 'Where does the last one limp?'],
      teacher:
        'Total the table. Then attack the winner: a generative model on a computer is trained by someone, for a purpose, on examples it is shown. What of that is missing in evolution?',
      lookFor: ['Past environments as data, selection as training, development as decoder; and no trainer.'],
      bench: 'metaphors#c=duskdome',
      typical: [
        {
          says: 'So it is a generative model.',
          reply: 'It is like one in what we tested. What would you test next to break it?',
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
      id: 'part-for-part',
      about: 'Genes do not map onto parts of the body.',
      before: {
        id: 'part-for-part-before',
        text: 'If you could read all of an animal’s DNA, would you find a stretch that describes its left ear?',
        options: [
          { id: 'yes', text: 'Yes, somewhere' },
          { id: 'no', text: 'No: ears arise when many genes work together in growing' },
          { id: 'later', text: 'Not yet, but science will find it' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'no',
        why: 'DNA has no stretch for a part in the way a drawing has.',
      },
      after: {
        id: 'part-for-part-after',
        text: 'Is there a byte in Dusk dome’s genome that describes its eyes?',
        options: [
          { id: 'yes', text: 'Yes, one of the 268' },
          { id: 'no', text: 'No: they arise from many genes acting on each other in growth' },
          { id: 'later', text: 'We just did not find it' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'no',
        why: 'Four different genes move the number of its eyes; none does only that.',
      },
    },
    {
      id: 'needs-decoder',
      about: 'A genome says nothing without the egg and the cells that read it.',
      before: {
        id: 'needs-decoder-before',
        text: 'A machine prints the whole DNA of a mammoth, nothing else. What do you have?',
        options: [
          { id: 'nothing', text: 'Nothing of any use' },
          { id: 'mammoth', text: 'All that is needed for a mammoth' },
          { id: 'reader', text: 'Not a mammoth: an egg and a body to read it are missing' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'reader',
        why: 'The first cell comes from a mother, with its own order and substances.',
      },
      after: {
        id: 'needs-decoder-after',
        text: 'In the last experiment no gene was changed, only what the egg tells cells about middle and edge. What followed?',
        options: [
          { id: 'nothing', text: 'No bodies at all' },
          { id: 'mammoth', text: 'The same bodies: genes decide' },
          { id: 'reader', text: 'Other bodies: what genes do depends on the egg that reads them' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'reader',
        why: 'The fifth row against the first.',
      },
    },
  ],
  ticket: {
    choice: {
      id: 'ticket-choice',
      text: 'Which finding speaks most directly against “blueprint”?',
      options: [
        { id: 'twice', text: 'One genome, grown twice in one place, gave two bodies' },
        { id: 'bytes', text: 'The genome has 268 bytes' },
        { id: 'colour', text: 'Some bodies were lilac' },
      ],
      answer: 'twice',
      why: 'A drawing built twice gives the same house. A short drawing would still be a drawing.',
    },
    sentence: {
      id: 'ticket-sentence',
      prompt: 'Finish: “A genome is like …, but unlike it in that …”',
      model:
        'A genome is like a generative model, since it makes new ones of a kind each time, but unlike it in that nobody trained it for a purpose.',
      looksFor: ['a likeness that was tested today', 'one place where the likeness ends'],
    },
  },
  plates: [
    {
      id: 'four-tests',
      title: 'Dusk dome: four experiments',
      caption: 'Five bodies a row. The columns of rows 1, 3, 4 and 5 grew from the same noise.',
      rows: [
        row('As it is'),
        row('1 · Grown again', [], [6, 7, 8, 9, 10]),
        row('2 · Gene 3 off', [{ kind: 'knockOut', gene: 2 }]),
        row('3 · One letter changed', [{ kind: 'letter', at: 70, by: 25 }]),
        row('4 · Egg turned: middle for edge', [{ kind: 'turnInput', input: 1 }]),
      ],
    },
  ],
  figures: [
    {
      says: 'On the plate, cells that differ from the first row’s body of the same noise: gene 3 off 80 to 94 %, one letter changed 10 to 31 %, egg turned 85 to 96 %. Grown again, from other noise: 37 to 83 %.',
      how: 'Measured with the game’s own kernel on the five bodies of each row. The letter is byte 70, raised by 25 of 256; the egg’s midline signal is turned round.',
    },
    {
      says: 'Of changes of a single byte 88 % have no effect that stands out from twins’ differences.',
      how: 'The model card, “Indirect, and many to many”: 40 mutants of each of 27 species, five times.',
    },
    {
      says: 'Of bodies from a changed egg 46 % could not be taken for twins; by chance 6 % would not.',
      how: 'The model card, “It builds its own decoder”.',
    },
    {
      says: 'What all cells of a body do takes about 17 times as many bits to write down as the genome does, both deflated.',
      how: 'The model card, “Compressed”, without noise, median of the species.',
    },
  ],
  yardsticks: [
    {
      says: 'The proposal that this game is built on: a genome is a compressed, generative model of the organism, trained by evolution and decoded by development.',
      source: 'mitchell2025',
      sure: 'An argument and an analogy, with reasons; not a result. Others disagree, and so may you.',
    },
    {
      says: 'Students whose first genetics course was about development and variation ended it less determinist; those of a usual Mendelian course did not.',
      source: 'jamieson2017',
      sure: 'One exploratory study with volunteers at one university.',
    },
    {
      says: 'Clonal crayfish, reared alike: each with a pattern of its own.',
      source: 'vogt2008',
      sure: 'Measured directly.',
    },
  ],
  limits: [
    'We built the model so that its genome is a generative model. That it behaves like one is no proof that yours is.',
    'A real genome is read by a cell that is itself inherited; our egg is three gradients and a clock.',
    'Every metaphor is useful somewhere: a recipe is good for order in time, a program for “if … then”.',
  ],
  onPaper: [
    'Hand out the plate cut into strips, the first row to all. Groups write predictions, then get one strip after the other.',
    'Then the score table, discussion, questions and ticket.',
  ],
};
