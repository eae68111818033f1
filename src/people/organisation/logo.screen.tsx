import { idFrom } from '../../kit/ids.ts'
import { Already } from '../../kit/proof.ts'
import { type Ground, read, write } from '../../records/index.ts'
import { type AnyHandler, type Content, handler } from '../../screens/index.ts'
import { Button, FileUpload, Heading, Paragraph } from '../../ui/index.ts'
import { routes } from '../routes.ts'
import { organisationToChange } from './access.ts'
import { changeLogo, takeLogoAway } from './change-logo.ts'
import { logoOf, type OrganisationFacts, organisationFacts } from './organisation-facts.ts'
import { readLogo } from './read-logo.ts'

/** Takes a logo. By hand, as a screen's fields are words and this one is a file. */
export const logoPage = (ground: Ground): AnyHandler =>
  handler(routes.logo, {
    async get({ actor, page, missing }) {
      const here = actor && (await read(ground, actor, organisationToChange))
      return here ? page(logoForm(here)) : missing()
    },
    async post({ actor, form, page, go, missing }) {
      const here = actor && (await read(ground, actor, organisationToChange))
      if (!actor || !here) return missing()
      const sent = await form()
      const away = sent.get('change') === 'take-away'
      const file = sent.get('file')
      const picture = away ? undefined : await readLogo(await bytesOf(file))
      if (typeof picture === 'string')
        return page(logoForm(here, picture), { status: 422, errors: { file: picture } })
      const done = await write(ground, actor, async writer => {
        const again = await organisationToChange(writer)
        if (!again) return new Already('missing')
        return picture ? changeLogo(writer, again, picture) : takeLogoAway(writer, again)
      })
      return done === 'missing' ? missing() : go(routes.organisation.to())
    },
  })

const bytesOf = async (file: FormDataEntryValue | null): Promise<Uint8Array> =>
  file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()

/** The picture itself, for the staff whose organisation it is of. */
export const logoPicturePage = (ground: Ground): AnyHandler =>
  handler(routes.logoPicture, {
    async get({ actor, params, missing }) {
      const id = idFrom<'organisation-logo'>(params.logo)
      const png =
        actor &&
        id &&
        (await read(ground, actor, async reader => {
          const { logo } = await organisationFacts(reader)
          return logo?.id === id ? logoOf(reader, logo) : undefined
        }))
      if (!png) return missing()
      return new Response(new Uint8Array(png), {
        headers: {
          'content-type': 'image/png',
          'x-content-type-options': 'nosniff',
          'cache-control': 'private, max-age=86400, immutable',
        },
      })
    },
  })

const logoForm = ({ logo, name }: OrganisationFacts, error?: string): Content => ({
  title: 'Our logo',
  back: { href: routes.organisation.to(), text: 'Our names and numbers' },
  body: (
    <>
      <Heading>Our logo</Heading>
      {logo && (
        <Paragraph>
          <img
            class="ly-logo"
            src={routes.logoPicture.to({ logo: logo.id })}
            alt={`The logo of ${name}`}
            width={Math.round((logo.width * 80) / logo.height)}
            height={80}
          />
        </Paragraph>
      )}
      <Paragraph>
        It stands on a white ground on our posters. Everything else that the file holds, such as where a
        picture was taken, is left out.
      </Paragraph>
      <form method="post" enctype="multipart/form-data" noValidate>
        <FileUpload
          name="file"
          label="Picture"
          hint="A PNG, JPEG or WebP file of at most 5 megabytes"
          accept=".png,.jpg,.jpeg,.webp,image/png,image/jpeg,image/webp"
          error={error}
        />
        <Button once>{logo ? 'Put this one up instead' : 'Put it up'}</Button>
      </form>
      {logo && (
        <form method="post">
          <Button kind="secondary" name="change" value="take-away">
            Take the logo away
          </Button>
        </form>
      )}
    </>
  ),
})
