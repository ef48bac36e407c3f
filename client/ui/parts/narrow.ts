import { type ReadonlySignal, signal } from '@preact/signals';

const query = matchMedia('(max-width: 56rem)');
const now = signal(query.matches);
query.addEventListener('change', () => {
  now.value = query.matches;
});

/** Whether the panel stands below the map rather than beside it: as wide as match.css has it. */
export const narrow: ReadonlySignal<boolean> = now;
