import { screen } from '../../screens/index.ts'
import { Heading, Inset, Link, Paragraph, Subheading, SummaryList, type SummaryRow } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { roleWords } from '../rules.ts'
import { organisationToChange } from './access.ts'
import { contrastWithWhite } from './colour.ts'
import { inHours } from './hours.screen.tsx'
import type { OrganisationFacts } from './organisation-facts.ts'
import { ladoWithinWords } from './outside.screen.tsx'
import { Swatch } from './swatch.tsx'

/** What the organisation says of itself: on Get help now, on its posters, in its policies. */
export const organisationScreen = screen({
  address: routes.organisation,
  load: organisationToChange,
  show: ({ thing: facts }) => ({
    title: 'Our names and numbers',
    body: (
      <div class="ly-wide">
        <Heading>Our names and numbers</Heading>
        <Paragraph>
          What {facts.name} says of itself: it stands under <Link href="/help">Get help now</Link>, on posters
          and in policies. A poster that was printed before a change is then out of date, and whoever printed
          it is asked to replace it.
        </Paragraph>
        <Missing facts={facts} />
        <Subheading>How we are reached</Subheading>
        <SummaryList rows={reachRows(facts)} />
        <Subheading>Who answers for keeping children safe</Subheading>
        <People facts={facts} />
        <Subheading>Outside our organisation</Subheading>
        <SummaryList rows={outsideRows(facts)} />
        <Subheading>Equipment</Subheading>
        <SummaryList rows={equipmentRows(facts)} />
        <Subheading>How we look</Subheading>
        <SummaryList rows={lookRows(facts)} />
      </div>
    ),
  }),
})

const missing = 'Not given yet'

/** One line of what stands, with the way to change it. */
const row = (key: string, value: SummaryRow['value'], href: string): SummaryRow => ({
  key,
  value: value || missing,
  actions: [{ href, text: 'Change', about: key.toLowerCase() }],
})

const reachRows = ({ phone, outOfHours, email, web, hours }: OrganisationFacts): SummaryRow[] => [
  row('Telephone', phone, routes.reach.to()),
  row('Out of hours', outOfHours, routes.reach.to()),
  row('Email address', email, routes.reach.to()),
  row('Site', web, routes.reach.to()),
  row('When we write to families', inHours(hours), routes.contactHours.to()),
]

function People({ facts }: { readonly facts: OrganisationFacts }) {
  if (facts.designated.length === 0)
    return (
      <Paragraph>
        Nobody is designated person here yet. An administrator gives the role under{' '}
        <Link href={routes.people.to()}>People</Link>.
      </Paragraph>
    )
  return (
    <>
      <SummaryList
        rows={facts.designated.map(({ id, name, role, phone, email }) => ({
          key: name,
          value: (
            <>
              {roleWords[role]}
              <br />
              {phone ?? 'No telephone number given yet'}
              {email && (
                <>
                  <br />
                  {email}
                </>
              )}
            </>
          ),
          actions: [
            { href: routes.contact.to({ person: id }), text: 'Change', about: `how ${name} is reached` },
          ],
        }))}
      />
      <Paragraph>
        Who they are comes from their roles, which an administrator changes under{' '}
        <Link href={routes.people.to()}>People</Link>.
      </Paragraph>
    </>
  )
}

const outsideRows = ({ lado, police, outside }: OrganisationFacts): SummaryRow[] => [
  row(
    'Local authority designated officer (LADO)',
    lado && (
      <>
        {lado.name}
        <br />
        {lado.phone}
        {lado.email && (
          <>
            <br />
            {lado.email}
          </>
        )}
      </>
    ),
    routes.lado.to(),
  ),
  row('How soon the LADO is told', ladoWithinWords[outside.lado], routes.outside.to()),
  row('Children’s services, about a child', outside.children, routes.outside.to()),
  row('The police, when it is no emergency', police, routes.reach.to()),
]

const equipmentRows = ({ equipment }: OrganisationFacts): SummaryRow[] => [
  row('Where phones and cameras are got from', equipment?.where, routes.equipment.to()),
  row('Who gives them out', equipment?.who, routes.equipment.to()),
]

const lookRows = ({ colour, logo, name }: OrganisationFacts): SummaryRow[] => [
  row(
    'Colour',
    <>
      <Swatch colour={colour} /> {colour}, which white stands out from {contrastWithWhite(colour).toFixed(1)}{' '}
      to 1
    </>,
    routes.colour.to(),
  ),
  row(
    'Logo',
    logo && (
      <img
        class="ly-logo"
        src={routes.logoPicture.to({ logo: logo.id })}
        alt={`The logo of ${name}`}
        width={Math.round((logo.width * 60) / logo.height)}
        height={60}
      />
    ),
    routes.logo.to(),
  ),
]

/** What nobody has given yet, and what cannot be printed without it. */
function Missing({ facts }: { readonly facts: OrganisationFacts }) {
  const lacks = [
    !facts.phone && 'our telephone number',
    !facts.outOfHours && 'the out-of-hours line',
    facts.designated.length === 0 && 'a designated person',
    facts.designated.some(({ phone }) => !phone) &&
      'a telephone number for each designated person and deputy',
    !facts.lado && 'the LADO’s contact',
    !facts.equipment && 'where equipment is got from',
  ].filter(one => one !== false)
  if (lacks.length === 0) return null
  return <Inset>Still to give: {lacks.join('; ')}.</Inset>
}
