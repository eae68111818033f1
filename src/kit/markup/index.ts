export { type Block, blocksOf } from './blocks.ts'
export { tidyPasted } from './tidy-pasted.ts'
