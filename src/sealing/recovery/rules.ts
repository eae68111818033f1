import type { Role } from '../../records/index.ts'

/** Who names the first keyholders, and others once fewer than two of them are left. After that two of them do. */
export const mayName: readonly Role[] = ['senior-manager', 'designated-person']

/** How many there are: two who can be reached, on most days, and few enough to be answered for. The database holds the same. */
export const holders = { least: 3, most: 5 } as const
