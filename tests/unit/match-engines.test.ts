import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runInBun, skipWithoutBun } from '../support/bun.ts';

const SCRIPT = fileURLToPath(new URL('../support/match-hash.ts', import.meta.url));

describe.skipIf(skipWithoutBun())('a whole match', () => {
  it('ends in the same state in V8 and in JavaScriptCore', async () => {
    const inNode = execFileSync(process.execPath, [SCRIPT], { encoding: 'utf8' });
    expect(inNode).toMatch(/^[0-9a-f]{32} [1-9]\d+\n$/);
    expect(await runInBun(SCRIPT)).toBe(inNode);
  });
});
