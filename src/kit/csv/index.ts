export { type Decoded, decodeText } from '../text/decode.ts'
export { type CsvRow, type CsvSheet, readCsv, type UnreadableCsv } from './read.ts'
export { csvAnswer, csvText, startsLikeAFormula } from './write.ts'
