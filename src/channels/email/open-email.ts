import { promises as dns } from 'node:dns'
import type { Post } from '../../kit/mail/index.ts'
import type { Ground } from '../../records/index.ts'
import type { Channel } from '../channel.ts'
import { listenForMail } from './listener.ts'
import { helpByMail, noteJob } from './note.ts'
import type { Resolver } from './proven.ts'
import { ReplyAddresses } from './reply-address.ts'
import { emailChannel } from './send.ts'

export interface Email {
  readonly channel: Channel
  /** The port on which the mail server hands over. */
  readonly port: number
  /** The most bytes of mails that were held at once so far. */
  readonly mostHeld: () => number
  readonly close: () => Promise<void>
}

/** Opens email both ways: out through `post`, in through a listener. `resolver` answers for DNS; the machine's own unless said. */
export async function openEmail(about: {
  readonly ground: Ground
  readonly secret: string
  readonly domain: string
  readonly listen: string
  readonly post: Post
  readonly resolver?: Resolver
  readonly fault: (error: unknown, about: string) => void
}): Promise<Email> {
  const { ground, post, fault } = about
  const addresses = new ReplyAddresses(about.secret, about.domain)
  const resolver = about.resolver ?? ((name, type) => dns.resolve(name, type) as ReturnType<Resolver>)
  const { port, mostHeld, close } = await listenForMail(
    { ground, addresses, resolver },
    { listen: about.listen, fault },
  )
  const channel: Channel = {
    ...emailChannel(addresses, post),
    help: helpByMail(addresses, post),
    jobs: { 'email-note': noteJob(ground, addresses, post) },
  }
  return { channel, port, mostHeld, close }
}
