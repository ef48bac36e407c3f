/** Small signs that no font need know: they say by their shape what colour alone must not. */
const SIGNS = {
  tick: 'M3 9l4 4 8-9',
  cross: 'M4 4l10 10M14 4L4 14',
  up: 'M9 4l6 9H3z',
  down: 'M9 14l6-9H3z',
  same: 'M3 6.5h12M3 11.5h12',
} as const;
export type SignName = keyof typeof SIGNS;

/** Say in words beside it what it means. */
export function Sign({ name }: { readonly name: SignName }) {
  const filled = name === 'up' || name === 'down';
  return (
    <svg class="sign" viewBox="0 0 18 18" width="14" height="14" aria-hidden="true">
      <path
        d={SIGNS[name]}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width={filled ? 0 : 2.6}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
