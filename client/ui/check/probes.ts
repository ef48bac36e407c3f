/** The measurements of the check page, each by the very means that a match uses. None rejects: null says that it does not work. */
import { CHECK_DOWNLOAD_BYTES } from '../../../shared/protocol/echo.ts';
import { CURRENT_KERNEL } from '../../../shared/sim/embryo/kernels/current.ts';
import { FOUNDERS } from '../../../shared/sim/founders.ts';
import { measureEcho } from '../../net/echo.ts';
import { kernelAddress } from '../../worker/kernel-address.ts';
import { nursery, Urgency } from '../../worker/nursery.ts';
import type { CheckName, Measured } from './verdict.ts';

/** Enough for a steady figure, little enough for the slowest machine: some seconds by the reference. */
const WARM_UP = 8;
const EMBRYOS = 96;
const PATIENCE_MS = 20_000;

/** What renderers are called that do without a graphics chip. */
const DRAWN_BY_PROCESSOR = /swiftshader|llvmpipe|softpipe|software|basic render/i;

type Probes = { readonly [Name in CheckName]: () => Promise<Measured[Name]> };

export const PROBES: Probes = {
  live: () => measureEcho(),

  webgl: async () => {
    const context = document.createElement('canvas').getContext('webgl');
    if (!context) return null;
    const named = context.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER;
    return DRAWN_BY_PROCESSOR.test(String(context.getParameter(named))) ? 'processor' : 'card';
  },

  simd: async () => {
    try {
      const address = kernelAddress(CURRENT_KERNEL);
      if (!address || typeof WebAssembly === 'undefined') return null;
      const bytes = await (await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) })).arrayBuffer();
      // The kernel itself is the test: its bytes hold SIMD instructions.
      return WebAssembly.validate(bytes) ? true : null;
    } catch {
      return null;
    }
  },

  growth: async () => {
    try {
      await grow(WARM_UP, 1);
      const began = performance.now();
      await grow(EMBRYOS, 1000);
      return Math.round((EMBRYOS * 1000) / (performance.now() - began));
    } catch {
      // No worker could be started on this page, or it stopped.
      return null;
    }
  },

  download: async () => {
    try {
      const began = performance.now();
      const response = await fetch('/api/check/download', {
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const { byteLength } = await response.arrayBuffer();
      if (byteLength !== CHECK_DOWNLOAD_BYTES) return null;
      const seconds = (performance.now() - began) / 1000;
      return (byteLength * 8) / 1_000_000 / Math.max(seconds, 0.001);
    } catch {
      return null;
    }
  },
};

function grow(count: number, from: number): Promise<unknown> {
  const of = Array.from({ length: count }, (_, at) => ({
    genome: FOUNDERS[at % FOUNDERS.length]?.genome ?? new Uint8Array(),
    noiseSeed: from + at,
    conditions: { temperature: 0, nutrition: 0, noise: 100 },
  }));
  return nursery().ask({ kind: 'measure', of }, Urgency.now).done;
}
