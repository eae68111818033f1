import { Fragment } from 'preact'
import { type Form, forms } from '../../kit/documents/index.ts'
import { Link, Paragraph, Unseen } from '../../ui/index.ts'
import { routes } from '../routes.ts'

const shown = Object.keys(forms) as readonly Form[]

/** Links to a version of a policy in each of its forms. */
export const Downloads = ({ policy, number }: { readonly policy: string; readonly number: number }) => (
  <Paragraph>
    Download version {number}:{' '}
    {shown.map((form, at) => (
      <Fragment key={form}>
        {at > 0 && ', '}
        <Link href={routes.download.to({ policy, number: `${number}`, form })}>
          <Unseen>Version {number} as </Unseen>
          {forms[form].words}
        </Link>
      </Fragment>
    ))}
  </Paragraph>
)
