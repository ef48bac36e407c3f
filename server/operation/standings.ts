/** How the configuration stands, to be printed: without what is secret. */
import type { Environment, Settled } from '../config.ts';
import { toldOf, VARIABLE_NAMES, type VariableName } from './variables.ts';

export interface Standing {
  readonly name: VariableName;
  /** Null: not set, and there is no value by default. */
  readonly value: string | number | null;
  readonly from: 'environment' | 'default';
  readonly usual: string;
  readonly purpose: string;
}

/** `settled`: what was read from the environment, without a mistake. */
export function standings(environment: Environment, settled: Settled): Standing[] {
  return VARIABLE_NAMES.map((name) => {
    const { usual, purpose, secret } = toldOf(name);
    const value = settled[name] ?? null;
    return {
      name,
      value: value === null || secret === undefined ? value : masked(String(value), secret),
      from: environment[name] === undefined ? 'default' : 'environment',
      usual,
      purpose,
    };
  });
}

const MASK = '***';

function masked(value: string, secret: 'whole' | 'password'): string {
  if (secret === 'whole') return MASK;
  const url = new URL(value);
  if (url.password !== '') url.password = MASK;
  // A driver also takes it from what follows the question mark.
  for (const name of url.searchParams.keys()) if (/pass|secret|token/i.test(name)) url.searchParams.set(name, MASK);
  return url.href;
}
