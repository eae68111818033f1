import pg from 'pg'

/**
 * Does something as the role that owns the tables, with no trigger and no foreign key in the way: to fill a database with more
 * than people could write. What is put in so is no part of the record.
 */
export async function asOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('set session_replication_role = replica')
    return await work(owner)
  } finally {
    await owner.end()
  }
}
