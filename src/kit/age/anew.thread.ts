import { answering } from '../threads/index.ts'
import { type Anew, drawAndSeal } from './anew.ts'

answering((all: readonly Anew[]) => Promise.all(all.map(drawAndSeal)))
