/**
 * The kernel's door: development by WebAssembly, the same to the byte as reference.ts and about a hundred times as fast. Where the
 * bytes of the kernel come from is the platform's business (a file, a fetch); their name is in kernels/current.ts.
 */
import { GENOME_BYTES } from '../genome.ts';
import { type BeginGrowth, BODY_BYTES, type Body, type Grow, type GrowthConditions, STEPS } from './body.ts';

export interface Kernel {
  readonly grow: Grow;
  /** Each growth has an instance of its own until it has ended, so several may be under way at once. */
  readonly beginGrowth: BeginGrowth;
}

/** What a kernel exports (kernel/index.ts). */
interface Instance {
  /** The genome as the kernel reads it, and the body as it writes it: views of its memory, which never moves. */
  readonly genome: Uint8Array;
  readonly body: Uint8Array;
  readonly begin: (noiseSeed: number, temperature: number, nutrition: number, noise: number) => void;
  readonly step: () => number;
  readonly advance: () => number;
  readonly settleBody: () => void;
  readonly grow: (noiseSeed: number, temperature: number, nutrition: number, noise: number) => void;
}

/** Compiles the bytes of a kernel. Rejects if they are no WebAssembly, or of another shape. */
export async function loadKernel(wasm: BufferSource): Promise<Kernel> {
  return createKernel(await WebAssembly.compile(wasm));
}

/** As loadKernel, at once: for workers, which have nobody to keep waiting. */
export function loadKernelSync(wasm: BufferSource): Kernel {
  return createKernel(new WebAssembly.Module(wasm));
}

function createKernel(module: WebAssembly.Module): Kernel {
  const whole = instantiate(module);
  /** Instances whose growth has ended, to be used again. */
  const idle: Instance[] = [];

  const grow: Grow = (genome, noiseSeed, { temperature, nutrition, noise }) => {
    whole.genome.set(genome);
    whole.grow(noiseSeed, temperature, nutrition, noise);
    return whole.body.slice();
  };

  const beginGrowth: BeginGrowth = (genome, noiseSeed, conditions) => {
    const instance = idle.pop() ?? instantiate(module);
    begin(instance, genome, noiseSeed, conditions);
    let finished: Body | undefined;
    return {
      get step() {
        return finished ? STEPS : instance.step();
      },
      advance() {
        if (finished) return false;
        instance.advance();
        if (instance.step() === STEPS) {
          finished = currentBody(instance);
          idle.push(instance);
        }
        return true;
      },
      body: () => finished?.slice() ?? currentBody(instance),
    };
  };

  return { grow, beginGrowth };
}

function begin(instance: Instance, genome: Uint8Array, noiseSeed: number, conditions: GrowthConditions): void {
  instance.genome.set(genome);
  instance.begin(noiseSeed, conditions.temperature, conditions.nutrition, conditions.noise);
}

function currentBody(instance: Instance): Body {
  instance.settleBody();
  return instance.body.slice();
}

function instantiate(module: WebAssembly.Module): Instance {
  const { exports } = new WebAssembly.Instance(module);
  const { memory } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('This is not a kernel: it exports no memory.');
  return {
    genome: new Uint8Array(memory.buffer, addressOf(exports, 'genome'), GENOME_BYTES),
    body: new Uint8Array(memory.buffer, addressOf(exports, 'body'), BODY_BYTES),
    begin: functionOf(exports, 'begin'),
    step: functionOf(exports, 'step'),
    advance: functionOf(exports, 'advance'),
    settleBody: functionOf(exports, 'settleBody'),
    grow: functionOf(exports, 'grow'),
  };
}

function addressOf(exports: WebAssembly.Exports, name: string): number {
  const global = exports[name];
  if (!(global instanceof WebAssembly.Global))
    throw new Error(`This is not a kernel: it exports no address “${name}”.`);
  return Number(global.value);
}

function functionOf(exports: WebAssembly.Exports, name: string): (...numbers: number[]) => number {
  const value = exports[name];
  if (typeof value !== 'function') throw new Error(`This is not a kernel: it exports no function “${name}”.`);
  return (...numbers) => Number(value(...numbers));
}
