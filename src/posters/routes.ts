import { address } from '../screens/index.ts'
import { mayWord } from './rules.ts'

export const routes = {
  posters: address('/posters', 'staff'),
  register: address('/posters/register', 'staff'),
  printing: address('/posters/printings/:printing', 'staff'),
  end: address('/posters/printings/:printing/end', 'staff'),
  file: address('/posters/printings/:printing/file', 'staff'),
  printed: address('/posters/printed/:code', 'anyone'),
  poster: address('/posters/:poster', 'staff'),
  picture: address('/posters/:poster/picture', 'staff'),
  print: address('/posters/:poster/print', 'staff'),
  wording: address('/posters/:poster/wording', mayWord),
} as const
