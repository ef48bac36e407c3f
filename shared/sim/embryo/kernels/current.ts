/** Written by `npm run build:kernel`: the name of the kernel in use, 663462a50fb65b5b.wasm in this folder. */
export const CURRENT_KERNEL = '663462a50fb65b5b';
