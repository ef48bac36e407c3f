/** So many dots of a kind, as a picture of a small number; say the number beside it for who cannot see them. */
export function Dots({ count, of = count }: { readonly count: number; readonly of?: number }) {
  return (
    <span class="dots" aria-hidden="true">
      {Array.from({ length: of }, (_, dot) => (
        <i key={dot} class={dot < count ? 'on' : ''} />
      ))}
    </span>
  );
}
