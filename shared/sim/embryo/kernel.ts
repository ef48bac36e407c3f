/**
 * The kernel's door: development by WebAssembly, the same to the byte as reference.ts and more than 25 times as fast. Where the bytes
 * of the kernel come from is the platform's business (a file, a fetch); their name is in kernels/current.ts.
 */
import { GENES, GENOME_BYTES } from '../genome.ts';
import { type BeginGrowth, BODY_BYTES, type Body, type Grow, type GrowthConditions, STEPS } from './body.ts';
import { checkPerturbation, holdable } from './microscope.ts';

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
  /** Int32Array[slots] and Int16Array[GENES / 2 × slots × 2]: views of living cells' sites and expression. */
  readonly sites: Int32Array;
  readonly expression: Int16Array;
  readonly livingCells: () => number;
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
    /** What had become of the embryo when growth ended: by now its instance may be growing another. */
    let grown: Snapshot | undefined;
    return {
      get step() {
        return grown ? STEPS : instance.step();
      },
      advance() {
        if (grown) return false;
        instance.advance();
        if (instance.step() === STEPS) {
          grown = {
            body: currentBody(instance),
            sites: currentSites(instance),
            expression: currentExpression(instance),
          };
          idle.push(instance);
        }
        return true;
      },
      body: () => grown?.body.slice() ?? currentBody(instance),
      sites: () => grown?.sites.slice() ?? currentSites(instance),
      expression: () => grown?.expression.slice() ?? currentExpression(instance),
      setExpression(values) {
        checkPerturbation(values, instance.livingCells(), grown !== undefined);
        perturb(instance, values);
      },
    };
  };

  return { grow, beginGrowth };
}

interface Snapshot {
  readonly body: Body;
  readonly sites: Uint16Array;
  readonly expression: Int16Array;
}

function begin(instance: Instance, genome: Uint8Array, noiseSeed: number, conditions: GrowthConditions): void {
  instance.genome.set(genome);
  instance.begin(noiseSeed, conditions.temperature, conditions.nutrition, conditions.noise);
}

function currentBody(instance: Instance): Body {
  instance.settleBody();
  return instance.body.slice();
}

function currentSites(instance: Instance): Uint16Array {
  return new Uint16Array(instance.sites.subarray(0, instance.livingCells()));
}

function currentExpression(instance: Instance): Int16Array {
  const cells = instance.livingCells();
  const { expression, sites } = instance;
  const values = new Int16Array(GENES * cells);
  // Written out: the lab reads this of every cell at every step, and a call for each value takes ten times as long.
  for (let gene = 0, at = 0; gene < GENES; gene++) {
    const first = (gene >> 1) * sites.length * 2 + (gene & 1);
    for (let cell = 0; cell < cells; cell++, at++) values[at] = expression[first + 2 * cell] ?? 0;
  }
  return values;
}

function perturb(instance: Instance, values: Int16Array): void {
  const cells = instance.livingCells();
  values.forEach((value, at) => {
    instance.expression[placeOf(instance, at, cells)] = holdable(value);
  });
}

/** Where the kernel has the value at `at` of Int16Array[GENES × cells]: two genes of a cell lie side by side. */
function placeOf({ sites }: Instance, at: number, cells: number): number {
  const gene = Math.floor(at / cells);
  return ((gene >> 1) * sites.length + (at - gene * cells)) * 2 + (gene & 1);
}

function instantiate(module: WebAssembly.Module): Instance {
  const { exports } = new WebAssembly.Instance(module);
  const { memory } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('This is not a kernel: it exports no memory.');
  const slots = numberOf(exports, 'slots');
  return {
    genome: new Uint8Array(memory.buffer, numberOf(exports, 'genome'), GENOME_BYTES),
    body: new Uint8Array(memory.buffer, numberOf(exports, 'body'), BODY_BYTES),
    sites: new Int32Array(memory.buffer, numberOf(exports, 'sites'), slots),
    expression: new Int16Array(memory.buffer, numberOf(exports, 'expression'), GENES * slots),
    livingCells: functionOf(exports, 'livingCells'),
    begin: functionOf(exports, 'begin'),
    step: functionOf(exports, 'step'),
    advance: functionOf(exports, 'advance'),
    settleBody: functionOf(exports, 'settleBody'),
    grow: functionOf(exports, 'grow'),
  };
}

function numberOf(exports: WebAssembly.Exports, name: string): number {
  const global = exports[name];
  if (!(global instanceof WebAssembly.Global)) throw new Error(`This is not a kernel: it exports no number “${name}”.`);
  return Number(global.value);
}

function functionOf(exports: WebAssembly.Exports, name: string): (...numbers: number[]) => number {
  const value = exports[name];
  if (typeof value !== 'function') throw new Error(`This is not a kernel: it exports no function “${name}”.`);
  return (...numbers) => Number(value(...numbers));
}
