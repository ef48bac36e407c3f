/** What the page asks of the lab's worker, and what comes back. Everything here can be posted. */
export type LabRequest =
  | {
      readonly kind: 'conduct';
      readonly id: number;
      /** The name of the kernel by which bodies grow. */
      readonly kernel: string;
      readonly bench: string;
      readonly experiment: string;
      readonly ask: unknown;
    }
  /** Nobody wants it any more. It is not answered then. */
  | { readonly kind: 'leave'; readonly id: number };

export type LabReply =
  | { readonly kind: 'share'; readonly id: number; readonly share: number }
  | { readonly kind: 'done'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string };
