import { Link, Tag } from '../ui/index.ts'
import type { ApproachRow } from './queries.ts'
import { routes } from './routes.ts'
import { dids, hows, platforms } from './rules.ts'

/** Where it was, with the name that was typed where the list has none. */
export const whereWords = ({
  platform,
  platform_name,
}: Pick<ApproachRow, 'platform' | 'platform_name'>): string =>
  platform === 'other' ? (platform_name ?? 'Somewhere else') : platforms[platform]

export const howWords = ({ how }: Pick<ApproachRow, 'how'>): string => hows[how].short
export const didWords = ({ did }: Pick<ApproachRow, 'did'>): string => dids[did].short

/** Whether there is an answer, in words; the colour only repeats it. */
export const Answered = ({ answers }: Pick<ApproachRow, 'answers'>) =>
  answers > 0 ? <Tag colour="green">Answered</Tag> : <Tag colour="blue">Waits for an answer</Tag>

export const ToApproach = ({ approach }: { readonly approach: ApproachRow }) => (
  <Link href={routes.approach.to({ approach: approach.id })}>{approach.who}</Link>
)
