import { routes } from './routes.ts'

/** Search the guidance in ordinary words. A plain form: the answer has an address of its own. */
export const SearchForm = ({ asked }: { asked?: string }) => (
  <search class="ly-search">
    <form method="get" action={routes.search.to()}>
      <label class="govuk-label govuk-label--m" for="q">
        Search the guidance
      </label>
      <div id="q-hint" class="govuk-hint">
        In your own words, like “can I text a parent from my own phone?”
      </div>
      <div class="ly-search__row">
        <input
          class="govuk-input"
          id="q"
          name="q"
          type="search"
          maxLength={300}
          value={asked}
          aria-describedby="q-hint"
        />
        <button type="submit" class="govuk-button">
          Search
        </button>
      </div>
    </form>
  </search>
)
