/**
 * The numbers of development, each with the reason for its value. Both the reference and the kernel are built from this one
 * file (it keeps to what TypeScript and AssemblyScript share). To change one is to make another kernel: see MODEL.md.
 *
 * Fixed point: expression and inputs are q14 (16384 is 1.0); drive, drift and noise are q15 (32767 is 1.0), saturating.
 */

export const STEPS = 44;

/** A body of this many cells divides no more: it keeps the slowest embryo within four times the median. */
export const CELLS_MAX = 576;

/** The outermost ring of sites stays empty, so that every cell has eight neighbour sites. */
export const MARGIN = 1;

/** Affinities below this (of a signature dot product of up to 96,774) bind nothing: networks of life are sparse. */
export const AFFINITY_FLOOR = 7000;
/** What is above the floor counts a quarter; 4095 is the strongest, so that no sum leaves 32 bits. */
export const AFFINITY_SHIFT = 2;
export const AFFINITY_MAX = 4095;
/** Weight × expression, summed in q26, comes back to q15. */
export const DRIVE_SHIFT = 11;

/** A basal level of -128 to 127 is a drive of about -0.75 to 0.75. */
export const BASAL_SCALE = 150;
/** Every gene rests a little off, so that silence is the rule (q15). */
export const REST = -2500;
/** What regulates is how far a product's level is from this, its level at rest (q14): silence says something too. */
export const REST_LEVEL = 7000;

/** A rate byte of 0 to 255 is 1/16 to 3/8 of the way to the target, a step (q15). */
export const RATE_LEAST = 2048;
export const RATE_SCALE = 40;

/** Noise at 100 per cent, q15: of each gene at each step; what a daughter adds to her mother's drift; of early daughters. */
export const NOISE_STEP = 4200;
export const NOISE_DRIFT = 2400;
export const NOISE_DRIFT_EARLY = 6800;
/** Daughters born before this step are founders of large clones. */
export const EARLY_STEPS = 12;
/** Reading errors of head-to-tail and midline, q14: of the whole embryo, and what a daughter adds to her mother's. */
export const NOISE_AXIS = 1500;
export const NOISE_READING = 460;
/** Error of the clock's phase, whole embryo, in 256ths of a turn. */
export const NOISE_CLOCK = 17;
/** Error of the whole embryo's vigour, added to its growth everywhere, q14. */
export const NOISE_VIGOUR = 500;

/** Temperature and nutrition of -100 to 100 become inputs of about -1 to 1 (q14). */
export const CONDITION_SCALE = 163;
/** Food helps growth whatever the genes say, a little (q14 a unit). */
export const NUTRITION_GROWTH = 8;

/** The wave of freezing starts at the head at this step (16ths) and takes FRONT_LEAST to FRONT_LEAST + FRONT_RANGE 16ths a row. */
export const FRONT_START = 96;
export const FRONT_LEAST = 6;
export const FRONT_RANGE = 12;
/** The clock turns by CLOCK_LEAST to CLOCK_LEAST + CLOCK_RANGE 256ths a step. */
export const CLOCK_LEAST = 12;
export const CLOCK_RANGE = 60;

/**
 * What a cell does is the work of complexes, never of one gene: the complex of task k is made of the products of genes k, k + 1,
 * k + 2, k + 4, k + 7 and k + 11 (mod 16), in equal parts. So each task hangs on six genes, and each gene takes part in three to
 * six tasks. The steps are chosen so that any two tasks share two parts, or three: no two go hand in hand.
 */
export const PART_B = 1;
export const PART_C = 2;
export const PART_D = 4;
export const PART_E = 7;
export const PART_F = 11;
/** A sixth, in 65,536ths. */
export const SIXTH = 10923;

/** Growth expression above this counts towards the next division (q14); this much makes a cell ripe. */
export const GROWTH_FLOOR = 3600;
export const RIPE = 20000;
/** A daughter's head start, noise, at 100 per cent. */
export const NOISE_RIPE = 14000;

/** Weights in the choice of a site for a daughter: fixed unevenness, noise at 100 per cent, polarity, company. */
export const SITE_GRAIN = 5000;
export const NOISE_SITE = 5000;
export const SITE_POLARITY = 2;
export const SITE_COMPANY = 700;
export const SITE_DIAGONAL = 3500;

/** Death expression above this kills a cell (q14), from this step on. */
export const DEATH_LEVEL = 11000;
export const DEATH_STEP = 14;

/** A fate's complex, over a cell (four times) and its neighbours: below this (48 × q14) a cell stays skin. */
export const FATE_LEVEL = 345000;
/** Eyes are rare: their complex must be stronger than others' by this much (48 × q14). */
export const EYE_HANDICAP = 80000;
/** A pigment's complex, likewise: dark up to here (48 × q14), and a step of colour more for each COLOUR_STEP. */
export const COLOUR_DARK = 236000;
export const COLOUR_SHIFT = 10;

/** Coat: rounds of the reaction; the activator's gain and the inhibitor's check on it, q15. */
export const COAT_STEPS = 40;
export const COAT_GAIN = 14000;
export const COAT_CHECK = 24000;
/** Feed a step of the kind gene away from its middle, q14. */
export const COAT_FEED = 26;
export const COAT_FEED_SHIFT = 3;
/** The inhibitor follows by this share a round (q15), less for larger scales; the activator spreads more. */
export const COAT_FOLLOW_LEAST = 5500;
export const COAT_FOLLOW_RANGE = 32;
export const COAT_SPREAD_LEAST = 6000;
export const COAT_SPREAD_RANGE = 34;
/** How far the direction gene tips the spread towards lengthwise or crosswise, q15 a step. */
export const COAT_LEAN = 70;
