/** What lessons cite, once for all of them. */
export interface Source {
  readonly text: string;
  readonly url: string;
}

export const SOURCES = {
  mitchell2025: {
    text: 'Mitchell & Cheney (2025), The Genomic Code: the genome instantiates a generative model of the organism. Trends in Genetics',
    url: 'https://doi.org/10.1016/j.tig.2025.01.008',
  },
  vogt2008: {
    text: 'Vogt et al. (2008), Production of different phenotypes from the same genotype in the same environment by developmental variation. Journal of Experimental Biology 211, 510',
    url: 'https://doi.org/10.1242/jeb.008755',
  },
  laskowski2022: {
    text: 'Laskowski et al. (2022), The emergence and development of behavioral individuality in clonal fish. Nature Communications 13, 6419',
    url: 'https://doi.org/10.1038/s41467-022-34113-y',
  },
  shin2002: {
    text: 'Shin et al. (2002), A cat cloned by nuclear transplantation. Nature 415, 859',
    url: 'https://doi.org/10.1038/nature723',
  },
  bartley1997: {
    text: 'Bartley, Jones & Weinberger (1997), Genetic variability of human brain size and cortical gyral patterns. Brain 120, 257',
    url: 'https://doi.org/10.1093/brain/120.2.257',
  },
  polderman2015: {
    text: 'Polderman et al. (2015), Meta-analysis of the heritability of human traits based on fifty years of twin studies. Nature Genetics 47, 702',
    url: 'https://doi.org/10.1038/ng.3285',
  },
  visscher2008: {
    text: 'Visscher, Hill & Wray (2008), Heritability in the genomics era: concepts and misconceptions. Nature Reviews Genetics 9, 255',
    url: 'https://doi.org/10.1038/nrg2322',
  },
  falconer1996: {
    text: 'Falconer & Mackay (1996), Introduction to Quantitative Genetics, 4th edition',
    url: 'https://en.wikipedia.org/wiki/Falconer%27s_formula',
  },
  gehring1996: {
    text: 'Gehring (1996), The master control gene for morphogenesis and evolution of the eye. Genes to Cells 1, 11',
    url: 'https://pubmed.ncbi.nlm.nih.gov/9078363/',
  },
  callaerts2001: {
    text: 'Callaerts et al. (2001), Drosophila Pax-6/eyeless is essential for normal adult brain structure and function. Journal of Neurobiology 46, 73',
    url: 'https://pubmed.ncbi.nlm.nih.gov/11153010/',
  },
  abouzeid2009: {
    text: 'Abouzeid et al. (2009), PAX6 aniridia and interhemispheric brain anomalies. Molecular Vision 15, 2074',
    url: 'http://www.molvis.org/molvis/v15/a223',
  },
  kamberov2013: {
    text: 'Kamberov et al. (2013), Modeling recent human evolution in mice by expression of a selected EDAR variant. Cell 152, 691',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3575602',
  },
  rozowski2002: {
    text: 'Rozowski & Akam (2002), Hox gene control of segment-specific bristle patterns in Drosophila. Genes & Development',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC186253',
  },
  weatherbee1998: {
    text: 'Weatherbee et al. (1998), Ultrabithorax regulates genes at several levels of the wing-patterning hierarchy. Genes & Development',
    url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC316835',
  },
  grant2002: {
    text: 'Grant & Grant (2002), Unpredictable evolution in a 30-year study of Darwin’s finches. Science 296, 707',
    url: 'https://doi.org/10.1126/science.1070315',
  },
  kouvaris2017: {
    text: 'Kouvaris et al. (2017), How evolution learns to generalise. PLOS Computational Biology 13, e1005358',
    url: 'https://doi.org/10.1371/journal.pcbi.1005358',
  },
  watson2016: {
    text: 'Watson & Szathmáry (2016), How can evolution learn? Trends in Ecology & Evolution 31, 147',
    url: 'https://doi.org/10.1016/j.tree.2015.11.009',
  },
  gremer2014: {
    text: 'Gremer & Venable (2014), Bet hedging in desert winter annual plants. Ecology Letters 17, 380',
    url: 'https://doi.org/10.1111/ele.12241',
  },
  balaban2004: {
    text: 'Balaban et al. (2004), Bacterial persistence as a phenotypic switch. Science 305, 1622',
    url: 'https://doi.org/10.1126/science.1099390',
  },
  kaneko2008: {
    text: 'Kaneko (2008), Shaping robust system through evolution. arXiv 0807.1367',
    url: 'https://arxiv.org/abs/0807.1367',
  },
  scowcroft1971: {
    text: 'Scowcroft & Latter (1971), Decanalization of scutellar bristle number in Drosophila. Genetical Research',
    url: 'https://www.cambridge.org/core/journals/genetics-research/article/decanalization-of-scutellar-bristle-number-in-drosophila/8426A0C56FF0CDFD46E4788F353C2123',
  },
  gregory2009: {
    text: 'Gregory (2009), Understanding natural selection: essential concepts and common misconceptions. Evolution: Education and Outreach 2, 156',
    url: 'https://doi.org/10.1007/s12052-009-0128-1',
  },
  shaw2008: {
    text: 'Shaw et al. (2008), Essay contest reveals misconceptions of high school students in genetics content. Genetics 178, 1157',
    url: 'https://doi.org/10.1534/genetics.107.084194',
  },
  jamieson2017: {
    text: 'Jamieson & Radick (2017), Genetic determinism in the genetics curriculum. Science & Education 26, 1261',
    url: 'https://doi.org/10.1007/s11191-017-9900-8',
  },
  barrett2019: {
    text: 'Barrett et al. (2019), Linking a mutation to survival in wild mice. Science 363, 499',
    url: 'https://doi.org/10.1126/science.aav3824',
  },
  sciencelearn: {
    text: 'Science Learning Hub, Alternative conceptions about genetics',
    url: 'https://www.sciencelearn.org.nz/resources/216-alternative-conceptions-about-genetics',
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
export const sourceOf = (id: SourceId): Source => SOURCES[id];
