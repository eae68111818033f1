import type { OrganisationFacts } from '../../people/index.ts'
import { isOutside, type OutsideBody, type Step } from '../../routing/index.ts'
import { Details, List, Subheading } from '../../ui/index.ts'
import type { Told } from '../access.ts'
import { routeOf, settingsOf } from '../limits.ts'
import { Reach } from '../page/reach.tsx'
import { reachOf } from '../page/tellings.ts'

interface Props {
  readonly told: Pick<Told, 'row' | 'said'>
  readonly office: OrganisationFacts
}

/** What of the route is whoever told's own to do, and nobody here does for them; and why. In a child’s words for a child. */
export const YoursToDo = ({ told: { row, said }, office }: Props) => {
  // Whoever is to hear of it here has just been told.
  const yours = routeOf(row, settingsOf(office)).filter(
    ({ whose, to }) => whose === 'you' && (!to || isOutside(to)),
  )
  return said.child ? <ForChild steps={yours} office={office} /> : <ForAdult steps={yours} office={office} />
}

interface Steps {
  readonly steps: readonly Step[]
  readonly office: OrganisationFacts
}

function ForAdult({ steps, office }: Steps) {
  const [must, may, not] = (['must', 'may', 'must-not'] as const).map(weight =>
    steps.filter(step => step.weight === weight),
  ) as [Step[], Step[], Step[]]
  return (
    <>
      {must.length > 0 && (
        <>
          <Subheading>What is yours to do</Subheading>
          <Lines steps={must} office={office} />
        </>
      )}
      {may.length > 0 && (
        <Details summary="What you can do besides, and who helps">
          <Lines steps={may} office={office} />
        </Details>
      )}
      {not.length > 0 && (
        <Details summary="What not to do meanwhile">
          <Lines steps={not} office={office} />
        </Details>
      )}
    </>
  )
}

const Lines = ({ steps, office }: Steps) => (
  <List
    items={steps.map(step => (
      <>
        {step.does} {step.why} <Local step={step} office={office} />
      </>
    ))}
  />
)

/** How a body is reached that is another in each place, where this organisation has said. */
const Local = ({ step, office }: { readonly step: Step; readonly office: OrganisationFacts }) => {
  if (!step.to || !isOutside(step.to) || !local.includes(step.to)) return null
  const reach = reachOf(step.to, office)
  return reach ? <Reach reach={reach} /> : null
}
const local: readonly OutsideBody[] = ['lado', 'children-services']

/** The same for a child: what they can do, and why. What is for adults alone is not in it. */
const childs: Partial<Record<OutsideBody, readonly [does: string, why: string]>> = {
  '999': ['If you are in danger now, or another child is, call 999.', 'They come and help. It is free.'],
  police: [
    'You can tell the police yourself: call 101. A grown-up you trust can do it with you.',
    'What is being done may be against the law, and they can stop it.',
  ],
  ceop: [
    'You can tell CEOP, at www.ceop.police.uk/Safety-Centre. They are police for what happens online.',
    'They can find who is behind an account. They ask for your name, so that they can help you.',
  ],
  iwf: [
    'You can give the web address to the Internet Watch Foundation, at www.iwf.org.uk/report. You do not have to say who you are.',
    'They can have the picture taken down.',
  ],
  'report-remove': [
    'If it is a picture of you, Report Remove can have it taken down: childline.org.uk/remove, or call Childline on 0800 1111.',
    'You do it yourself, and no grown-up here has to see the picture.',
  ],
  lado: [
    'If nobody here does anything, a grown-up you trust can tell the council’s LADO.',
    'The LADO is somebody outside who deals with grown-ups who work with children.',
  ],
  'children-services': [
    'If nobody here does anything, you or a grown-up you trust can tell the council’s children’s services.',
    'It is their work to keep children safe.',
  ],
  childline: [
    'You can talk to Childline at any time, day or night: 0800 1111.',
    'It is free, and they tell nobody unless somebody is in danger.',
  ],
}

function ForChild({ steps, office }: Steps) {
  const can = steps.flatMap(step => {
    const said = step.weight === 'must-not' || !step.to || !isOutside(step.to) ? undefined : childs[step.to]
    return said ? [{ step, said }] : []
  })
  return (
    <>
      <Subheading>What you can do yourself</Subheading>
      <List
        items={can.map(({ step, said: [does, why] }) => (
          <>
            {does} {why} <Local step={step} office={office} />
          </>
        ))}
      />
    </>
  )
}
