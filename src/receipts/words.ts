/** What an event is called on a page. */
const words: Readonly<Record<string, string>> = {
  'policy.signed': 'You signed a policy',
  'policy.published': 'You published a version of a policy',
  'message.sent': 'You sent a message',
  'conversation.opened': 'You opened a conversation',
  'conversation.read': 'You read a conversation as a manager',
}

export const eventWords = (event: string): string =>
  words[event] ?? event.replace('.', ': ').replaceAll('-', ' ')
