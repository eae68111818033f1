import { address } from '../screens/index.ts'
import { mayWord } from './rules.ts'

export const routes = {
  posters: address('/posters', 'staff'),
  register: address('/posters/register', 'staff'),
  printing: address('/posters/printings/:printing', 'staff'),
  end: address('/posters/printings/:printing/end', 'staff', { atOnce: 2 }),
  file: address('/posters/printings/:printing/file', 'staff', { atOnce: 3 }),
  printed: address('/posters/printed/:code', 'anyone'),
  poster: address('/posters/:poster', 'staff'),
  picture: address('/posters/:poster/picture', 'staff', { atOnce: 20 }),
  print: address('/posters/:poster/print', 'staff', { atOnce: 2 }),
  wording: address('/posters/:poster/wording', mayWord, { atOnce: 2 }),
} as const
