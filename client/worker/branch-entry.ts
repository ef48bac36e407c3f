/** The door of the worker that plays whole matches: branches of a recording, and a recording itself once more. One request, many
 * replies. Who wants no more of it ends the worker. */
import { decodeRecording, encodeRecording, type Recording } from '../../shared/replay/recording.ts';
import type { Grow } from '../../shared/sim/embryo/body.ts';
import type { PlayReply, PlayRequest } from './branch-jobs.ts';
import { playBranch, playTape, whatHappened } from './branching.ts';
import { openKernel } from './kernel.ts';
import type { VerifyReply, VerifyRequest } from './verify-jobs.ts';
import { verifyAndSurvey } from './verifying.ts';

// biome-ignore lint/suspicious/noConsole: nobody needs to know but who looks for the reason of a slow page
const warn = (reason: string): void => console.warn(`Branches grow by the slower reference: ${reason}`);

const say = (reply: PlayReply | VerifyReply): void => postMessage(reply);

addEventListener('message', ({ data }: MessageEvent<PlayRequest | VerifyRequest>) => {
  play(data).catch((error: unknown) =>
    say({ kind: 'failed', error: error instanceof Error ? error.message : String(error) }),
  );
});

async function play(request: PlayRequest | VerifyRequest): Promise<void> {
  const parent = decodeRecording(request.recording);
  const { grow } = await openKernel(parent.kernel, warn);
  if (request.kind === 'verify') {
    say({ kind: 'verdict', ...(await verifyAndSurvey(parent, grow, (bodies) => say({ kind: 'grown', bodies }))) });
    return;
  }
  if (request.kind === 'tapes') return playTapes(parent, request.from, request.secrets, grow);
  const branch = await playBranch(parent, request.plan, grow, (branched) => say({ kind: 'generation', branched }));
  say({ kind: 'branched', recording: encodeRecording(branch) });
}

async function playTapes(parent: Recording, from: number, secrets: readonly Uint8Array[], grow: Grow): Promise<void> {
  say({ kind: 'start', ...whatHappened(parent, from, grow) });
  for (const secret of secrets) {
    const outcome = await playTape(parent, from, secret, grow, () => say({ kind: 'step' }));
    say({ kind: 'tape', secret, outcome });
  }
}
