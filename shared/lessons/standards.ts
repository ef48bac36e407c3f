/**
 * Performance expectations of the Next Generation Science Standards (NGSS Lead States, 2013) in their own words, compared with
 * nextgenscience.org and with the standards' lists of two states. "Next Generation Science Standards" is a mark of its owner, who
 * has no part in this game and does not endorse it. No standard requires any of these lessons.
 */
export interface Standard {
  readonly wording: string;
  /** What its assessment leaves out, where the standard says so. */
  readonly boundary?: string;
  readonly url: string;
}

const PAGES = 'https://www.nextgenscience.org/pe/';

export const STANDARDS = {
  'HS-LS1-4': {
    wording:
      'Use a model to illustrate the role of cellular division (mitosis) and differentiation in producing and maintaining complex organisms.',
    boundary:
      'Assessment does not include specific gene control mechanisms or rote memorization of the steps of mitosis.',
    url: `${PAGES}hs-ls1-4-molecules-organisms-structures-and-processes`,
  },
  'HS-LS3-3': {
    wording:
      'Apply concepts of statistics and probability to explain the variation and distribution of expressed traits in a population.',
    boundary: 'Assessment does not include Hardy-Weinberg calculations.',
    url: `${PAGES}hs-ls3-3-heredity-inheritance-and-variation-traits`,
  },
  'HS-LS4-2': {
    wording:
      'Construct an explanation based on evidence that the process of evolution primarily results from four factors: (1) the potential for a species to increase in number, (2) the heritable genetic variation of individuals in a species due to mutation and sexual reproduction, (3) competition for limited resources, and (4) the proliferation of those organisms that are better able to survive and reproduce in the environment.',
    boundary:
      'Assessment does not include other mechanisms of evolution, such as genetic drift, gene flow through migration, and co-evolution.',
    url: `${PAGES}hs-ls4-2-biological-evolution-unity-and-diversity`,
  },
  'HS-LS4-3': {
    wording:
      'Apply concepts of statistics and probability to support explanations that organisms with an advantageous heritable trait tend to increase in proportion to organisms lacking this trait.',
    url: `${PAGES}hs-ls4-3-biological-evolution-unity-and-diversity`,
  },
  'HS-LS4-4': {
    wording: 'Construct an explanation based on evidence for how natural selection leads to adaptation of populations.',
    url: `${PAGES}hs-ls4-4-biological-evolution-unity-and-diversity`,
  },
  'HS-LS4-5': {
    wording:
      'Evaluate the evidence supporting claims that changes in environmental conditions may result in (1) increases in the number of individuals of some species, (2) the emergence of new species over time, and (3) the extinction of other species.',
    url: `${PAGES}hs-ls4-5-biological-evolution-unity-and-diversity`,
  },
  'MS-LS1-5': {
    wording:
      'Construct a scientific explanation based on evidence for how environmental and genetic factors influence the growth of organisms.',
    boundary: 'Assessment does not include genetic mechanisms, gene regulation, or biochemical processes.',
    url: `${PAGES}ms-ls1-5-molecules-organisms-structures-and-processes`,
  },
  'MS-LS4-4': {
    wording:
      'Construct an explanation based on evidence that describes how genetic variations of traits in a population increase some individuals’ probability of surviving and reproducing in a specific environment.',
    url: `${PAGES}ms-ls4-4-biological-evolution-unity-and-diversity`,
  },
  'MS-LS4-6': {
    wording:
      'Use mathematical representations to support explanations of how natural selection may lead to increases and decreases of specific traits in populations over time.',
    boundary: 'Assessment does not include Hardy Weinberg calculations.',
    url: `${PAGES}ms-ls4-6-biological-evolution-unity-and-diversity`,
  },
} as const satisfies Record<string, Standard>;

export type StandardCode = keyof typeof STANDARDS;
export const standardOf = (code: StandardCode): Standard => STANDARDS[code];
