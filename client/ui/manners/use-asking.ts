import { useState } from 'preact/hooks';

export interface Asking {
  /** Why the room refused what was asked last; empty where it did not. */
  readonly refusal: string;
  /** Asks once at a time. Resolves to whether it was done. */
  ask(what: () => Promise<string>): Promise<boolean>;
}

/** Something that is asked of the room, and its answer. */
export function useAsking(): Asking {
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  return {
    refusal,
    async ask(what) {
      if (busy) return false;
      setBusy(true);
      const sentence = await what();
      setBusy(false);
      setRefusal(sentence);
      return sentence === '';
    },
  };
}
