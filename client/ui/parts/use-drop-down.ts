import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface DropDown {
  /** To be set on what holds both the button and what it opens. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly open: boolean;
  setOpen(open: boolean): void;
}

/** Something small that a button opens, and that a press elsewhere or Escape closes; Escape gives the focus back to the button. */
export function useDropDown(): DropDown {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const shut = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      if (box.current?.contains(document.activeElement)) box.current.querySelector('button')?.focus();
      setOpen(false);
    };
    addEventListener('pointerdown', shut);
    addEventListener('keydown', leave);
    return () => {
      removeEventListener('pointerdown', shut);
      removeEventListener('keydown', leave);
    };
  }, [open]);
  return { box, open, setOpen };
}
