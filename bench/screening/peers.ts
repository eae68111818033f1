/** What each of the packages is asked for, as they say it themselves. */
interface Obscenity {
  readonly RegExpMatcher: new (options: object) => { getAllMatches: (text: string) => readonly unknown[] }
  readonly englishDataset: { build: () => object }
  readonly englishRecommendedTransformers: object
}
interface Telephones {
  readonly findPhoneNumbersInText: (text: string, country: string) => readonly unknown[]
}
interface Links {
  readonly find: (text: string) => readonly unknown[]
}

// By name, so that the bench runs where only what the server needs is installed.
const load = async <Package>(name: string): Promise<Package> => (await import(name)) as Package

/**
 * What three packages together find in a text: swear words, telephone numbers, links and addresses. Undefined where they
 * are not installed.
 */
export async function peers(): Promise<((text: string) => number) | undefined> {
  try {
    const { RegExpMatcher, englishDataset, englishRecommendedTransformers } =
      await load<Obscenity>('obscenity')
    const { findPhoneNumbersInText } = await load<Telephones>('libphonenumber-js')
    const { find } = await load<Links>('linkifyjs')
    const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers })
    return text =>
      matcher.getAllMatches(text).length + findPhoneNumbersInText(text, 'GB').length + find(text).length
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}
