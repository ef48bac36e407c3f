/** A moment of a recording as it stands behind the # of an address: `g=12&h=3`. People count generations and habitats from 1. */

export interface MomentLink {
  /** Generation + fraction, counted from 0; null where none is named. */
  readonly position: number | null;
  /** Counted from 0; null for the whole world. */
  readonly habitat: number | null;
}

/** `hash`: with or without its #. What makes no sense is left out. */
export function readMoment(hash: string): MomentLink {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  const generation = Number(values.get('g'));
  const habitat = Number(values.get('h'));
  return {
    position: Number.isFinite(generation) && generation >= 1 ? generation - 1 : null,
    habitat: Number.isInteger(habitat) && habitat >= 1 ? habitat - 1 : null,
  };
}

/** A moment within a generation is told to a hundredth of it. */
export function writeMoment(position: number, habitat: number | null): string {
  const generation = Math.floor(position * 100 + 1e-6) / 100 + 1;
  return `#g=${Number(generation.toFixed(2))}${habitat === null ? '' : `&h=${habitat + 1}`}`;
}
