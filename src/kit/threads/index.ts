export { answering } from './answering.ts'
export { OutOfTime, Overcrowded, programBeside, ThreadEnded, type ThreadLimits, threadFor } from './thread.ts'
