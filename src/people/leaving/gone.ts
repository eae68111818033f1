/**
 * Announced when somebody's way in has ended: they have left, or have been signed out. Whoever keeps something open for
 * them (a live stream) closes it, and the browser's next request is asked anew who it comes from.
 */
export const goneTopic = (personId: string): string => `gone:${personId}`
