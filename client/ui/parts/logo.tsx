/** Two leaves on one stem: alike, not the same. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path d="M15 28C5 23 4 12 9 4c5 4 7 11 6 24Z" fill="var(--accent)" />
      <path d="M17 28c9-4 12-12 8-21-6 2-9 9-8 21Z" fill="none" stroke="var(--accent)" stroke-width="2" />
    </svg>
  );
}
