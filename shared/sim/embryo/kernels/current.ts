/** Written by `npm run build:kernel`: the name of the kernel in use, 16504701d86ecf53.wasm in this folder. */
export const CURRENT_KERNEL = '16504701d86ecf53';
