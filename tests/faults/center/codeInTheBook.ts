import { openDatabase } from "../../../center/db/database.ts";
import { issueCode } from "../../../center/desks/codes.ts";

/** An enrolment code, written as the console would write it while no center holds the database. */
export const codeInTheBook = async (databaseUrl: string, bureau?: string): Promise<string> => {
  const db = await openDatabase(databaseUrl, () => undefined);
  try {
    const center = { db, now: Date.now } as Parameters<typeof issueCode>[0];
    return await issueCode(center, { name: "", ...(bureau !== undefined && { bureau }) });
  } finally {
    await db.close();
  }
};
