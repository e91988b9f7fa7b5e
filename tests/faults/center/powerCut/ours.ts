/** Files that the center itself must keep; PostgreSQL looks after its own, and drafts promise nothing. */
export const isOurs = (path: string): boolean =>
  !/(^|\/)(pg|pg\.half|initial-password)(\/|$)|\.new$|\.part$/.test(path);
