import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A real Postfix with a queue and settings of its own: what an organisation’s administrator sets up, on loopback. */
export interface Postfix {
  /** Where mail is handed to it, from the organisation and from the world alike. */
  readonly port: number
  readonly log: () => Promise<string>
  /** How many mails it has still to hand over. */
  readonly waiting: () => Promise<number>
  readonly close: () => Promise<void>
}

/**
 * Starts Postfix as docs/operating.md has it set up: what comes for `domain` goes to Lanyard by LMTP, and only to addresses
 * that Lanyard says there are; everything else goes to the families’ mail server.
 */
export async function openPostfix(about: {
  readonly domain: string
  /** Lanyard’s port for mail. */
  readonly lmtp: number
  /** The families’ mail server. */
  readonly families: number
  /** Its own port. */
  readonly port: number
}): Promise<Postfix> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-postfix-'))
  await chmod(folder, 0o755)
  const [config, queue, data] = ['config', 'queue', 'data'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await Promise.all([config, queue, data].map(one => mkdir(one)))
  const { port } = about
  await writeFile(join(config, 'main.cf'), mainOf({ ...about, queue, data, folder }))
  await writeFile(join(config, 'master.cf'), masterOf(port))
  await writeFile(join(config, 'transport'), `${about.domain} lmtp:inet:127.0.0.1:${about.lmtp}\n`)
  const run = (...args: string[]) => {
    const { status, stderr } = spawnSync('/usr/sbin/postfix', ['-c', config, ...args], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`postfix ${args.join(' ')}: ${stderr}`)
  }
  spawnSync('chown', ['postfix', data])
  run('start')
  return {
    port,
    log: () => readFile(join(folder, 'maillog'), 'utf8').catch(() => ''),
    async waiting() {
      const queues = ['maildrop', 'incoming', 'active', 'deferred', 'hold'].map(one => join(queue, one))
      const files = await Promise.all(
        queues.map(one => readdir(one, { recursive: true, withFileTypes: true }).catch(() => [])),
      )
      return files.flat().filter(one => one.isFile()).length
    },
    async close() {
      run('stop')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const mainOf = (about: {
  domain: string
  families: number
  queue: string
  data: string
  folder: string
}): string => `
compatibility_level = 3.6
queue_directory = ${about.queue}
data_directory = ${about.data}
maillog_file = ${about.folder}/maillog
maillog_file_prefixes = ${about.folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.tests.example
mydestination =
mynetworks = 127.0.0.0/8
alias_maps =
alias_database =
smtputf8_enable = no
smtp_dns_support_level = disabled
smtp_host_lookup = native
disable_dns_lookups = yes
relayhost = [127.0.0.1]:${about.families}
relay_domains = ${about.domain}
transport_maps = texthash:${join(about.folder, 'config/transport')}
lmtp_send_xforward_command = yes
message_size_limit = 26214400
smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination
smtpd_recipient_restrictions = reject_unverified_recipient
unverified_recipient_reject_code = 550
address_verify_map =
smtpd_authorized_xforward_hosts = 127.0.0.0/8
minimal_backoff_time = 1s
maximal_backoff_time = 2s
queue_run_delay = 1s
`

const masterOf = (port: number): string => `
127.0.0.1:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
tlsmgr unix - - n 1000? 1 tlsmgr
postlog unix-dgram n - n - 1 postlogd
flush unix n - n 1000? 0 flush
`
