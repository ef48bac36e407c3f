/** The traits' names, in the order of a row of measurements. Formulas and units: traits.ts. Never reorder, only add. */
export const TRAITS = [
  'size',
  'height',
  'width',
  'slenderness',
  'surface',
  'symmetry',
  'segments',
  'appendages',
  'skin',
  'muscle',
  'shell',
  'fat',
  'leaf',
  'eyes',
  'fin',
  'red',
  'green',
  'blue',
  'luminance',
  'coatContrast',
  'coatScale',
  'cost',
] as const;
export type TraitName = (typeof TRAITS)[number];
/** Int32Array[TRAITS.length]; for several bodies, row after row. */
export type TraitRow = Int32Array;
