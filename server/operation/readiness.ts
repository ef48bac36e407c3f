/** Whether this process can take people in: each part that it needs is asked, and none for longer than a little while. */

/** What is asked of one part: false, a rejection and silence all mean no. */
export type Check = () => boolean | Promise<boolean>;

export interface Readiness {
  readonly ready: boolean;
  /** Each part by its name, and whether it answers. */
  readonly parts: Readonly<Record<string, boolean>>;
}

/** Longer than any part takes that people could still play with. */
const PATIENCE_MS = 2_000;
/** Whoever asks again within it gets the same answer: nobody can keep the database busy by asking. */
const FRESH_MS = 500;

/** Returns what asks them all. Never rejects. */
export function createReadiness(checks: Readonly<Record<string, Check>>): () => Promise<Readiness> {
  let asked: { readonly at: number; readonly answer: Promise<Readiness> } | undefined;
  return () => {
    const now = performance.now();
    if (asked === undefined || now - asked.at > FRESH_MS) asked = { at: now, answer: askAll(checks) };
    return asked.answer;
  };
}

async function askAll(checks: Readonly<Record<string, Check>>): Promise<Readiness> {
  const answers = await Promise.all(
    Object.entries(checks).map(async ([name, check]): Promise<[string, boolean]> => [name, await isWell(check)]),
  );
  return { ready: answers.every(([, well]) => well), parts: Object.fromEntries(answers) };
}

async function isWell(check: Check): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  try {
    return await Promise.race([check(), silence]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
