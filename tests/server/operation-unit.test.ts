import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const UNIT = new URL('../../server/operation/twinfold.service', import.meta.url);
const isHere = spawnSync('systemd-analyze', ['--version']).status === 0;
const NAME = isHere ? 'systemd' : 'systemd: NOT TESTED, since systemd-analyze is not on this machine';

test.skipIf(!isHere)(`${NAME} takes the unit without a remark`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twinfold-unit-'));
  try {
    // Where a Node is on this machine; all else stays.
    const unit = (await readFile(UNIT, 'utf8')).replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`);
    const file = join(folder, 'twinfold.service');
    await writeFile(file, unit);
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    expect([status, stdout + stderr]).toEqual([0, '']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
