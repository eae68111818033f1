import { address } from '../screens/index.ts'
import { mayExport, mayExportAll } from './rules.ts'

export const routes = {
  exports: address('/exports', mayExport),
  askConversation: address('/exports/conversation/:conversation', mayExport),
  askPerson: address('/exports/person/:person', mayExportAll),
  export: address('/exports/:export', mayExport),
  file: address('/exports/:export/:file', mayExport, { atOnce: 2 }),
} as const
