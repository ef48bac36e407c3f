import { describe, expect, test } from 'vitest';
import { mothersIn } from '../../client/session/following.ts';
import { lineOf, nodeBeside, treeOfHabitat, treeOfWorld } from '../../client/session/whole-tree.ts';
import { NOTHING_SOUGHT, readSearch, searchQuery } from '../../client/ui/library/search.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { playTiny, tinySettings } from '../support/tiny-match.ts';

async function recorded() {
  const settings = tinySettings({ habitats: 3, rounds: 3, generationsPerRound: 2, population: 12, migration: 100 });
  return openTimeline((await playTiny(2, { settings })).recording);
}

describe('the family tree of a whole match', () => {
  test('has everyone who was born in a habitat once, and no tie crosses another', async () => {
    const { frames, generations, worldAt } = await recorded();
    const { nodes, columns } = treeOfHabitat(frames, 1, generations);
    expect(columns).toBe(generations);
    for (let generation = 0; generation < generations; generation++) {
      const here = worldAt(2 * generation + 1).creatures.flatMap(({ habitat }, index) =>
        habitat === 1 ? [index] : [],
      );
      const column = nodes.filter((node) => node.generation === generation);
      expect(column.map(({ index }) => index).sort((a, b) => a - b)).toEqual(here);
      const rows = column.flatMap(({ mother }) => (mother >= 0 ? [nodes[mother]?.row ?? -1] : []));
      expect(rows).toEqual([...rows].sort((a, b) => a - b));
    }
    for (const { generation, index, mother } of nodes) {
      if (mother >= 0) expect(nodes[mother]?.index).toBe(mothersIn(frames, generation)[index]);
    }
  });

  test('of the world leads from one heir of each habitat back to the beginning', async () => {
    const { frames, generations, worldAt } = await recorded();
    const { nodes } = treeOfWorld(frames, 3, generations);
    const last = worldAt(2 * generations - 1);
    const heirs = nodes.filter(({ generation }) => generation === generations - 1);
    const homes = heirs.map(({ index }) => last.creatures[index]?.habitat ?? -1).sort((a, b) => a - b);
    expect(homes).toEqual([...new Set(last.creatures.map(({ habitat }) => habitat))].sort((a, b) => a - b));
    const mothers = new Set(nodes.map(({ mother }) => mother));
    nodes.forEach((node, at) => {
      if (node.generation < generations - 1) expect(mothers.has(at)).toBe(true);
    });
  });

  test('is walked by arrows: to the mother, to the first daughter, to neighbours, and nowhere beyond the rim', async () => {
    const { frames, generations } = await recorded();
    const tree = treeOfHabitat(frames, 0, generations);
    const child = tree.nodes.findIndex(({ mother }) => mother >= 0);
    const mother = nodeBeside(tree, child, 'ArrowLeft');
    expect(mother).toBe(tree.nodes[child]?.mother);
    expect(tree.nodes[nodeBeside(tree, mother, 'ArrowRight')]?.mother).toBe(mother);
    expect(nodeBeside(tree, 0, 'ArrowUp')).toBe(0);
    expect(nodeBeside(tree, nodeBeside(tree, 0, 'ArrowDown'), 'ArrowUp')).toBe(0);
    const line = lineOf(tree, child);
    expect(line.has(mother) && line.has(child)).toBe(true);
  });
});

describe('a search of the library', () => {
  test('stands in the address and is read from it again', () => {
    const search = { ...NOTHING_SOUGHT, event: 'disaster', from: '2026-03-31', code: 'ACD347', mine: true } as const;
    expect(readSearch(`?${searchQuery(search)}`)).toEqual(search);
    expect(searchQuery(NOTHING_SOUGHT)).toBe('');
  });

  test('leaves out what makes no sense', () => {
    expect(readSearch('?founder=nobody&event=party&kind=film&from=yesterday&to=2026-3-1')).toEqual(NOTHING_SOUGHT);
  });
});
