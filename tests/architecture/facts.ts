/** What a source file says that the rules are about, read from its syntax tree. */
import { parseSync } from 'vite';

export interface Import {
  readonly specifier: string;
  /** Gone when types are stripped: `import type`, `export type … from`, `import('…')` in a type. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** A use of a variable, a member or an operator. `of` is the name of the object, where it is a plain one. */
export interface Use {
  readonly kind: 'name' | 'member' | 'operator';
  readonly name: string;
  readonly of?: string;
  readonly line: number;
}

export interface Facts {
  readonly path: string;
  readonly imports: readonly Import[];
  readonly uses: readonly Use[];
  /** Nothing in it but passing on what others export. */
  readonly barrel: boolean;
}

type Syntax = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;

/** Throws if the file cannot be parsed. */
export function readFacts(path: string, source: string): Facts {
  const { program, errors } = parseSync(path, source, { sourceType: 'module' });
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const statements = (program.body as readonly unknown[]).filter(isSyntax);
  const imports: Import[] = [];
  const uses: Use[] = [];
  const lineOf = (node: Syntax): number => source.slice(0, node.start).split('\n').length;

  const visit = (node: Syntax): void => {
    const line = lineOf(node);
    const found = importOf(node);
    if (found) imports.push({ ...found, line });
    const use = useOf(node);
    if (use) uses.push({ ...use, line });
    for (const [key, value] of Object.entries(node)) {
      if (isName(node, key)) continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isSyntax(child)) visit(child);
    }
  };
  for (const statement of statements) visit(statement);
  return { path, imports, uses, barrel: isBarrel(statements) };
}

/** Children that name a member or a key rather than a variable; `Math` in `Math.abs` is told with the member. */
function isName(parent: Syntax, key: string): boolean {
  if (key === 'object' && isSyntax(parent.object) && parent.object.name === 'Math') return true;
  if (parent.computed === true) return false;
  if (parent.type === 'MemberExpression') return key === 'property';
  return key === 'key' || key === 'imported' || (key === 'exported' && parent.type === 'ExportSpecifier');
}

function importOf(node: Syntax): Omit<Import, 'line'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return specified(node.source, node.importKind === 'type');
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return specified(node.source, node.exportKind === 'type');
    case 'ImportExpression':
      return specified(node.source, false);
    case 'TSImportType':
      return specified(node.argument ?? node.source, true);
    case 'NewExpression':
      return workerOf(node);
  }
  return undefined;
}

function specified(source: unknown, typeOnly: boolean): Omit<Import, 'line'> | undefined {
  if (!isSyntax(source)) return undefined;
  if (source.type === 'TSLiteralType') return specified(source.literal, typeOnly);
  return typeof source.value === 'string' ? { specifier: source.value, typeOnly } : undefined;
}

/** `new Worker(new URL('./worker.ts', import.meta.url))` takes a module in as an import does. */
function workerOf(node: Syntax): Omit<Import, 'line'> | undefined {
  if (!isSyntax(node.callee) || node.callee.name !== 'Worker' || !Array.isArray(node.arguments)) return undefined;
  const url: unknown = node.arguments[0];
  if (!isSyntax(url) || !isSyntax(url.callee) || url.callee.name !== 'URL' || !Array.isArray(url.arguments))
    return undefined;
  return specified(url.arguments[0], false);
}

function useOf(node: Syntax): Omit<Use, 'line'> | undefined {
  if (node.type === 'Identifier' && typeof node.name === 'string') return { kind: 'name', name: node.name };
  if (node.type === 'MemberExpression') {
    const of = isSyntax(node.object) && typeof node.object.name === 'string' ? node.object.name : '';
    return { kind: 'member', name: memberName(node), of };
  }
  if (typeof node.operator === 'string') return { kind: 'operator', name: node.operator };
  return undefined;
}

/** A member's name; '[computed]' where it is only known when the program runs. */
function memberName({ property, computed }: Syntax): string {
  if (!isSyntax(property)) return '[computed]';
  if (computed !== true && typeof property.name === 'string') return property.name;
  return typeof property.value === 'string' ? property.value : '[computed]';
}

function isBarrel(statements: readonly Syntax[]): boolean {
  const passesOn = (node: Syntax): boolean =>
    node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && !isSyntax(node.declaration));
  return statements.some(passesOn) && statements.every((node) => passesOn(node) || node.type === 'ImportDeclaration');
}
