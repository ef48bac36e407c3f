/** The briefs in words, with the formulas that score.ts computes, as a reader writes them. English; the interface translates by kind. */
import type { BriefKind, TraitAim } from './brief.ts';

export interface BriefInfo {
  readonly kind: BriefKind;
  readonly name: string;
  readonly sentence: string;
  readonly formula: string;
  /** Only of a brief about one trait. */
  readonly aim?: TraitAim;
}

/**
 * Where half of all points lie. For a trait: about the spread within a species, so that a match's selection can get there. For
 * twins: the per cent of cells in which they agree; usual are 20. The others: about the spread between species.
 */
export const HALF = { colour: 60, size: 100, slenderness: 300, coat: 40, tissues: 300, twins: 25 } as const;

export const BRIEFS: Readonly<Record<BriefKind, BriefInfo>> = {
  prompt: {
    kind: 'prompt',
    name: 'The prompt',
    sentence: 'Breed what looks like this other species.',
    formula: `likeness in size, slenderness, colour, coat and tissues, each half ÷ (half + difference), where half = ${HALF.size} cells, ${HALF.slenderness} thousandths, ${HALF.colour} of 255, ${HALF.coat} of 255, ${HALF.tissues} per 1,000; points = 100 × the mean of the five, over your survivors`,
  },
  steadyTwins: {
    kind: 'steadyTwins',
    name: 'Steady twins',
    sentence: 'Breed a genome whose twins come out alike.',
    formula: `agree = 100 − how far apart your twins were, mean over the rounds; points = 100 × agree ÷ (agree + ${HALF.twins})`,
  },
  scatteredTwins: {
    kind: 'scatteredTwins',
    name: 'Scattered twins',
    sentence: 'Breed a genome whose twins come out unlike each other.',
    formula: `agree = 100 − how far apart your twins were, mean over the rounds; points = 100 × ${HALF.twins} ÷ (agree + ${HALF.twins})`,
  },
  rareMorph: {
    kind: 'rareMorph',
    name: 'Rare morph',
    sentence: 'Breed colours that live in no other habitat.',
    formula: `difference = mean of red, green and blue, between each survivor and the average survivor elsewhere; points = 100 × difference ÷ (difference + ${HALF.colour})`,
  },
  tallSlender: {
    kind: 'tallSlender',
    name: 'Tall and slender',
    sentence: 'Breed bodies that are taller for their width than the founder species.',
    formula:
      'gain = mean slenderness of your survivors − the founder’s; points = 100 × gain ÷ (gain + 200), none for a loss',
    aim: { trait: 'slenderness', direction: 1, half: 200 },
  },
  armoured: {
    kind: 'armoured',
    name: 'In armour',
    sentence: 'Breed more shell than the founder species has.',
    formula: 'gain = mean shell of your survivors − the founder’s; points = 100 × gain ÷ (gain + 130), none for a loss',
    aim: { trait: 'shell', direction: 1, half: 130 },
  },
  manyEyed: {
    kind: 'manyEyed',
    name: 'Many eyes',
    sentence: 'Breed more eyes than the founder species has.',
    formula:
      'gain = mean number of eyes of your survivors − the founder’s; points = 100 × gain ÷ (gain + 1), none for a loss',
    aim: { trait: 'eyes', direction: 1, half: 1 },
  },
  leafy: {
    kind: 'leafy',
    name: 'Leafy',
    sentence: 'Breed more leaf than the founder species has.',
    formula: 'gain = mean leaf of your survivors − the founder’s; points = 100 × gain ÷ (gain + 130), none for a loss',
    aim: { trait: 'leaf', direction: 1, half: 130 },
  },
  surviveUnknown: {
    kind: 'surviveUnknown',
    name: 'Survive the unknown',
    sentence: 'Breed what lives through the exam, whatever it brings.',
    formula: 'points = per cent of your creatures that lived through the exam; until then, through the latest season',
  },
};
