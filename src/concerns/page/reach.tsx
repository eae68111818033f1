import { Call, Link } from '../../ui/index.ts'

/** A telephone number can be called, a site followed; a name before it stays as it is. */
export function Reach({ reach }: { readonly reach: string }) {
  const [, name = '', number = ''] = /^(.*?)(\+?[\d][\d ]+)$/.exec(reach) ?? []
  if (number)
    return (
      <>
        {name}
        <Call number={number} />
      </>
    )
  if (/^[\w.-]+\.[a-z]{2,}(?:\/\S*)?$/i.test(reach)) return <Link href={`https://${reach}`}>{reach}</Link>
  return <>{reach}</>
}
