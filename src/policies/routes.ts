import { mayManage } from '../people/index.ts'
import { address } from '../screens/index.ts'
import { mayPublish, maySeeSignatures } from './rules.ts'

export const routes = {
  policies: address('/policies', 'before-signing'),
  register: address('/policies/register', mayPublish),
  add: address('/policies/new', mayPublish),
  policy: address('/policies/:policy', 'before-signing'),
  sign: address('/policies/:policy/sign', 'before-signing'),
  understanding: address('/policies/:policy/understanding', 'before-signing'),
  signed: address('/policies/:policy/signed', 'before-signing'),
  version: address('/policies/:policy/versions/:number', 'before-signing'),
  download: address('/policies/:policy/versions/:number/:form', 'before-signing', { atOnce: 4 }),
  // Where a version is written and approved: its pages are the room's above, src/drafting.
  draft: address('/policies/:policy/draft', 'staff'),
  // How the version in force stands to the guidance: src/drafting too.
  fit: address('/policies/:policy/guidance', 'before-signing'),
  owner: address('/policies/:policy/owner', mayPublish),
  review: address('/policies/:policy/review', 'staff'),
  paper: address('/policies/:policy/paper', maySeeSignatures),
  printPaper: address('/policies/:policy/paper/print', mayManage),
  recordPaper: address('/policies/:policy/paper/record', mayManage),
  sheet: address('/policies/paper/:sheet', maySeeSignatures),
  signatures: address('/policies/:policy/signatures', maySeeSignatures),
  signaturesFile: address('/policies/:policy/signatures/file', maySeeSignatures),
} as const
