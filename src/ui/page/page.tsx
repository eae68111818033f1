import type { ComponentChildren } from 'preact'
import { BackLink } from '../back-link/back-link.tsx'
import { SkipLink } from '../skip-link/skip-link.tsx'
import { Header, type HeaderProps } from './header.tsx'

export interface PageProps extends HeaderProps {
  readonly title: string
  /** Where the assets are: file names with their content's hash. */
  readonly assets: { readonly css: string; readonly scripts: readonly string[]; readonly icon: string }
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
      <body class={`govuk-template__body${plain ? ' ly-plain' : ''}`} data-who={props.who?.id}>
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
