import { homedir } from "node:os";
import { join } from "node:path";

const NAME = "legal-aid-desk";

/** Where a person's data lie by the custom of their system, never below the program. */
export const defaultDataFolder = (
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string => {
  if (platform === "win32") return join(environment.LOCALAPPDATA ?? join(homedir(), "AppData/Local"), NAME);
  if (platform === "darwin") return join(homedir(), "Library/Application Support", NAME);
  return join(environment.XDG_DATA_HOME || join(homedir(), ".local/share"), NAME);
};
