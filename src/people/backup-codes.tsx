import { ButtonLink, Inset, Panel, Paragraph } from '../ui/index.ts'

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
          Now keep your backup codes. If you lose your phone or device, each of them lets you in once, after
          your password. Write them down, and keep them at home.
        </Paragraph>
        <ul class="ly-codes">
          {props.codes.map(code => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <Inset>They are shown this one time.</Inset>
      </>
    )}
    <ButtonLink href={props.next}>{props.codes.length > 0 ? 'I have kept them. Go on' : 'Go on'}</ButtonLink>
  </>
)
