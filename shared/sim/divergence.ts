/** How far apart two bodies are, cell by cell. */
import { type Body, BodyField, bodyField, SITES } from './embryo/body.ts';

/** Two cells of one tissue look different when their channels differ by this much in sum (of 765): a plain change of tone. */
const TONE_APART = 90;

/** How many of a body's sites hold a cell. */
export function cellCount(body: Body): number {
  const tissue = bodyField(body, BodyField.tissue);
  let cells = 0;
  for (let site = 0; site < SITES; site++) if (tissue[site]) cells++;
  return cells;
}

/** What a site of a comparison says. */
export const Compared = { empty: 0, same: 1, apart: 2 } as const;

/**
 * Uint8Array[1,024], site by site: no cell in either body; cells of one tissue and tone; or a difference, which is a cell where
 * the other has none, another tissue, or a plainly different colour (coat included).
 */
export function compare(first: Body, second: Body): Uint8Array<ArrayBuffer> {
  const sites = new Uint8Array(SITES);
  for (let site = 0; site < SITES; site++) {
    const mine = first[site] ?? 0;
    const other = second[site] ?? 0;
    if (!mine && !other) continue;
    const apart = mine !== other || toneDistance(first, second, site) >= TONE_APART;
    sites[site] = apart ? Compared.apart : Compared.same;
  }
  return sites;
}

/** The share of cells that differ, 0 to 1: of all sites where either body has a cell, those that a comparison calls apart. */
export function divergence(first: Body, second: Body): number {
  return shareApart(countApart(compare(first, second)));
}

/** Of a comparison: sites where either body has a cell, and those among them that are apart. */
export function countApart(sites: Uint8Array): { either: number; apart: number } {
  let either = 0;
  let apart = 0;
  for (const site of sites) {
    if (site !== Compared.empty) either++;
    if (site === Compared.apart) apart++;
  }
  return { either, apart };
}

export const shareApart = ({ either, apart }: { either: number; apart: number }): number =>
  either === 0 ? 0 : apart / either;

function toneDistance(first: Body, second: Body, site: number): number {
  let sum = 0;
  for (let field = BodyField.red; field <= BodyField.coat; field++) {
    const at = field * SITES + site;
    sum += Math.abs((first[at] ?? 0) - (second[at] ?? 0));
  }
  return sum;
}
