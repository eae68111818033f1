import type { Kept } from '../../retention/index.ts'
import { keptConversations, keptWords } from './conversation-kinds.ts'
import { keptMessages, keptWaiting, keptWorries } from './message-kinds.ts'

/** Every kind that this room keeps: messages before what their conversations are called. */
export const messagesKept: readonly Kept[] = [
  keptMessages,
  keptConversations,
  keptWaiting,
  keptWords,
  keptWorries,
]
