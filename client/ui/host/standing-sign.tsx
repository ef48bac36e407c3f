import type { Standing } from '../../session/roster.ts';

/** A shape for each, so that none is told by its colour alone. */
const PATHS: Readonly<Record<Standing, string>> = {
  waiting: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm-1 3v6h2V5Zm0 8v2h2v-2Z',
  stuck: 'M10 2l9 16H1Zm-1 6v5h2V8Zm0 6v2h2v-2Z',
  gone: 'M4 4l2-2 4 4 4-4 2 2-4 4 4 4-2 2-4-4-4 4-2-2 4-4Z',
  working: 'M10 5a5 5 0 1 1 0 10 5 5 0 0 1 0-10Z',
  ready: 'M3 10l2-2 4 4 7-8 2 2-9 11Z',
  removed: 'M2 8h16v4H2Z',
};

export function StandingSign({ standing }: { readonly standing: Standing }) {
  return (
    <svg class="standing-sign" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
      <path d={PATHS[standing]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}
