/** Words for days that a draft cannot come into force on. */
export const dayRefused = {
  'day-is-past': () =>
    'That day is gone, so nothing was changed. Choose today, or the day from which it is to be in force.',
  'day-too-far': () =>
    'That day is more than a year off, so nothing was changed. Choose an earlier day, or ask again nearer the time.',
} as const
