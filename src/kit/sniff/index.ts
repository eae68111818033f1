export { holdsPicture, type Pasted, pastedIn } from './pasted.ts'
export { beginsAs, type Kind, type Pictures, type Sniffed, sniff } from './sniff.ts'
