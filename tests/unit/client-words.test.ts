import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { AGENTS } from '../../client/art/agents.ts';
import en from '../../client/i18n/en.json' with { type: 'json' };
import { CAUSES } from '../../shared/sim/causes.ts';

const CLIENT = fileURLToPath(new URL('../../client/', import.meta.url));
const sources = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('dist'))
  .map((path) => ({ path, text: readFileSync(join(CLIENT, path), 'utf8') }));

/** All keys of the catalogue, plural forms under their common name. */
function keysOf(node: unknown, path: string[] = []): string[] {
  if (typeof node === 'string') return [path.join('.').replace(/_(one|other)$/, '')];
  return Object.entries(node ?? {}).flatMap(([key, child]) => keysOf(child, [...path, key]));
}
const known = new Set(keysOf(en));

describe('the catalogue of words', () => {
  test('has every key that the page asks for by name', () => {
    const asked = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => ({ path, key: key ?? '' })),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ key }) => !known.has(key))).toEqual([]);
  });

  test('has no key that nothing could ask for', () => {
    const text = sources.map((source) => source.text).join('\n');
    const unused = [...known].filter((key) => {
      const [group = '', ...rest] = key.split('.');
      const leaf = rest.at(-1) ?? '';
      return (
        !text.includes(key) && !text.includes(`${group}.$`) && !text.includes(`'${leaf}'`) && !text.includes(`.${leaf}`)
      );
    });
    expect(unused).toEqual([]);
  });

  test('every cause has an agent to show for it', () => {
    for (const { key } of CAUSES) expect(AGENTS[key].path.length).toBeGreaterThan(10);
  });
});
