/** What is announced when a conversation has something new. */
export const topicOf = (conversation: string): string => `conversation:${conversation}`
