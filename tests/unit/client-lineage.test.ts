import { describe, expect, test } from 'vitest';
import { familyOf, neighbourOf } from '../../client/session/family.ts';
import { genomeOf } from '../../client/session/history.ts';
import { differences, inheritanceOf, Origin } from '../../client/session/inheritance.ts';
import { lastTwins } from '../../client/session/last-twins.ts';
import { surveyLines } from '../../client/session/matrilines.ts';
import { ancestorsOf, childrenOf, descendantsOf, type Relative } from '../../client/session/pedigree.ts';
import { LOCI, locusRange, mutate, recombine } from '../../shared/sim/genome.ts';
import { FOUNDER_PARENT } from '../../shared/sim/world/world.ts';
import { rememberTiny } from '../support/remembered.ts';

const flat = (relative: Relative): Relative[] => [relative, ...relative.parents.flatMap(flat)];

describe('descent', () => {
  test('of a creature leads over its real parents to the founder’s children', async () => {
    const { history, generations } = await rememberTiny();
    const last = generations.length - 1;
    const all = flat(ancestorsOf(history, last, 0, 99));
    for (const { generation, index, parents, ends } of all) {
      const creature = generations[generation]?.world.creatures[index];
      if (ends === 'founder') expect(creature?.mother).toBe(FOUNDER_PARENT);
      else {
        const known = new Set([creature?.mother, creature?.father]);
        expect(new Set(parents.map((parent) => parent.index))).toEqual(known);
        expect(parents.every((parent) => parent.generation === generation - 1)).toBe(true);
      }
    }
    expect(all.some(({ ends }) => ends === 'founder')).toBe(true);
  });

  test('ends where it was told to, and where the page had not come yet', async () => {
    const { history, generations } = await rememberTiny(1, 5);
    const last = generations.length - 1;
    const short = flat(ancestorsOf(history, last, 0, 1));
    expect(Math.min(...short.map(({ generation }) => generation))).toBe(last - 1);
    const deep = flat(ancestorsOf(history, last, 0, 99)).filter(({ generation }) => generation === 2);
    expect(deep.every(({ ends }) => ends === 'unknown' || ends === 'founder')).toBe(true);
  });

  test('children and descendants are those who name it, through mothers and fathers', async () => {
    const { history, generations } = await rememberTiny();
    const second = generations[2]?.world.creatures ?? [];
    const index = second[0]?.mother ?? 0;
    const named = second.flatMap(({ mother, father }, at) => (mother === index || father === index ? [at] : []));
    expect(childrenOf(history, 1, index)).toEqual(named);
    expect(descendantsOf(history, 1, index, 2)).toEqual(named);
    const further = new Set(descendantsOf(history, 1, index, 4));
    generations[4]?.world.creatures.forEach((_, at) => {
      const back = flat(ancestorsOf(history, 4, at, 3)).some((each) => each.generation === 1 && each.index === index);
      expect(further.has(at)).toBe(back);
    });
  });
});

describe('lines of mothers', () => {
  test('divide a habitat’s newborn, each by its own first mother', async () => {
    const { history, generations } = await rememberTiny();
    const last = generations.length - 1;
    const { living, ever, alive } = surveyLines(history.records(), 1, last);
    const born = generations.map(({ world }) => world.creatures.filter(({ habitat }) => habitat === 1).length);
    expect(living.reduce((sum, { counts }) => sum + (counts.at(-1) ?? 0), 0)).toBe(born.at(-1));
    expect(alive.at(-1)).toBe(living.length);
    expect(ever).toBeGreaterThanOrEqual(living.length);
    for (const line of living) {
      let [generation, index] = [last, line.heir];
      for (;;) {
        const mother = generations[generation]?.world.creatures[index]?.mother ?? FOUNDER_PARENT;
        if (mother === FOUNDER_PARENT) break;
        [generation, index] = [generation - 1, mother];
      }
      expect({ generation, index }).toEqual({ generation: line.generation, index: line.index });
    }
  });

  test('begin anew for a late comer with the first whom it saw', async () => {
    const { history, generations } = await rememberTiny(1, 5);
    const { generations: known, living } = surveyLines(history.records(), 0, generations.length - 1);
    expect(known[0]).toBe(2);
    expect(living.every(({ generation }) => generation >= 2)).toBe(true);
  });
});

describe('a family as it is drawn', () => {
  test('has one tie from each to each parent, all within the picture, and keys lead along them', async () => {
    const { history, generations } = await rememberTiny();
    const last = generations.length - 1;
    const family = familyOf(history, last - 1, 0, 3, 4);
    const ids = new Set(family.members.map(({ id }) => id));
    expect(ids.size).toBe(family.members.length);
    expect(family.ties.every(([child, parent]) => ids.has(child) && ids.has(parent))).toBe(true);
    expect(family.members.every(({ x }) => x >= 0 && x <= 1)).toBe(true);
    const up = neighbourOf(family, 'self', 'ArrowUp');
    expect(family.members.find(({ id }) => id === up)?.level).toBe(1);
    expect(family.members.find(({ id }) => id === neighbourOf(family, up, 'ArrowDown'))?.level).toBe(0);
    expect(neighbourOf(family, 'self', 'Home')).toBe('self');
  });

  test('sets a twin beside its twin, under the same parents', async () => {
    const { history, generations } = await rememberTiny();
    const opening = generations.length - 1;
    const pair = lastTwins(history, 0, opening);
    expect(pair).not.toBeNull();
    expect(pair?.pair[0].of.genome).toEqual(pair?.pair[1].of.genome);
    const family = familyOf(history, pair?.generation ?? 0, 0, 2, 4);
    expect(family.members.filter(({ level }) => level === 0).map(({ role }) => role)).toEqual(['self', 'twin']);
    const parents = (id: string): string[] => family.ties.flatMap(([child, parent]) => (child === id ? [parent] : []));
    expect(parents('twin')).toEqual(parents('self'));
  });
});

describe('what in a genome came from whom', () => {
  test('is told locus by locus, and every mutation that neither parent has is found', async () => {
    const { history } = await rememberTiny();
    const record = history.at(0);
    const [mother, father] = [0, 5].map((index) => record && genomeOf(record, index));
    if (!mother || !father) throw new Error('There are no parents.');
    const pure = recombine(mother, father, 77);
    const { origins, mutated, loci } = inheritanceOf(pure, mother, father);
    expect(mutated).toEqual([]);
    expect(loci.mother + loci.father + loci.either).toBe(LOCI);
    expect(Math.min(loci.mother, loci.father)).toBeGreaterThan(0);
    for (let locus = 0; locus < LOCI; locus++) {
      const [start, end] = locusRange(locus);
      const parent = origins[start] === Origin.father ? father : mother;
      expect(pure.subarray(start, end)).toEqual(parent.subarray(start, end));
    }
    const child = mutate(pure.slice(), 78);
    const changed = differences(child, pure).filter((at) => child[at] !== mother[at] && child[at] !== father[at]);
    expect(changed.length).toBeGreaterThan(0);
    expect(inheritanceOf(child, mother, father).mutated).toEqual(changed);
  });
});
