import type { Lesson } from '../lesson.ts';

const FOUNDER = 'lagoonbands';
const SEEDS = [1, 2, 3, 4, 5];
const GENE = 1;
const MIDWAY = 1;
const silent = (place: number) =>
  SEEDS.map((noiseSeed, at) => ({
    label: 'ABCDE'.charAt(at),
    founder: FOUNDER,
    noiseSeed,
    silence: { gene: GENE, place, time: MIDWAY },
  }));

export const lesson: Lesson = {
  id: 'same-gene-elsewhere',
  version: 2,
  language: 'en',
  title: 'The same gene in another place',
  question: 'Does a gene do the same work everywhere in the body?',
  summary:
    'One gene is silenced for a while, in the head, in the middle or in the tail of the same embryos. The harm is another one each time. Pupils work out that a gene’s work depends on which others are at work there.',
  ages: [13, 18],
  minutes: 45,
  standards: [
    {
      code: 'HS-LS1-4',
      fit: 'A model of how cells with one genome become different. Specific gene control mechanisms are outside this standard’s assessment; the idea of different cells from the same genes is inside.',
    },
  ],
  misconception: {
    says: 'Every gene has its own job and does it wherever it is; cells differ because they have different genes.',
    meets:
      'The same gene, silent for the same steps: at the head end shell spreads and the body stays short; in the middle the body stays narrow; at the tail it stays short without the shell.',
    source: 'sciencelearn',
  },
  variable: {
    varied: 'Where the gene is silent: head third, middle third, tail third.',
    fixed: [
      'which gene (gene 2)',
      'when (the middle third of growth)',
      'the genome',
      'the noise seeds A to E',
      'the climate',
    ],
    why: 'If a gene had one job of its own, only the place of the same harm could differ. What differs is its kind.',
  },
  match: {
    founder: FOUNDER,
    habitats: [1, 40],
    rounds: 2,
    generationsPerRound: 2,
    population: 24,
    migration: 0,
    noise: 100,
    game: 'open',
    shock: false,
    briefs: 'none',
    cards: 'Drought, level 2, for all: a little shell is worth something. It is the bodies that matter today.',
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
      teacher: 'Start the questions; no comment.',
      lookFor: [],
      typical: [],
    },
    {
      id: 'play',
      kind: 'play',
      rounds: 2,
      exam: false,
      phase: 'observe',
      minutes: 11,
      title: 'Meet Lagoon bands',
      pupils: ['Watch a body grow. Every cell has all genes.', 'When do the bands appear? Which cells become shell?'],
      teacher:
        'Two rounds. Ask in each: which two cells on the screen have different genes? (None.) So how do they differ?',
      lookFor: ['Pupils tap cells of different tissue and say “same genome”.'],
      typical: [
        {
          says: 'Shell cells have shell genes.',
          reply: 'Every cell has the same 268 bytes. What else could make it shell?',
        },
      ],
    },
    {
      id: 'guess',
      kind: 'predict',
      phase: 'predict',
      minutes: 4,
      title: 'Silence gene 2',
      pupils: [
        'We silence gene 2 for a third of growth: once in the head, once in the middle, once in the tail.',
        'What will the three have in common?',
      ],
      teacher: 'Have everyone choose, then ask two pupils with different choices to explain.',
      lookFor: ['Is “the job” of the gene part of the reason?'],
      typical: [],
      question: {
        id: 'guess-place',
        text: 'Gene 2 is silent in the head, in the middle or in the tail, at the same time of growth. What do you expect?',
        options: [
          { id: 'same', text: 'The same fault, each time in that place' },
          { id: 'head-only', text: 'A fault in the head only: that is where the gene works' },
          { id: 'other', text: 'Another kind of fault each time' },
          { id: 'none', text: 'No fault: the other cells still have it' },
        ],
        answer: 'other',
        why: 'Head: shorter, smaller, much more shell. Middle: narrower. Tail: shorter, no more shell. (Means of 16 bodies, each more than one standard deviation of twins.)',
      },
    },
    {
      id: 'bench',
      kind: 'look',
      plates: ['gene-two-silent'],
      phase: 'observe',
      minutes: 9,
      title: 'Compare, column by column',
      pupils: ['A with A, B with B.', 'For each row: longer or shorter? Wider or narrower? Colours?'],
      teacher: 'Pairs take one row each and report one sentence. Put the three sentences under each other.',
      lookFor: ['Changes outside the silenced third: tissue far away depends on it too.'],
      bench: 'knock-outs#c=lagoonbands&gene=2&place=head&time=midway',
      typical: [
        {
          says: 'It looks like chance.',
          reply: 'A grew from the same noise in every row. Can chance differ between A and A?',
        },
      ],
    },
    {
      id: 'discuss',
      kind: 'discuss',
      phase: 'explain',
      minutes: 9,
      title: 'What is a gene’s job?',
      pupils: ['“What gene 2 does depends on …”'],
      teacher:
        'Compare with one word in different sentences (“bank”). Then the fly: the same protein Ubx makes a haltere of what would be a wing, and changes bristles on a leg. Ask what must differ between the two places.',
      lookFor: ['“Which other genes are at work there and then.”'],
      bench: 'microscope#c=lagoonbands&gene=2',
      typical: [
        { says: 'Then genes do nothing by themselves.', reply: 'Right as far as it goes. What do they do together?' },
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
      id: 'context',
      about: 'What a gene does depends on the cell and the moment.',
      before: {
        id: 'context-before',
        text: 'A gene is active in the wing and in the leg of a fly. What does it do there?',
        options: [
          { id: 'context', text: 'Possibly different things, depending on what else is active' },
          { id: 'one', text: 'It can only work in one of them' },
          { id: 'same', text: 'The same in both' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'context',
        why: 'Its product meets other partners in each place.',
      },
      after: {
        id: 'context-after',
        text: 'Gene 2 was silent in the head of one embryo and in the middle of its copy. Why did the two come out differently?',
        options: [
          { id: 'context', text: 'Other genes are at work in the two places' },
          { id: 'one', text: 'Only one of them has gene 2' },
          { id: 'same', text: 'They did not really: the gene has one job' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'context',
        why: 'Genome, noise and time were the same; place, and so the company of other genes, was not.',
      },
    },
    {
      id: 'all-genes',
      about: 'All cells of a body have the same genome; they differ in what is expressed.',
      before: {
        id: 'all-genes-before',
        text: 'Why is a skin cell of yours different from one of your muscle cells?',
        options: [
          { id: 'different', text: 'It has other genes' },
          { id: 'expressed', text: 'It has the same genes, of which others are active' },
          { id: 'lost', text: 'It has lost the genes that it does not need' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'expressed',
        why: 'With few exceptions all cells of a body carry the whole genome.',
      },
      after: {
        id: 'all-genes-after',
        text: 'A shell cell and a leaf cell of Lagoon bands lie side by side. What differs between them?',
        options: [
          { id: 'different', text: 'Their genes' },
          { id: 'expressed', text: 'How strongly each gene is expressed' },
          { id: 'lost', text: 'One has lost genes' },
          { id: 'unsure', text: 'I am not sure' },
        ],
        answer: 'expressed',
        why: 'The 268 bytes are the same in every cell of a body.',
      },
    },
  ],
  ticket: {
    choice: {
      id: 'ticket-choice',
      text: '“Gene 2 is the shell gene.” What speaks most strongly against it?',
      options: [
        { id: 'far', text: 'Silencing it at the head gives more shell, silencing it at the tail does not' },
        { id: 'many', text: 'There are 15 other genes' },
        { id: 'small', text: 'It is only 14 bytes long' },
      ],
      answer: 'far',
      why: 'One job would give one kind of fault. The other two are true and say nothing about the job.',
    },
    sentence: {
      id: 'ticket-sentence',
      prompt: 'Why can the same gene do different work in two places of one body?',
      model: 'Because its product acts together with others, and which others are active differs from place to place.',
      looksFor: ['together with other genes', 'depends on place or time'],
    },
  },
  plates: [
    {
      id: 'gene-two-silent',
      title: 'Lagoon bands, gene 2 silent for a while',
      caption:
        'Five embryos from the same noise in each row. Silent in the middle third of growth: nowhere, in the head third, in the middle third, in the tail third.',
      rows: [
        {
          label: 'Never silent',
          bodies: SEEDS.map((noiseSeed, at) => ({ label: 'ABCDE'.charAt(at), founder: FOUNDER, noiseSeed })),
        },
        { label: 'Silent in the head third', bodies: silent(0) },
        { label: 'Silent in the middle third', bodies: silent(1) },
        { label: 'Silent in the tail third', bodies: silent(2) },
      ],
    },
  ],
  figures: [
    {
      says: 'Gene 2 silent in mid-growth, in standard deviations of twins. Head: height −2.1, size −1.8, shell +2.5. Middle: width −1.3, slenderness +1.7. Tail: height −1.3, slenderness −1.2.',
      how: 'Measured with the game’s own kernel: 16 bodies (noise seeds 1 to 16) against themselves unsilenced; only shifts above 1 are told. Not every gene shows it so clearly: this one was chosen because it does.',
    },
    {
      says: 'Over all genes of the species drawn, 23 % of a gene’s effect depends on where it acts and 75 % on when (chance: about 1 %).',
      how: 'The model card, “Same gene, other work” (four species for each of five seeds; the first figure lies between 13 and 33 %).',
    },
  ],
  yardsticks: [
    {
      says: 'In flies the protein Ubx turns what would be a second pair of wings into halteres, small balancers: it does so by acting on many genes of the wing at several levels.',
      source: 'weatherbee1998',
      sure: 'Classic and many times confirmed.',
    },
    {
      says: 'The same Ubx blocks particular bristles on the third leg, at different moments of their making; the effect depends on the other patterning genes there.',
      source: 'rozowski2002',
      sure: 'Shown in mutants and by switching Ubx on elsewhere; the authors call it highly dependent on context.',
    },
  ],
  limits: [
    'Silencing a gene in just a third of a body for a while is easy here and hard in life; there it is done with mutants and light- or heat-driven switches.',
    'The model has two diffusing products; bodies have hundreds of signals.',
    'That place matters less than time is a finding about this model. We know of no such number for animals.',
  ],
  onPaper: [
    'Hand out the plate with the row labels covered. Pupils sort the rows by what has changed, then learn where the gene was silent.',
    'Instead of the match, play “one word, three sentences”: find words whose meaning depends on the words around them.',
    'Then discussion, questions and ticket.',
  ],
};
