/** The test of the test: each rule is broken once, in files that exist only here, and the check must say so. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from './check.ts';
import { BANS, BOUNDARIES, KEPT_PACKAGES } from './rules.ts';

/** Files that anything may be imported from in the tests below; each imports nothing itself. */
const STANDING = [
  'shared/sim/rng.ts',
  'shared/paint/paint.ts',
  'shared/protocol/messages.ts',
  'shared/replay/recording.ts',
  'client/main.tsx',
  'client/net/connect.ts',
  'client/scenes/world.ts',
  'server/main.ts',
  'tests/support/server.ts',
];

function breaches(path: string, source: string, others: Readonly<Record<string, string>> = {}): string[] {
  const files = new Map(STANDING.map((name) => [name, 'export const value = 1;']));
  for (const [name, text] of Object.entries(others)) files.set(name, text);
  files.set(path, source);
  return checkFiles(files);
}

const up = (path: string): string => '../'.repeat(path.split('/').length - 1);

describe('imports between folders', () => {
  const cases: readonly (readonly [from: string, to: string, allowed: boolean])[] = [
    ['shared/sim/a.ts', 'shared/sim/rng.ts', true],
    ['shared/sim/a.ts', 'shared/protocol/messages.ts', false],
    ['shared/sim/a.ts', 'shared/paint/paint.ts', false],
    ['shared/paint/a.ts', 'shared/sim/rng.ts', true],
    ['shared/paint/a.ts', 'shared/protocol/messages.ts', false],
    ['shared/protocol/a.ts', 'shared/sim/rng.ts', true],
    ['shared/protocol/a.ts', 'shared/replay/recording.ts', false],
    ['shared/replay/a.ts', 'shared/protocol/messages.ts', true],
    ['shared/replay/a.ts', 'shared/paint/paint.ts', false],
    ['shared/sim/a.ts', 'client/main.tsx', false],
    ['shared/sim/a.ts', 'server/main.ts', false],
    ['server/a.ts', 'shared/replay/recording.ts', true],
    ['server/a.ts', 'client/main.tsx', false],
    ['client/a.ts', 'shared/sim/rng.ts', true],
    ['client/a.ts', 'server/main.ts', false],
    ['client/a.ts', 'tests/support/server.ts', false],
    ['server/a.ts', 'tests/support/server.ts', false],
    ['shared/sim/a.ts', 'tests/support/server.ts', false],
    ['tests/unit/a.test.ts', 'client/main.tsx', true],
  ];

  it.each(cases)('%s → %s: %s', (from, to, allowed) => {
    const target = `${up(from)}${to}`;
    const ways = [
      `import { value } from '${target}';`,
      `import '${target}';`,
      `export const more = 1;\nexport { value } from '${target}';`,
      `export const more = 1;\nexport * from '${target}';`,
      `export const load = () => import('${target}');`,
      `export const worker = () => new Worker(new URL('${target}', import.meta.url));`,
    ];
    for (const source of ways) {
      const found = breaches(from, source);
      expect(found, source).toHaveLength(allowed ? 0 : 1);
      if (!allowed) expect(found[0]).toContain(`of ${to}`);
    }
  });

  it('lets the client have types of the server, and nothing else of it', () => {
    const file = 'client/net/a.ts';
    expect(breaches(file, `import type { Room } from '../../server/main.ts';`)).toEqual([]);
    expect(breaches(file, `export type Room = import('../../server/main.ts').Room;`)).toEqual([]);
    // Only the type is named, yet the module would still be loaded.
    expect(breaches(file, `import { type Room } from '../../server/main.ts';`)).toHaveLength(1);
    expect(breaches('shared/sim/a.ts', `import type { Room } from '../../server/main.ts';`)).toHaveLength(1);
    expect(breaches('server/a.ts', `import type { Page } from '../client/main.tsx';`)).toHaveLength(1);
  });

  it('wants imports to lead somewhere', () => {
    expect(breaches('server/a.ts', `import { value } from './nowhere.ts';`)).toEqual([
      'server/a.ts:1: imports ./nowhere.ts, which does not exist',
    ]);
  });
});

describe('packages', () => {
  const cases: readonly (readonly [from: string, name: string, allowed: boolean])[] = [
    ['client/scenes/a.ts', 'phaser', true],
    ['client/ui/a.tsx', 'phaser', false],
    ['server/a.ts', 'phaser', false],
    ['tests/unit/a.test.ts', 'phaser', false],
    ['client/net/a.ts', 'colyseus.js', true],
    ['server/a.ts', '@colyseus/schema', true],
    ['server/a.ts', 'colyseus', true],
    ['client/ui/a.tsx', 'colyseus.js', false],
    ['client/scenes/a.ts', '@colyseus/schema', false],
    ['shared/protocol/a.ts', '@colyseus/schema', false],
    ['shared/protocol/a.ts', 'zod', true],
    ['shared/sim/a.ts', 'zod', false],
    ['shared/replay/a.ts', 'zod', false],
    ['shared/sim/a.ts', '@noble/hashes/sha2.js', true],
    ['shared/paint/a.ts', '@noble/hashes/sha2.js', false],
    ['shared/replay/a.ts', 'fflate', true],
    ['shared/sim/a.ts', 'fflate', false],
    ['shared/sim/a.ts', 'node:fs', false],
    ['client/a.ts', 'node:fs', false],
    ['server/a.ts', 'node:fs', true],
    ['server/a.ts', 'preact', false],
    ['client/a.ts', 'vitest', false],
  ];

  it.each(cases)('%s → %s: %s', (from, name, allowed) => {
    for (const source of [`import '${name}';`, `export const load = () => import('${name}');`]) {
      expect(breaches(from, source), source).toHaveLength(allowed ? 0 : 1);
    }
  });
});

describe('bans', () => {
  const banned = [
    'Date.now()',
    'new Date()',
    'performance.now()',
    'Math.random()',
    'Math.sin(1)',
    'Math.exp(1)',
    'Math.log2(8)',
    'Math.pow(2, 3)',
    'Math.sqrt(2)',
    'Math.tanh(1)',
    'Math.hypot(3, 4)',
    'Math.cbrt(8)',
    "Math['cos'](0)",
    '2 ** 3',
    'setTimeout(() => {}, 1)',
    'console.log(1)',
    'globalThis.value',
    'window.value',
    'document.title',
    'process.env',
    '(5).toLocaleString()',
    "'a'.localeCompare('b')",
  ];

  it.each(banned)('shared/sim may not use %s', (code) => {
    expect(breaches('shared/sim/a.ts', `export const value = () => ${code};`)).toHaveLength(1);
  });

  it('a name chosen when the program runs hides what is used of Math', () => {
    expect(breaches('shared/sim/a.ts', 'export const f = (name: "sin") => Math[name](1);')).toHaveLength(1);
  });

  it('nor may it take members out of Math, or raise in place', () => {
    expect(breaches('shared/sim/a.ts', 'const { sin } = Math;\nexport const value = sin;')).toHaveLength(1);
    expect(breaches('shared/sim/a.ts', 'export let value = 2;\nvalue **= 3;')).toHaveLength(1);
  });

  it.each([
    'Math.imul(3, 4)',
    'Math.min(1, 2)',
    'Math.floor(1.5)',
    'Math.fround(0.1)',
    '3 * 4',
    '({ process: 1 }).process',
  ])('shared/sim may use %s', (code) => {
    expect(breaches('shared/sim/a.ts', `export const value = () => ${code};`)).toEqual([]);
  });

  it('all of shared/ does without clock, chance and surroundings', () => {
    for (const code of ['Date.now()', 'Math.random()', 'fetch("/")', 'document.title', 'setTimeout(() => {}, 1)']) {
      expect(breaches('shared/protocol/a.ts', `export const value = () => ${code};`), code).toHaveLength(1);
      expect(breaches('server/a.ts', `export const value = () => ${code};`), code).toEqual([]);
    }
    expect(breaches('shared/paint/a.ts', 'export const value = () => Math.sqrt(2);')).toEqual([]);
  });
});

describe('shape', () => {
  it('finds circles of imports, but lets types go round', () => {
    const round = { 'server/b.ts': `import { a } from './c.ts';\nexport const b = a;` };
    const back = `import { b } from './b.ts';\nexport const a = b;`;
    expect(breaches('server/c.ts', back, round)).toEqual([
      'server/b.ts → server/c.ts → server/b.ts: a circle of imports',
    ]);
    expect(breaches('server/c.ts', back.replace('import {', 'import type {'), round)).toEqual([]);
  });

  it('finds barrels', () => {
    expect(breaches('shared/sim/index.ts', `export { value } from './rng.ts';`)).toHaveLength(1);
    expect(breaches('shared/sim/index.ts', `export * from './rng.ts';`)).toHaveLength(1);
    const roundabout = `import { value } from './rng.ts';\nexport { value };`;
    expect(breaches('shared/sim/index.ts', roundabout)).toHaveLength(1);
  });

  it('finds files outside the known folders', () => {
    expect(breaches('tools/a.ts', `import 'zod';`)).toEqual(['tools/a.ts:1: lies in no folder that the rules know']);
  });

  it('knows every folder that the rules name by one breach at least', () => {
    const folders = [...BOUNDARIES.map(({ folder }) => folder), ...BANS.map(({ folder }) => folder)];
    for (const folder of folders.filter((one) => one !== 'tests')) {
      const path = `${folder}/a.ts`;
      expect(breaches(path, `import '${up(path)}tests/support/server.ts';`), folder).toHaveLength(1);
    }
    for (const { packages } of KEPT_PACKAGES) {
      for (const name of packages)
        expect(breaches('shared/a.ts', `import '${name.replace('*', 'some')}';`), name).toHaveLength(1);
    }
  });
});
