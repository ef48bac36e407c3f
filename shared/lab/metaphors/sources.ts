/** What is cited about metaphors of the genome. */
export const SOURCES = {
  mitchell2025: {
    text: 'Mitchell & Cheney (2025), The Genomic Code: the genome instantiates a generative model of the organism. Trends in Genetics',
    url: 'https://doi.org/10.1016/j.tig.2025.01.008',
  },
  pigliucci2011: {
    text: 'Pigliucci & Boudry (2011), Why machine-information metaphors are bad for science and science education. Science & Education 20, 453',
    url: 'https://doi.org/10.1007/s11191-010-9267-6',
  },
  nijhout1990: {
    text: 'Nijhout (1990), Metaphors and the role of genes in development. BioEssays 12, 441',
    url: 'https://doi.org/10.1002/bies.950120908',
  },
} as const;
