import { type ConversationId, routes as messages } from '../messages/index.ts'

export const conversationAt = (id: ConversationId): string => messages.conversation.to({ conversation: id })
