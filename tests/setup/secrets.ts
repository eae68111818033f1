/** The secrets that the template's sign-ins were made with. Worth nothing outside tests. */
export const testSecrets = {
  session: 'tests-session-secret-tests-session-secret',
  master: Buffer.alloc(32, 7).toString('base64'),
}
