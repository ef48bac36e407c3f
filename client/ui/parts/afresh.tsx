import type { ComponentChildren } from 'preact';

interface Props {
  readonly href: string;
  readonly class: string;
  readonly children: ComponentChildren;
}

/** A link that loads its page afresh: out of a match, whose address is not the one that the router knows. */
export function Afresh({ href, class: look, children }: Props) {
  return (
    <a class={look} href={href} target="_top">
      {children}
    </a>
  );
}
