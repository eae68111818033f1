import type { Way } from './way.ts'
import { contentWays } from './ways-content.ts'
import { keyWays } from './ways-keys.ts'
import { orderWays } from './ways-order.ts'
import { rowWays } from './ways-rows.ts'

export const ways: readonly Way[] = [...contentWays, ...orderWays, ...keyWays, ...rowWays]
