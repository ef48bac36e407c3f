/** Holds files against the rules. Works on sources in memory, so that the check can itself be tested. */
import { dirname, join } from 'node:path/posix';
import { type Facts, type Import, readFacts, type Use } from './facts.ts';
import { BANS, type Ban, BOUNDARIES, type Boundary, KEPT_PACKAGES } from './rules.ts';

const SOURCE = /\.(ts|tsx|mjs)$/;

/**
 * All breaches of the rules, each as one line with file, line and reason. `files` maps paths from the repository's top (with
 * `/`) to their text; other files that an import may name (pictures, styles) need only be in it by name.
 */
export function checkFiles(files: ReadonlyMap<string, string>): string[] {
  const facts = [...files].filter(([path]) => SOURCE.test(path)).map(([path, source]) => readFacts(path, source));
  const breaches = facts.flatMap((file) => [
    ...file.imports.flatMap((one) => checkImport(file.path, one, files)),
    ...checkUses(file),
    ...(file.barrel ? [`${file.path}: only passes on what others export: import those themselves`] : []),
  ]);
  return [...breaches, ...cycles(facts, files)];
}

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const matches = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
const isAny = (name: string, patterns: readonly string[]): boolean => patterns.some((one) => matches(name, one));

function boundaryOf(path: string): Boundary | undefined {
  const fitting = BOUNDARIES.filter(({ folder }) => isIn(path, folder));
  return fitting.toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

function checkImport(
  path: string,
  { specifier, typeOnly, line }: Import,
  files: ReadonlyMap<string, string>,
): string[] {
  const at = `${path}:${line}`;
  const boundary = boundaryOf(path);
  if (!boundary) return [`${at}: lies in no folder that the rules know`];
  if (!specifier.startsWith('.')) return checkPackage(at, path, specifier, boundary);
  const target = resolveImport(path, specifier, files);
  if (target === undefined) return [`${at}: imports ${specifier}, which does not exist`];
  const open = [...boundary.imports, ...(typeOnly ? (boundary.importsTypesOf ?? []) : [])];
  if (open.some((folder) => isIn(target, folder))) return [];
  return [`${at}: ${boundary.folder} may not import ${typeOnly ? 'types' : 'values'} of ${target}`];
}

function checkPackage(at: string, path: string, specifier: string, boundary: Boundary): string[] {
  const name = specifier.startsWith('node:')
    ? specifier
    : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const kept = KEPT_PACKAGES.find(({ packages }) => isAny(name, packages));
  if (kept && !kept.folders.some((folder) => isIn(path, folder))) {
    return [`${at}: only ${kept.folders.join(', ')} may import ${name}`];
  }
  if (boundary.packages && !isAny(name, boundary.packages)) return [`${at}: ${boundary.folder} may not import ${name}`];
  return [];
}

/** The file that a relative import means (AssemblyScript leaves the ending out), or undefined. */
function resolveImport(path: string, specifier: string, files: ReadonlyMap<string, string>): string | undefined {
  const target = join(dirname(path), specifier.replace(/\?.*$/, ''));
  return [target, `${target}.ts`].find((one) => files.has(one));
}

function checkUses({ path, uses }: Facts): string[] {
  const bans = BANS.filter(({ folder }) => isIn(path, folder));
  return uses.flatMap((use) => {
    const ban = bans.find((one) => isBanned(use, one));
    return ban ? [`${path}:${use.line}: uses ${use.of ? `${use.of}.` : ''}${use.name}: ${ban.why}`] : [];
  });
}

function isBanned({ kind, name, of }: Use, { names = [], math, operators = [], members = [] }: Ban): boolean {
  switch (kind) {
    case 'operator':
      return operators.includes(name);
    case 'name':
      return names.includes(name);
    case 'member':
      if (of === 'Math') return math ? !math.includes(name) : name === 'random' || name === '[computed]';
      return isAny(name, members);
  }
}

/** Circles of imports. Those of types alone are none: they are gone when the program runs. */
function cycles(facts: readonly Facts[], files: ReadonlyMap<string, string>): string[] {
  const graph = new Map(
    facts.map(({ path, imports }) => {
      const values = imports.filter(({ typeOnly, specifier }) => !typeOnly && specifier.startsWith('.'));
      return [path, values.map(({ specifier }) => resolveImport(path, specifier, files))] as const;
    }),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push(`${[...trail.slice(start), path].join(' → ')}: a circle of imports`);
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) if (next !== undefined) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}
