import { inDays } from '../../kit/clock.ts'
import { screen } from '../../screens/index.ts'
import { counted, Heading, Inset, Link, Paging, Paragraph, PlainTable, Prose } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { policyToRecord } from './access.ts'
import { notSigned } from './not-signed.ts'
import { codeOf } from './rules.ts'

/** A sheet to print: the whole text, its code, and a line to sign on for each who has not signed. */
export const printScreen = screen({
  address: routes.printPaper,
  load: async (reader, { policy, query }) => {
    const about = await policyToRecord(reader, policy)
    return about && { about, list: await notSigned(reader, about, query), place: reader.actor.place }
  },
  show: ({ thing: { about, list, place }, query }) => {
    const { policy, version } = about.found
    const to = { policy: policy.id }
    const code = codeOf(version)
    return {
      title: `Signing sheet: ${policy.title}`,
      back: { href: routes.paper.to(to), text: 'On paper' },
      body: (
        <div class="ly-wide ly-sheet">
          <Heading>Signing sheet: {policy.title}</Heading>
          <p class="govuk-body ly-sheet__which">
            {place}. Version {version.number}, from {inDays(version.published_at)}. Code{' '}
            <strong class="ly-sheet__code">{code}</strong>
          </p>
          <div class="ly-sheet__how">
            <Inset>
              Print this page with your browser: all of it, the text too. Go through it with whoever signs.
              When they have signed, <Link href={routes.recordPaper.to(to)}>record who signed</Link>; you are
              asked for the code.
            </Inset>
            {list.people.length === 0 && (
              <Paragraph>
                Everybody who answers to you has signed, or is on a sheet that waits to be confirmed.
              </Paragraph>
            )}
            <Paging stretch={list.stretch} query={query} name="page" label="Pages of people" />
          </div>
          <Prose text={version.text} />
          {list.people.length > 0 && (
            <div class="ly-sheet__names">
              <p class="govuk-body">
                I have read {policy.title}, version {version.number} (code {code}), or had it read to me. It
                was explained to me, and I will keep to it.
              </p>
              <PlainTable
                class="ly-sheet__table"
                caption={counted(list.stretch, 'person', 'people')}
                captionSize="s"
                head={[{ text: 'Name' }, { text: 'Signature' }, { text: 'Day' }]}
                rows={list.people.map(({ name }) => [{ text: name }, { text: '' }, { text: '' }])}
                rowsHaveHeads
              />
              <p class="ly-sheet__line">Explained to them by</p>
              <p class="ly-sheet__line">Seen by a second person</p>
            </div>
          )}
          <p class="ly-sheet__print">
            The fingerprint of this exact text: {Buffer.from(version.text_hash).toString('hex')}
          </p>
        </div>
      ),
    }
  },
})
