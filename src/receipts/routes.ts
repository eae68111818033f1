import { address } from '../screens/index.ts'

export const routes = {
  receipt: address('/receipts/:entry', 'before-signing'),
  file: address('/receipts/:entry/file', 'before-signing'),
  check: address('/check', 'anyone'),
  checkpoint: address('/log/:agency/checkpoint', 'anyone'),
  tile: address('/log/:agency/tile/:tile{.+}', 'anyone'),
  key: address('/log/:agency/key', 'anyone'),
} as const
