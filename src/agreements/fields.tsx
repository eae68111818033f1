import { date, maybeTick } from '../kit/forms/index.ts'
import { Checkboxes } from '../ui/index.ts'
import { allChannels, type Channel, channels } from './rules.ts'

/** A box to tick for each channel. */
export const channelFields = {
  web: maybeTick(),
  email: maybeTick(),
  text: maybeTick(),
  call: maybeTick(),
} as const

export const lastField = date({ called: 'The last day', required: 'Enter until when it holds' })

export const tickedIn = (values: Readonly<Record<Channel, boolean>>): ReadonlySet<Channel> =>
  new Set(allChannels.filter(channel => values[channel]))

export const ChannelBoxes = (props: {
  readonly label: string
  readonly hint?: string
  readonly ticked: ReadonlySet<Channel>
  readonly only?: readonly Channel[]
  readonly said?: (channel: Channel) => string | undefined
}) => (
  <Checkboxes
    name="channels"
    label={props.label}
    hint={props.hint}
    options={(props.only ?? allChannels).map(channel => ({
      value: 'yes',
      name: channel,
      text: channels[channel].words,
      hint: [channels[channel].means, props.said?.(channel)].filter(Boolean).join(' '),
      checked: props.ticked.has(channel),
    }))}
  />
)

/** What is ticked when the page is shown again, or else what is to be ticked at first. */
export const shownTicked = (
  typed: Readonly<Record<string, string | undefined>>,
  first: ReadonlySet<Channel>,
): ReadonlySet<Channel> => (typed.sent ? new Set(allChannels.filter(channel => typed[channel])) : first)
