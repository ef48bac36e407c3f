/** What the client's sources say to people: the keys that they ask the catalogues for, and words that stand in the code itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A key that is asked for: whole, or as a pattern where a part of it is worked out. */
export interface Asked {
  readonly path: string;
  readonly pattern: RegExp;
  /** As it stands in the code, with * for what is worked out. */
  readonly key: string;
  /** By which function: `t` for the catalogue, `tOr` for what brings its own English; '' for a key kept as a value. */
  readonly by: 't' | 'tOr' | '';
}

type Syntax = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;
const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;

/** Keys of refusals, each with the server's own sentence: what the server and the world's rules give as a `reason`. */
export function refusals(sources: readonly Source[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const note = (reason: unknown, sentence: unknown): void => {
    const key = isSyntax(reason) ? textOf(reason) : undefined;
    const told = isSyntax(sentence) ? textOf(sentence) : undefined;
    if (key !== undefined && /^[a-z]\w*$/i.test(key)) found.set(key, found.get(key) || (told ?? ''));
  };
  for (const source of sources) {
    walk(source, (node) => {
      if (node.type === 'ObjectExpression' && Array.isArray(node.properties)) {
        const properties: readonly unknown[] = node.properties;
        const named = (name: string): unknown =>
          properties.filter(isSyntax).find((each) => nameOf(each.key) === name)?.value;
        note(named('reason'), named('sentence') ?? named('error'));
      }
      if (
        node.type === 'CallExpression' &&
        ['refuse', 'no'].includes(nameOf(node.callee)) &&
        Array.isArray(node.arguments)
      ) {
        note(node.arguments.at(-2), node.arguments.at(-1));
      }
    });
  }
  return found;
}

/** The client's own modules. */
export const clientSources = (): Source[] => sourcesBelow('client', (path) => !/^(dist|vite\.config)/.test(path));

/** What can refuse: the server, and the rules of the world. */
export const refusingSources = (): Source[] => [...sourcesBelow('server'), ...sourcesBelow('shared/sim')];

function sourcesBelow(folder: string, wanted: (path: string) => boolean = () => true): Source[] {
  const at = join(ROOT, folder);
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && wanted(path))
    .map((path) => ({ path, text: readFileSync(join(at, path), 'utf8') }));
}

function walk({ path, text }: Source, visit: (node: Syntax, parents: readonly Syntax[]) => void): void {
  const { program, errors } = parseSync(path, text, { sourceType: 'module' });
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const down = (value: unknown, parents: readonly Syntax[]): void => {
    if (Array.isArray(value)) for (const each of value) down(each, parents);
    else if (isSyntax(value)) {
      visit(value, parents);
      const within = [...parents, value];
      for (const child of Object.values(value)) down(child, within);
    }
  };
  down(program, []);
}

/** The text of a string or template, with * for what is worked out; undefined for anything else. */
function textOf(node: Syntax): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return undefined;
  return node.quasis
    .map((part: unknown) => {
      const value = isSyntax(part) ? part.value : undefined;
      return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : '';
    })
    .join('*');
}

const nameOf = (node: unknown): string =>
  isSyntax(node) ? (typeof node.name === 'string' ? node.name : nameOf(node.property)) : '';

/** The strings that an expression can come to: through conditions, not through calls. */
function outcomes(node: unknown): Syntax[] {
  if (!isSyntax(node)) return [];
  switch (node.type) {
    case 'ConditionalExpression':
      return [...outcomes(node.consequent), ...outcomes(node.alternate)];
    case 'LogicalExpression':
      return [...outcomes(node.left), ...outcomes(node.right)];
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
      return outcomes(node.expression);
    default:
      return textOf(node) === undefined ? [] : [node];
  }
}

const KEY = /^[a-z][\w-]*(\.[\w* -]+)+$/i;
const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** Every key that a source asks for, or keeps to ask for later. */
export function keysAsked(source: Source): Asked[] {
  const asked: Asked[] = [];
  const direct = new Set<number>();
  const note = (node: Syntax, by: Asked['by']): void => {
    const key = textOf(node) ?? '';
    if (by === '' && !KEY.test(key)) return;
    asked.push({ path: source.path, key, by, pattern: new RegExp(`^${escaped(key).replaceAll('*', '[\\w -]+')}$`) });
  };
  walk(source, (node) => {
    const by = node.type === 'CallExpression' ? nameOf(node.callee) : '';
    if ((by !== 't' && by !== 'tOr') || !Array.isArray(node.arguments)) return;
    for (const outcome of outcomes(node.arguments[0])) {
      direct.add(outcome.start);
      note(outcome, by);
    }
  });
  walk(source, (node, parents) => {
    if (parents.at(-1)?.type.startsWith('Import')) return;
    if ((node.type === 'Literal' || node.type === 'TemplateLiteral') && !direct.has(node.start)) note(node, '');
  });
  return asked;
}

/** Attributes and properties that a person gets to read or hear. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'innerText',
  'label',
  'placeholder',
  'textContent',
  'title',
]);
/** Methods that put words on the map. */
const SAYING = new Set(['text', 'setText', 'alert', 'confirm', 'fillText']);
/** Two letters one after the other: a word, and not a sign such as × or the x of an axis. */
const WORDS = /\p{L}{2}/u;
/** A sentence anywhere: it begins with a capital, has several words, and ends as sentences end. */
const SENTENCE = /^\p{Lu}[\p{L}’']*,? .*\p{L}.*[.!?…]$/su;

/** Words for people that stand in the code instead of a catalogue, each with its place. */
export function literalWords(source: Source): string[] {
  const found: string[] = [];
  const blame = (node: Syntax, text: string): void => {
    const line = source.text.slice(0, node.start).split('\n').length;
    found.push(`${source.path}:${line} ${text.trim()}`);
  };
  const blameOutcomes = (value: unknown): void => {
    for (const outcome of outcomes(value)) {
      const text = textOf(outcome) ?? '';
      if (WORDS.test(text.replaceAll('*', ''))) blame(outcome, text);
    }
  };
  walk(source, (node, parents) => {
    const parent = parents.at(-1);
    if (node.type === 'JSXText' && WORDS.test(String(node.value))) blame(node, String(node.value));
    if (node.type === 'JSXExpressionContainer' && parent?.type !== 'JSXAttribute') blameOutcomes(node);
    if (node.type === 'JSXAttribute' && SPOKEN.has(nameOf(node.name))) blameOutcomes(node.value);
    if (node.type === 'AssignmentExpression' && SPOKEN.has(nameOf(node.left))) blameOutcomes(node.right);
    if (node.type === 'CallExpression' && SAYING.has(nameOf(node.callee)) && Array.isArray(node.arguments)) {
      for (const each of node.arguments) blameOutcomes(each);
    }
    const text = textOf(node);
    // What a programmer is told of is told in English.
    const fault = parents.some(({ type, callee }) => type === 'NewExpression' && nameOf(callee).endsWith('Error'));
    if (text !== undefined && SENTENCE.test(text) && !fault) blame(node, text);
  });
  return [...new Set(found)];
}
