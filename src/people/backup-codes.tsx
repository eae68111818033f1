import { ButtonLink, Inset, List, Panel, Paragraph } from '../ui/index.ts'

/** A second step is set up. Where it is the first, the codes for the day it is lost, this one time. */
export const BackupCodes = (props: {
  title: string
  lead?: string
  codes: readonly string[]
  next: string
}) => (
  <>
    <Panel title={props.title} />
    {props.lead && <Paragraph>{props.lead}</Paragraph>}
    {props.codes.length > 0 && (
      <>
        <Paragraph>
          If you lose your phone or device, each of these codes lets you in once, after your password. Write
          them down, and keep them at home.
        </Paragraph>
        <List items={props.codes.map(code => <code key={code}>{code}</code>)} />
        <Inset>They are shown this one time.</Inset>
      </>
    )}
    <ButtonLink href={props.next}>{props.codes.length > 0 ? 'I have kept them. Go on' : 'Go on'}</ButtonLink>
  </>
)
