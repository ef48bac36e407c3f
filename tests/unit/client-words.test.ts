import { expect, test } from 'vitest';
import { AGENTS } from '../../client/art/agents.ts';
import { CAUSES } from '../../shared/sim/causes.ts';

test('every cause of death has an agent to show for it', () => {
  for (const { key } of CAUSES) expect(AGENTS[key].path.length).toBeGreaterThan(10);
});
