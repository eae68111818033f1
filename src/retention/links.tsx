import type { PersonActor } from '../records/index.ts'
import { Link, Paragraph } from '../ui/index.ts'
import { routes } from './routes.ts'
import { type KeptKind, keptKindAt, mayHold } from './rules.ts'

/** The way to have a thing erased, for whoever may (`mayBeErasedBy`); its page says what stays. */
export function EraseLink(about: {
  readonly kind: KeptKind
  readonly id: string
  readonly may: boolean
  /** Nothing of it is left to erase. */
  readonly gone?: boolean
}) {
  if (about.gone || !about.may) return null
  return (
    <Paragraph>
      <Link href={routes.erase.to({ kind: about.kind, thing: about.id })}>
        Erase this {keptKindAt(about.kind).one}, where the law requires it
      </Link>
    </Paragraph>
  )
}

/** The way to put a hold on a conversation, for whoever may. */
export function HoldLink({ id, actor }: { readonly id: string; readonly actor: PersonActor }) {
  if (!mayHold.some(role => actor.roles.includes(role))) return null
  return (
    <Paragraph>
      <Link href={routes.holdConversation.to({ conversation: id })}>
        Put a hold on this conversation: nothing of it is erased
      </Link>
    </Paragraph>
  )
}
