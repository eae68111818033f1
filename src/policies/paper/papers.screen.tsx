import { whenInWords } from '../../guidance/index.ts'
import { hasRole, mayManage } from '../../people/index.ts'
import { screen } from '../../screens/index.ts'
import {
  ButtonLink,
  counted,
  Heading,
  Link,
  Paging,
  Paragraph,
  stretchOf,
  Table,
  Tag,
  within,
} from '../../ui/index.ts'
import { policyToFollow } from '../access.ts'
import { routes } from '../routes.ts'
import { selectSheets } from './queries.ts'
import { maySeeEverySheet, sheetState, sheetWords } from './rules.ts'

/** Signing on paper: the sheets there are, and the ways to print one and to record one. */
export const papersScreen = screen({
  address: routes.paper,
  load: async (reader, { policy }) => {
    const found = await policyToFollow(reader, policy)
    if (!found) return undefined
    const { db, actor } = reader
    const [all, manages] = await Promise.all([
      hasRole(reader, ...maySeeEverySheet),
      hasRole(reader, ...mayManage),
    ])
    const of = all ? undefined : actor.personId
    const sheets = await selectSheets(db, { agencyId: actor.agencyId, policyId: found.policy.id, of })
    return { policy: found.policy, sheets, manages }
  },
  show: ({ thing: { policy, sheets, manages }, query }) => {
    const to = { policy: policy.id }
    const stretch = stretchOf(query, 'page', sheets.length)
    return {
      title: `On paper: ${policy.title}`,
      back: { href: routes.signatures.to(to), text: 'Who has signed' },
      body: (
        <div class="ly-wide">
          <Heading>On paper: {policy.title}</Heading>
          <Paragraph>
            For somebody who cannot sign on a screen. Their manager prints a sheet, explains it, and records
            who signed. A second person who was there, or has seen the sheet, confirms it: only then have they
            signed.
          </Paragraph>
          {manages && (
            <div class="ly-acts">
              <ButtonLink href={routes.printPaper.to(to)}>Print a signing sheet</ButtonLink>
              <ButtonLink href={routes.recordPaper.to(to)} kind="secondary">
                Record who signed
              </ButtonLink>
            </div>
          )}
          {sheets.length === 0 && <Paragraph>No sheet has been recorded yet.</Paragraph>}
          {sheets.length > 0 && (
            <Table
              caption={counted(stretch, 'sheet', 'sheets')}
              columns={[
                { head: 'Signed on' },
                { head: 'Who' },
                { head: 'Recorded by' },
                { head: 'Second person' },
                { head: 'Standing' },
              ]}
              rows={within(sheets, stretch).map(sheet => [
                <Link key="day" href={routes.sheet.to({ sheet: sheet.id })}>
                  {whenInWords(sheet.signed_on)}
                </Link>,
                `${sheet.persons.length} ${sheet.persons.length === 1 ? 'person' : 'people'}, version ${sheet.number}`,
                sheet.recorder,
                sheet.answerer ?? sheet.asked,
                <Tag key="state" colour={sheetWords[sheetState(sheet)].colour}>
                  {sheetWords[sheetState(sheet)].words}
                </Tag>,
              ])}
            />
          )}
          <Paging stretch={stretch} query={query} name="page" label="Pages of sheets" />
        </div>
      ),
    }
  },
})
