/**
 * `npm run build:kernel`: compiles shared/sim/embryo/kernel and stores it under the hash of its bytes. Kernels of before are
 * kept: a recording names the kernel that it was made with, and needs it to be played.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KERNELS = new URL('../../shared/sim/embryo/kernels/', import.meta.url);
/** Hexadecimal digits of the SHA-256 that name a kernel. */
const NAME_DIGITS = 16;

/** Fixed memory, no allocator, no imports. Nothing here depends on the machine: the same sources give the same bytes. */
const OPTIONS = [
  '--outFile=kernel.wasm',
  '--optimizeLevel=3',
  '--shrinkLevel=0',
  '--converge',
  '--noAssert',
  '--runtime=stub',
  '--enable=simd',
  '--use=abort=',
  '--initialMemory=4',
  '--maximumMemory=4',
  // No v128 leaves the module: functions that take one are exported from their file only.
  '--disableWarning=112',
];

/** The kernel's bytes, compiled from the sources as they are. Throws with the compiler's words. */
export function compileKernel(): Promise<Uint8Array<ArrayBuffer>> {
  return compile('index.ts');
}

/** A file of the kernel's folder, compiled as the kernel is. */
export async function compile(file: string): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  const { error, stderr } = await asc.main([`shared/sim/embryo/kernel/${file}`, ...OPTIONS, `--baseDir=${ROOT}`], {
    writeFile(_name, contents) {
      if (contents instanceof Uint8Array) bytes = Uint8Array.from(contents);
    },
  });
  if (error || !bytes) throw new Error(`The kernel does not compile:\n${stderr.toString()}${error?.message ?? ''}`);
  return bytes;
}

export function kernelName(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, NAME_DIGITS);
}

async function build(): Promise<void> {
  const bytes = await compileKernel();
  const name = kernelName(bytes);
  writeFileSync(new URL(`${name}.wasm`, KERNELS), bytes);
  const current = `/** Written by \`npm run build:kernel\`: the name of the kernel in use, ${name}.wasm in this folder. */\nexport const CURRENT_KERNEL = '${name}';\n`;
  writeFileSync(new URL('current.ts', KERNELS), current);
  console.log(`Kernel ${name}: ${bytes.length} bytes.`);
}

if (import.meta.main) await build();
