/** Why the room did not do what was asked; nothing where it did. */
export function Refusal({ sentence }: { readonly sentence: string }) {
  return sentence ? (
    <p class="wrong" role="alert">
      {sentence}
    </p>
  ) : null;
}
