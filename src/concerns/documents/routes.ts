import { address } from '../../screens/index.ts'
import { mayRead } from '../routes.ts'
import { largestForm } from './rules.ts'

/** Documents that are handed in about a concern: by those who read it, and by whoever told of it, with their code. */
export const documentRoutes = {
  told: address('/told/document', 'anyone', { takes: largestForm }),
  all: address('/concerns/:concern/documents', mayRead),
  handIn: address('/concerns/:concern/documents/new', mayRead, { takes: largestForm }),
  one: address('/concerns/:concern/documents/:document', mayRead, { atOnce: 2 }),
}
