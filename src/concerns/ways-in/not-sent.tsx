import type { Content } from '../../screens/index.ts'
import { Call, Heading, Paragraph, Warning } from '../../ui/index.ts'
import type { Where } from '../where.ts'

interface Props {
  readonly where: Where
}

/** So much is being sent from here that this has to wait. */
export const Busy = ({ where }: Props) => (
  <>
    <Heading>Not sent yet</Heading>
    <Warning>
      A great deal is being sent from here at this moment. Your words are below: wait a minute, and press once
      more. <Instead where={where} />
    </Warning>
  </>
)

/** Nobody here could read it: whom to tell instead. Nothing that was typed is lost. */
export const Nobody = ({ where }: Props) => (
  <>
    <Heading>Not sent</Heading>
    <Warning>
      Nobody at {where.office.name} could read this who is not the one it is about. Your words are below, and
      nothing was sent. <Instead where={where} />
    </Warning>
  </>
)

/** It is not taken in writing here yet. */
export const NotOn = ({ where }: Props) => (
  <>
    <Heading>Not sent</Heading>
    <Warning>
      {where.office.name} does not take this in writing yet, so nothing was sent. Your words are below: keep
      them, and do not wait for us. <ByTelephone where={where} />
    </Warning>
  </>
)

const ByTelephone = ({ where }: Props) => (
  <>
    {where.office.phone && (
      <>
        Call {where.office.name}: <Call number={where.office.phone} />.{' '}
      </>
    )}
    <Instead where={where} />
  </>
)

const Instead = ({ where: { office } }: Props) => (
  <>
    {office.lado && (
      <>
        Tell the local authority’s designated officer (LADO), {office.lado.name}:{' '}
        <Call number={office.lado.phone} />.{' '}
      </>
    )}
    {office.outOfHours && (
      <>
        Or call <Call number={office.outOfHours} />, at any hour.{' '}
      </>
    )}
    The NSPCC listens too: <Call number="0808 800 5000" />. A child can call Childline, free:{' '}
    <Call number="0800 1111" />. In danger now: <Call number="999" />.
  </>
)

/** What is shown in the form’s place where nothing is taken. */
export const closed = (where: Where): Content => ({
  title: 'Tell us by telephone',
  plain: true,
  body: (
    <>
      <Heading>Tell us by telephone</Heading>
      <Paragraph>
        {where.office.name} does not take this in writing yet: nobody there can read it safely. Please do not
        wait for that.
      </Paragraph>
      <Paragraph>
        <ByTelephone where={where} />
      </Paragraph>
    </>
  ),
})

/** It took so long on its way that we stopped waiting. */
export const cutOff: Content = {
  title: 'Not sent yet',
  plain: true,
  body: (
    <>
      <Heading>Not sent yet</Heading>
      <Warning>
        What you sent did not reach us whole: your connection may be slow. Go back, where your words still
        are, and press once more. If a child is in danger now, call <Call number="999" />. A child can call
        Childline, free: <Call number="0800 1111" />.
      </Warning>
    </>
  ),
}
