export interface ProgressProps {
  /** What is under way, for those who do not see the bar. */
  readonly label: string
  readonly done: number
  readonly of: number
  /** How far it is, in words. */
  readonly words: string
}

/** How far long work has come. The page shows more when it is loaded again; `progress.js` does that by itself. */
export const Progress = ({ label, done, of, words }: ProgressProps) => (
  <div class="ly-progress" data-progress="">
    <p class="govuk-body" role="status">
      {words}
    </p>
    <progress class="ly-progress__bar" aria-label={label} value={done} max={of} />
  </div>
)
