import { describe, expect, it } from 'vitest';
import { BODY_BYTES, type Body, LATTICE, SITES, Tissue } from '../../shared/sim/embryo/body.ts';
import { TRAITS } from '../../shared/sim/trait-names.ts';
import { measure, measureInto, readTraits, TRAIT_INFO, type Traits } from '../../shared/sim/traits.ts';

type Paint = (body: Body, site: number) => void;
const skin: Paint = (body, site) => {
  body[site] = Tissue.skin;
};

/** A body with cells in the rectangle [left, right) × [top, bottom). */
function rectangle(
  left: number,
  top: number,
  right: number,
  bottom: number,
  paint: Paint = skin,
  body: Body = new Uint8Array(BODY_BYTES),
): Body {
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) paint(body, y * LATTICE + x);
  return body;
}
const traitsOf = (body: Body): Traits => readTraits(measure(body));

describe('traits', () => {
  it('of no body at all are zero', () => {
    expect(measure(new Uint8Array(BODY_BYTES)).every((value) => value === 0)).toBe(true);
  });

  it('measure extent: size, height, width and slenderness, wherever the body lies', () => {
    for (const [left, top] of [
      [0, 0],
      [24, 16],
      [9, 5],
    ] as const) {
      const traits = traitsOf(rectangle(left, top, left + 8, top + 16));
      expect(traits).toMatchObject({ size: 128, height: 16, width: 8, slenderness: 1000 });
    }
    expect(traitsOf(rectangle(0, 0, LATTICE, LATTICE))).toMatchObject({
      size: SITES,
      height: 32,
      width: 32,
      slenderness: 0,
    });
  });

  it('measure surface as exposed sides: 48 of 512 around 16 by 8 cells, all four of a single cell', () => {
    expect(traitsOf(rectangle(4, 4, 20, 12)).surface).toBe(Math.floor((1000 * 48) / (4 * 128)));
    expect(traitsOf(rectangle(4, 4, 5, 5)).surface).toBe(1000);
    expect(traitsOf(rectangle(0, 0, LATTICE, LATTICE)).surface).toBe(Math.floor((1000 * 128) / (4 * SITES)));
  });

  it('call a body symmetrical about its own middle, by outline and by tissue', () => {
    const whole = rectangle(3, 3, 13, 13);
    expect(traitsOf(whole).symmetry).toBe(1000);
    const halves = rectangle(
      8,
      3,
      13,
      13,
      (body, site) => {
        body[site] = Tissue.fin;
      },
      whole.slice(),
    );
    expect(traitsOf(halves).symmetry).toBeLessThan(700);
    const lopsided = rectangle(13, 3, 23, 5, skin, whole.slice());
    expect(traitsOf(lopsided).symmetry).toBeLessThan(1000);
    expect(traitsOf(lopsided).symmetry).toBeGreaterThan(500);
  });

  it('count segments by waists of the outline and by bands of tissue', () => {
    const bead = (top: number, body?: Body): Body => rectangle(8, top, 24, top + 5, skin, body);
    expect(traitsOf(bead(2)).segments).toBe(1);
    const beads = [8, 14, 20].reduce((body, top) => rectangle(14, top - 1, 18, top, skin, bead(top, body)), bead(2));
    expect(traitsOf(beads).segments).toBe(4);
    const bands = rectangle(8, 4, 24, 28, (body, site) => {
      body[site] = (site >>> 5) % 8 < 4 ? Tissue.muscle : Tissue.shell;
    });
    expect(traitsOf(bands).segments).toBe(6);
  });

  it('measure appendages by how far they reach out of the trunk', () => {
    const trunk = rectangle(4, 10, 14, 20);
    expect(traitsOf(trunk).appendages).toBe(0);
    expect(traitsOf(rectangle(14, 14, 21, 16, skin, trunk.slice())).appendages).toBe(7);
    expect(traitsOf(rectangle(14, 14, 28, 16, skin, trunk.slice())).appendages).toBe(14);
  });

  it('count tissues in 1,000ths, eyes as patches of two cells or more, and what all of it costs', () => {
    const body = rectangle(0, 0, 10, 10, (to, site) => {
      to[site] = site >>> 5 < 4 ? Tissue.muscle : Tissue.fat;
    });
    for (const site of [2, 3, 6 * LATTICE + 1, 6 * LATTICE + 2, 9 * LATTICE + 9]) body[site] = Tissue.eye;
    expect(traitsOf(body)).toMatchObject({ muscle: 380, fat: 570, skin: 0, eyes: 2, cost: 38 * 6 + 57 + 5 * 12 });
  });

  it('read colours under the coat, and luminance with it', () => {
    const paint = (coat: (site: number) => number): Body =>
      rectangle(4, 4, 20, 20, (body, site) => {
        body[site] = Tissue.skin;
        body[SITES + site] = 200;
        body[2 * SITES + site] = 100;
        body[3 * SITES + site] = 50;
        body[4 * SITES + site] = coat(site);
      });
    const plain = traitsOf(paint(() => 0));
    const striped = traitsOf(paint((site) => (site % 4 < 2 ? 200 : 0)));
    expect(plain).toMatchObject({ red: 200, green: 100, blue: 50, coatContrast: 0 });
    expect(striped).toMatchObject({ red: 200, green: 100, blue: 50, coatContrast: 100 });
    expect(plain.luminance).toBe((77 * 200 + 150 * 100 + 29 * 50) >>> 8);
    expect(striped.luminance).toBeLessThan(plain.luminance);
    expect(striped.coatScale).toBeLessThan(plain.coatScale);
    const broad = traitsOf(paint((site) => (site % 8 < 4 ? 200 : 0)));
    expect(broad.coatScale).toBeGreaterThan(striped.coatScale);
  });

  it('lie in the ranges that are told, and one row does not touch the next', () => {
    const rows = new Int32Array(3 * TRAITS.length).fill(-7);
    measureInto(rectangle(0, 5, 32, 7), rows, TRAITS.length);
    expect(rows.subarray(0, TRAITS.length).every((value) => value === -7)).toBe(true);
    expect(rows.subarray(2 * TRAITS.length).every((value) => value === -7)).toBe(true);
    const traits = readTraits(rows, 1);
    for (const name of TRAITS) {
      expect(traits[name]).toBeGreaterThanOrEqual(TRAIT_INFO[name].low);
      expect(traits[name]).toBeLessThanOrEqual(TRAIT_INFO[name].high);
    }
  });
});
