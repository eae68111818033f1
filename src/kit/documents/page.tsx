import { renderToString } from 'preact-render-to-string'
import type { Block } from '../markup/index.ts'
import { directionOf } from '../typst/index.ts'
import { type Paper, versionLine } from './paper.ts'

/** A paper as one web page that needs nothing beside it. */
export function pageOf(paper: Paper): string {
  const { title, organisation, standing, closing, language, blocks } = paper
  const tree = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="author" content={organisation} />
        <title>{`${title} – ${organisation}`}</title>
        <style>{style}</style>
      </head>
      <body>
        <header>
          <p class="organisation" dir={turned(organisation)}>
            {organisation}
          </p>
          <h1 dir={turned(title)}>{title}</h1>
          <p>{versionLine(paper)}</p>
          <p>{standing}</p>
        </header>
        <main>
          {blocks.map((block, at) => (
            <Piece key={at} block={block} />
          ))}
        </main>
        <footer>
          <p>{closing}</p>
        </footer>
      </body>
    </html>
  )
  return `<!doctype html>\n${renderToString(tree)}\n`
}

/** Said only where a text does not run as English does. */
const turned = (text: string): 'rtl' | undefined => (directionOf(text) === 'rtl' ? 'rtl' : undefined)

function Piece({ block }: { readonly block: Block }) {
  if (block.kind === 'heading') return <h2 dir={turned(block.text)}>{block.text}</h2>
  if (block.kind === 'paragraph')
    return (
      <p class="lines" dir={turned(block.text)}>
        {block.text}
      </p>
    )
  const dir = turned(block.items[0] ?? '')
  const items = block.items.map((item, at) => <li key={at}>{item}</li>)
  if (block.kind === 'points') return <ul dir={dir}>{items}</ul>
  return (
    <ol dir={dir} start={block.from === 1 ? undefined : block.from}>
      {items}
    </ol>
  )
}

const style = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 2rem 1.25rem 3rem; max-width: 40rem; background: #fff; color: #16202a;
  font: 1.1875rem/1.55 "Atkinson Hyperlegible", Arial, sans-serif; overflow-wrap: break-word; }
header { border-bottom: 1px solid #b8c2cb; margin-bottom: 2rem; padding-bottom: 0.75rem; color: #46535f; }
header p { margin: 0 0 0.4rem; }
.organisation { font-weight: 700; border-top: 5px solid #16202a; padding-top: 0.75rem; }
h1 { color: #16202a; font-size: 2.25rem; line-height: 1.15; margin: 0.75rem 0 1rem; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 2.25rem 0 0.75rem; }
p { margin: 0 0 1rem; }
.lines { white-space: pre-line; }
ul, ol { margin: 0 0 1rem; padding-inline-start: 1.6rem; }
li { margin-bottom: 0.5rem; }
footer { border-top: 1px solid #b8c2cb; margin-top: 2.5rem; padding-top: 1rem; color: #46535f; font-size: 1rem; }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } h2 { break-after: avoid; } }
`
