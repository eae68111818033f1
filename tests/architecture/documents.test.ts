import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { noticesFrom, operatingWith } from '../../bin/docs.mjs'
import { settings } from '../../src/config.ts'

const read = (path: string) => readFileSync(resolve(path), 'utf8')
const under = (folder: string, fits: RegExp) =>
  readdirSync(resolve(folder), { recursive: true, encoding: 'utf8' })
    .filter(name => fits.test(name))
    .map(name => join(folder, name))
const documents = [
  ...readdirSync('.').filter(name => name.endsWith('.md')),
  ...under('docs', /\.md$/),
  ...under('src', /\.md$/),
]

test('every link in a document leads to a file that is there', () => {
  const broken = documents.flatMap(document =>
    [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, to = '']) => to)
      .filter(to => !existsSync(resolve(dirname(document), to)))
      .map(to => `${document} leads to ${to}, which is not there`),
  )
  expect(broken).toEqual([])
})

test('every file that a document names in code marks is there', () => {
  const named = /`((?:src|tests|bin|db|docs|bench|drills)\/[\w./-]+\.\w+|bin\/[\w-]+)(?: [^`]*)?`/g
  const missing = documents.flatMap(document =>
    [...read(document).matchAll(named)]
      .map(([, file = '']) => file)
      .filter(file => !existsSync(resolve(file)))
      .map(file => `${document} names ${file}, which is not there`),
  )
  expect(missing).toEqual([])
})

test('every file that a comment names is there', () => {
  const folders = ['src', 'tests', 'bin', 'db', 'docs', 'bench']
  const every = folders.flatMap(folder => under(folder, /\.(?:tsx?|mjs|sql|md)$/))
  const there = new Set([...every, ...documents].map(path => basename(path)))
  const gone = under('src', /\.tsx?$/).flatMap(file =>
    [...read(file).matchAll(/^\s*(?:\/\/|\/?\*).*$/gm)]
      .flatMap(([comment]) => [...comment.matchAll(/(?<![\w.*])[\w/-]+[\w.-]*\.(?:ts|tsx|mjs|md)\b/g)])
      .filter(([named]) => !there.has(basename(named)))
      .map(([named]) => `${file} names ${named}, which is not there`),
  )
  expect(gone).toEqual([])
})

test('every npm command that a document gives is one', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const wrong = documents.flatMap(document =>
    [...read(document).matchAll(/npm run ([a-z-]+)/g)]
      .map(([, name = '']) => name)
      .filter(name => !(name in scripts))
      .map(name => `${document}: npm run ${name}`),
  )
  expect(wrong).toEqual([])
  for (const [name, command] of Object.entries(scripts))
    for (const [file] of command.matchAll(/bin\/[\w.-]+/g))
      expect([name, existsSync(resolve(file))]).toEqual([name, true])
})

test('the settings and the notices are as `npm run docs` writes them', () => {
  const lock = JSON.parse(read('package-lock.json'))
  for (const { path, text } of [operatingWith(settings), noticesFrom(lock)])
    expect(readFileSync(path, 'utf8')).toBe(text)
})

test('the lockfile names no registry, and no document a place of one machine', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"')
  for (const document of documents)
    expect([document, /\/(work|home|Users)\/\w+/.test(read(document))]).toEqual([document, false])
})

test('every room says what it is for', () => {
  const rooms = readdirSync('src', { withFileTypes: true }).filter(entry => entry.isDirectory())
  const silent = rooms
    .filter(({ name }) => !existsSync(join('src', name, 'README.md')))
    .map(({ name }) => name)
  expect(silent).toEqual([])
})

test('no screen uses a word that the glossary says we do not say', () => {
  const rows = [...read('GLOSSARY.md').matchAll(/^\| ([^|]+) \| [^|]+ \| ([^|]+) \|$/gm)].slice(2)
  const words = rows.flatMap(([, word = '', not = '']) =>
    not.split(',').map(other => ({ word: word.trim(), other: other.trim() })),
  )
  expect(words.length).toBeGreaterThan(25)
  const wrong = under('src', /\.tsx$/).flatMap(file => {
    // What a person reads: text between tags and in quotes, not the code's own words.
    const prose = />([^<>{}=;]+)<|'((?:[^'\\\n]|\\.)* (?:[^'\\\n]|\\.)*)'|(?<!class=)"([^"\n]* [^"\n]*)"/g
    const said = [...read(file).matchAll(prose)]
      .map(([, ...parts]) => parts.find(part => part !== undefined) ?? '')
      .join(' ')
      .toLowerCase()
    return words
      .filter(({ other }) => new RegExp(`\\b${other.toLowerCase()}s?\\b`).test(said))
      .map(({ word, other }) => `${file} says “${other}”. Say “${word}”.`)
  })
  expect(wrong).toEqual([])
})
