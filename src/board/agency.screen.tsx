import { lateConcerns } from '../concerns/index.ts'
import { type PolicyFit, policyFits, SeenFigures } from '../drafting/index.ts'
import { policyKinds } from '../policies/index.ts'
import { type Ground, read, system } from '../records/index.ts'
import { type Content, handler } from '../screens/index.ts'
import { Heading, Link, Paragraph, SummaryList, Table, Unseen } from '../ui/index.ts'
import { agencyToOversee } from './access.ts'
import { type AgencyFigures, figuresOf } from './figures.ts'
import { routes } from './routes.ts'

/** One member agency in figures. */
export const boardAgencyPage = (ground: Ground) =>
  handler(routes.agency, {
    async get({ actor, page, missing, params }) {
      const agency = actor && (await read(ground, actor, reader => agencyToOversee(reader, params.agency)))
      if (!agency) return missing()
      const fits = await read(ground, system(agency.id), policyFits)
      const late = await read(ground, actor, reader => lateConcerns(reader, agency.id))
      return page(agencyContent(await figuresOf(ground, agency), fits, late))
    },
  })

const agencyContent = (figures: AgencyFigures, fits: readonly PolicyFit[], late: number): Content => {
  const { agency, people, duties, induction } = figures
  return {
    title: agency.name,
    back: { href: routes.board.to(), text: 'Member agencies' },
    body: (
      <div class="ly-wide">
        <Heading>{agency.name}</Heading>
        <SummaryList
          rows={[
            { key: 'People who work or volunteer there', value: people.staff },
            { key: 'Invited and not yet joined', value: people.invited },
            { key: 'Designated person', value: people.designated > 0 ? 'Named' : 'Nobody is named' },
            {
              key: 'Duties to be done',
              value: duties.open === 0 ? 'None' : `${duties.open}, of which ${duties.late} late`,
            },
            { key: 'Induction', value: inducted(induction) },
            { key: 'Concerns that nobody has seen to in time', value: late === 0 ? 'None' : late },
          ]}
        />
        <Paragraph>An agency is expected to hold each of these policies.</Paragraph>
        <Table
          caption={`Policies of ${agency.name}`}
          columns={[
            { head: 'Policy' },
            { head: 'In force' },
            { head: 'Signed', numeric: true },
            { head: 'People', numeric: true },
            { head: 'Standing' },
          ]}
          rows={policyRows(figures)}
        />
        <Fits agency={agency} fits={fits} />
        <Decisions agency={agency.name} decisions={figures.decisions} />
        <LoosenedScreening agency={agency.name} rows={figures.loosened} />
        <KeptShorter agency={agency.name} rows={figures.shortened} />
      </div>
    ),
  }
}

const inducted = ({ done, staff, ranOut }: AgencyFigures['induction']) =>
  `${done} of ${staff} have done it and it still counts${ranOut > 0 ? `. For ${ranOut} it has run out` : ''}`

/** How the policies in force there stand to the guidance. */
function Fits({ agency, fits }: { agency: AgencyFigures['agency']; fits: readonly PolicyFit[] }) {
  if (fits.length === 0) return null
  return (
    <Table
      caption={`Policies of ${agency.name} and the guidance`}
      columns={[{ head: 'Policy' }, { head: 'How it stands' }, { head: 'Statement by statement' }]}
      rows={fits.map(({ policy, title, seen }) => [
        title,
        <SeenFigures key="seen" seen={seen} />,
        <Link key="link" href={routes.policyFit.to({ agency: agency.id, policy })}>
          All of it<Unseen>: {title}</Unseen>
        </Link>,
      ])}
    />
  )
}

/** Every decision by which a senior manager there loosened a limit of the guidance for a time, the newest first. */
function Decisions({ agency, decisions }: { agency: string; decisions: AgencyFigures['decisions'] }) {
  if (decisions.length === 0)
    return (
      <Paragraph>No senior manager there has decided that a limit of the guidance does not hold.</Paragraph>
    )
  return (
    <>
      <Paragraph>
        A senior manager can decide that a limit of the guidance does not hold, for a year at most. Each such
        decision stands here with its reason.
      </Paragraph>
      <Table
        caption={`Decisions of ${agency}: ${heldNow(decisions)}`}
        columns={[
          { head: 'What it is about' },
          { head: 'Where' },
          { head: 'What it loosens' },
          { head: 'Why' },
          { head: 'Decided by' },
          { head: 'From' },
          { head: 'Until' },
          { head: 'Standing' },
        ]}
        rows={decisions.map(one => [
          one.about,
          one.where,
          one.loosens,
          one.why,
          one.by,
          one.on,
          one.until,
          one.standing,
        ])}
        wide
      />
    </>
  )
}

/** What they have made gentler of the screening, or allowed by name. A worker’s own details are stopped all the same. */
function LoosenedScreening({ agency, rows }: { agency: string; rows: AgencyFigures['loosened'] }) {
  if (rows.length === 0)
    return <Paragraph>Nothing of the screening of messages is gentler there than it comes.</Paragraph>
  return (
    <Table
      caption={`What ${agency} has loosened of its screening of messages`}
      columns={[
        { head: 'What it is about' },
        { head: 'What it loosens' },
        { head: 'Why' },
        { head: 'Decided by, and when' },
      ]}
      rows={rows.map(({ about, change, why, decided }) => [about, change, why, decided])}
    />
  )
}

/** What they have decided to erase sooner: what is gone can be asked about no more. */
function KeptShorter({ agency, rows }: { agency: string; rows: AgencyFigures['shortened'] }) {
  if (rows.length === 0)
    return <Paragraph>Nothing is kept there for a shorter time than Lanyard keeps it by itself.</Paragraph>
  return (
    <Table
      caption={`What ${agency} keeps for a shorter time`}
      columns={[{ head: 'What' }, { head: 'How long' }, { head: 'Why' }, { head: 'Decided by, and when' }]}
      rows={rows.map(({ what, kept, why, decided }) => [what, kept, why, decided])}
    />
  )
}

const heldNow = (decisions: AgencyFigures['decisions']): string =>
  `${decisions.filter(({ holds }) => holds).length} of ${decisions.length} ${decisions.length === 1 ? 'holds' : 'hold'} now`

/** Every policy that is expected, there or not, and then any of the agency's own. */
function policyRows({ policies, people }: AgencyFigures) {
  const expected = (Object.keys(policyKinds) as (keyof typeof policyKinds)[]).filter(kind => kind !== 'other')
  const missing = expected.filter(kind => !policies.some(policy => policy.kind === kind))
  return [
    ...policies.map(policy => [
      policy.title,
      policy.inForce ?? 'Not published',
      policy.signed,
      policy.staff,
      policy.standing,
    ]),
    ...missing.map(kind => [policyKinds[kind], 'Not there', 0, people.staff, 'Missing']),
  ]
}
