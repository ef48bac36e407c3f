/** Who may import whom, and what the pure parts may not touch. There is no list of exceptions, and there shall be none. */

export interface Boundary {
  /** The folder whose files are meant. Of several, the longest that fits a file holds. */
  readonly folder: string;
  /** Folders and files whose values it may import. */
  readonly imports: readonly string[];
  /** Folders whose types it may import besides, by `import type` only. */
  readonly importsTypesOf?: readonly string[];
  /** Packages it may import (with `*` at the end: all that begin so); undefined: any but those kept for others. */
  readonly packages?: readonly string[];
}

export const BOUNDARIES: readonly Boundary[] = [
  { folder: 'shared', imports: ['shared'], packages: ['@noble/ed25519', '@noble/hashes', 'fflate'] },
  { folder: 'shared/sim', imports: ['shared/sim'], packages: ['@noble/hashes'] },
  { folder: 'shared/paint', imports: ['shared/paint', 'shared/sim'], packages: [] },
  {
    folder: 'shared/lab',
    imports: ['shared/lab', 'shared/sim'],
    packages: ['@noble/hashes', 'fflate', 'ml-matrix', 'simple-statistics'],
  },
  { folder: 'shared/lessons', imports: ['shared/lessons', 'shared/lab', 'shared/sim'], packages: ['zod'] },
  {
    folder: 'shared/protocol',
    imports: ['shared/protocol', 'shared/sim'],
    packages: ['@noble/hashes', 'fflate', 'zod'],
  },
  {
    folder: 'shared/replay',
    imports: ['shared/replay', 'shared/protocol', 'shared/sim'],
    packages: ['@noble/ed25519', '@noble/hashes', 'fflate'],
  },
  { folder: 'client', imports: ['client', 'shared'], importsTypesOf: ['server'] },
  { folder: 'server', imports: ['server', 'shared'] },
  { folder: 'tests', imports: ['tests', 'client', 'server', 'shared'] },
];

/** Packages that only some folders may know, whatever else they may import. `node:*` are Node's own modules. */
export const KEPT_PACKAGES: readonly { readonly packages: readonly string[]; readonly folders: readonly string[] }[] = [
  { packages: ['phaser'], folders: ['client/scenes'] },
  {
    packages: ['pg', 'kysely', 'kysely/*', 'better-sqlite3'],
    folders: ['server/persistence', 'server/operation', 'tests'],
  },
  { packages: ['prom-client'], folders: ['server/operation'] },
  { packages: ['ws', 'msgpackr'], folders: ['server/transport', 'tests'] },
  { packages: ['colyseus', 'colyseus.js', '@colyseus/*'], folders: ['server', 'client/net', 'tests'] },
  { packages: ['preact', 'preact-iso', '@preact/*', 'i18next', 'uplot'], folders: ['client', 'tests'] },
  { packages: ['vitest', 'fast-check', 'playwright-core', '@sparticuz/chromium', 'lighthouse'], folders: ['tests'] },
  { packages: ['pg', 'ioredis', 'better-sqlite3', 'kysely', 'httpxy'], folders: ['server', 'tests'] },
  { packages: ['node:*', 'vite'], folders: ['server', 'tests', 'client/vite.config.ts'] },
];

export interface Ban {
  readonly folder: string;
  readonly why: string;
  /** Names that may not be used as a variable (Math: handed on whole, as in `const { sin } = Math`). */
  readonly names?: readonly string[];
  /** Of Math only these members, each by its name; undefined: all but `random`. */
  readonly math?: readonly string[];
  /** Operators that may not be used. */
  readonly operators?: readonly string[];
  /** Members that may not be used, of whatever object; with `*` at the end: all that begin so. */
  readonly members?: readonly string[];
}

const SURROUNDINGS = [
  'Date',
  'Intl',
  'XMLHttpRequest',
  'alert',
  'clearInterval',
  'clearTimeout',
  'console',
  'crypto',
  'document',
  'eval',
  'fetch',
  'globalThis',
  'localStorage',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'requestAnimationFrame',
  'require',
  'self',
  'sessionStorage',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'window',
];

export const BANS: readonly Ban[] = [
  {
    folder: 'shared',
    why: 'shared/ is pure: no clock, no surroundings, no randomness of its own',
    names: SURROUNDINGS,
  },
  {
    folder: 'shared/sim',
    why: 'engines differ in this: the simulation keeps to exact arithmetic',
    names: ['Math'],
    math: ['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'trunc'],
    operators: ['**', '**='],
    members: ['toLocale*', 'localeCompare'],
  },
];

/** What may lie at the top, besides names that begin with a dot. */
export const TOP_FOLDERS = ['client', 'server', 'shared', 'tests'];
export const TOP_FILES = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package-lock.json', 'package.json', 'tsconfig.json'];
