import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkFiles } from './check.ts';
import { TOP_FILES, TOP_FOLDERS } from './rules.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** All files that are or could be committed, by their path from the top. */
function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT });
  return listed
    .toString()
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

function readSources(paths: readonly string[]): Map<string, string> {
  return new Map(
    paths.map((path) => [path, /\.(ts|tsx|mjs)$/.test(path) ? readFileSync(join(ROOT, path), 'utf8') : '']),
  );
}

describe('the repository', () => {
  const paths = repositoryFiles();

  it('keeps to the boundaries between its folders', () => {
    const sources = readSources(paths);
    expect(sources.size).toBeGreaterThan(50);
    expect(checkFiles(sources)).toEqual([]);
  });

  it('has client, server, shared, tests and a few named files at the top, and nothing else', () => {
    const strangers = paths.filter((path) => {
      const [top = '', ...rest] = path.split('/');
      if (top.startsWith('.')) return false;
      return rest.length > 0 ? !TOP_FOLDERS.includes(top) : !TOP_FILES.includes(top);
    });
    expect(strangers).toEqual([]);
  });
});
