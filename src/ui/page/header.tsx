export type StrapColour = 'green' | 'blue' | 'purple' | 'orange' | 'red' | 'teal' | 'grey'

export interface Way {
  readonly href: string
  readonly text: string
  readonly current: boolean
}

export interface HeaderProps {
  readonly service: string
  /** The role, in words and as the strap's colour. */
  readonly strap: { readonly label: string; readonly colour: StrapColour }
  /** Who is signed in. What a script keeps in the browser is kept for this id alone. */
  readonly who?:
    | { readonly id: string; readonly name: string; readonly place: string; readonly signOut: string }
    | undefined
  /** Where the badge leads. */
  readonly home: string
  /** The ways through, and those at the end of the row, before the way out. */
  readonly ways?: readonly Way[] | undefined
  readonly endWays?: readonly Way[] | undefined
  readonly help: { readonly href: string; readonly text: string }
  /** The way to say that one is worried, beside the way to help. */
  readonly worried?: { readonly href: string; readonly text: string } | undefined
}

const menu = 'menu'

/**
 * A lanyard's strap, the badge that hangs from it, who is here, the way to help and the ways through. On a narrow
 * screen the ways through are behind a button (the browser's own popover: no script); an old browser shows them all.
 */
export function Header(props: HeaderProps) {
  const { strap, who, service, help, worried, home, ways } = props
  const behindButton = (ways?.length ?? 0) > 1
  return (
    <header class={`ly-header ly-header--${strap.colour}`}>
      <div class="ly-strap" aria-hidden="true" />
      <div class="govuk-width-container ly-header__inside">
        <a class="ly-badge" href={home}>
          <span class="ly-badge__clip" aria-hidden="true" />
          <span class="ly-badge__name">{service}</span>
        </a>
        <p class="ly-header__role">
          {who && <span class="ly-header__person">{who.name}</span>}{' '}
          <span class="ly-header__strap-words">{strap.label}</span>
        </p>
        <a class="ly-help" href={help.href}>
          {help.text}
        </a>
        {worried && (
          <a class="ly-worried" href={worried.href}>
            {worried.text}
          </a>
        )}
        {behindButton && (
          <button class="ly-menu-button" type="button" popovertarget={menu}>
            Menu
          </button>
        )}
      </div>
      {who && <Ways {...props} behindButton={behindButton} />}
    </header>
  )
}

const Ways = ({ ways, endWays, who, behindButton }: HeaderProps & { readonly behindButton: boolean }) => (
  <nav class={behindButton ? 'ly-nav ly-nav--menu' : 'ly-nav'} aria-label="Lanyard">
    <div class="govuk-width-container">
      <ul class="ly-nav__list" id={menu} popover={behindButton ? 'auto' : undefined}>
        {[...(ways ?? []), ...(endWays ?? [])].map(({ href, text, current }, at) => (
          <li key={href} class={at === ways?.length ? 'ly-nav__end' : undefined}>
            <a class="ly-nav__link" href={href} aria-current={current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
        {who && (
          <li class={endWays?.length ? undefined : 'ly-nav__end'}>
            <form method="post" action={who.signOut}>
              <button class="ly-nav__button" type="submit">
                Sign out
              </button>
            </form>
          </li>
        )}
        {behindButton && (
          <li class="ly-nav__close">
            <button class="ly-nav__button" type="button" popovertarget={menu} popovertargetaction="hide">
              Close menu
            </button>
          </li>
        )}
      </ul>
    </div>
  </nav>
)
