import type { ComponentChildren } from 'preact'
import { BackLink } from '../back-link/back-link.tsx'
import { SkipLink } from '../skip-link/skip-link.tsx'

export type StrapColour = 'green' | 'blue' | 'purple' | 'orange' | 'red' | 'teal' | 'grey'

export interface PageProps {
  readonly title: string
  readonly service: string
  /** Where the assets are: file names with their content's hash. */
  readonly assets: { readonly css: string; readonly scripts: readonly string[]; readonly icon: string }
  /** The role, in words and as the strap's colour. */
  readonly strap: { readonly label: string; readonly colour: StrapColour }
  readonly who?: { readonly name: string; readonly place: string; readonly signOut: string } | undefined
  readonly navigation?: readonly { readonly href: string; readonly text: string; readonly current: boolean }[]
  readonly help: { readonly href: string; readonly text: string }
  readonly back?: { readonly href: string; readonly text: string } | undefined
  readonly plain?: boolean | undefined
  /** Says "Error:" before the title, so that a screen reader hears it first. */
  readonly wrong?: boolean
  readonly footer?: ComponentChildren
  readonly children: ComponentChildren
}

/** The whole of a page. Works without script; script only adds. */
export function Page(props: PageProps) {
  const { title, service, assets, wrong, plain, back, children } = props
  return (
    <html lang="en-GB" class="govuk-template govuk-template--rebranded">
      <head>
        <meta charset="utf-8" />
        <title>{`${wrong ? 'Error: ' : ''}${title} – ${service}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.css} />
        {assets.scripts.map(src => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body class={`govuk-template__body${plain ? ' ly-plain' : ''}`}>
        <SkipLink href="#main-content">Skip to main content</SkipLink>
        <Header {...props} />
        <div class="govuk-width-container">
          {back && (
            <nav aria-label="Back">
              <BackLink href={back.href}>{back.text}</BackLink>
            </nav>
          )}
          <main class="govuk-main-wrapper" id="main-content">
            {children}
          </main>
        </div>
        <footer class="ly-footer">
          <div class="govuk-width-container">{props.footer}</div>
        </footer>
      </body>
    </html>
  )
}

function Header({ strap, who, service, help, navigation }: PageProps) {
  return (
    <header class={`ly-header ly-header--${strap.colour}`}>
      <div class="ly-strap" aria-hidden="true" />
      <div class="govuk-width-container ly-header__inside">
        <a class="ly-badge" href="/">
          <span class="ly-badge__clip" aria-hidden="true" />
          <span class="ly-badge__name">{service}</span>
        </a>
        <p class="ly-header__role">
          {who && <span class="ly-header__person">{who.name}</span>}
          <span class="ly-header__strap-words">{strap.label}</span>
        </p>
        <a class="ly-help" href={help.href}>
          {help.text}
        </a>
      </div>
      {(who || navigation) && (
        <nav class="ly-nav" aria-label="Lanyard">
          <div class="govuk-width-container">
            <ul class="ly-nav__list">
              {navigation?.map(({ href, text, current }) => (
                <li key={href}>
                  <a class="ly-nav__link" href={href} aria-current={current ? 'page' : undefined}>
                    {text}
                  </a>
                </li>
              ))}
              {who && (
                <li class="ly-nav__end">
                  <form method="post" action={who.signOut}>
                    <button class="ly-nav__button" type="submit">
                      Sign out
                    </button>
                  </form>
                </li>
              )}
            </ul>
          </div>
        </nav>
      )}
    </header>
  )
}
