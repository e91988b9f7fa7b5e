import { PASSWORD } from "./aCase.ts";
import type { DeskPage } from "./aDeskPage.ts";
import { untilProven } from "./untilProven.ts";

/** A center as an administrator has it before them. */
type Issuing = { readonly url: string; readonly issueCode: (bureau?: string) => Promise<string> };

/** The founding desk is enrolled, at `url` where a cable lies between, and proven in sync with its own op. */
export const enrols = async (desk: DeskPage, center: Issuing, url = center.url): Promise<void> => {
  await desk.call("enrol", url, await center.issueCode());
  await desk.call("sync");
  await untilProven(desk);
};

type Joining = { readonly first: DeskPage; readonly center: Issuing; readonly aheadMs?: number };

/** `second` joins the bureau of `first` as 二号工位 and opens, its clock `aheadMs` ahead; nothing of it is synced yet. */
export const joins = async (
  second: DeskPage,
  { first, center: { url, issueCode }, aheadMs = 0 }: Joining,
): Promise<void> => {
  const code = await issueCode(await first.call("bureauId"));
  await second.call("join", {
    login: "liyl",
    password: PASSWORD,
    deskName: "二号工位",
    centerUrl: url,
    code,
  });
  await second.call("openDesk", aheadMs);
};

/** The first desk writes who sits at the second one. */
export const employs = async (first: DeskPage, second: DeskPage, roles = ["CLERK"]): Promise<void> => {
  const staff = { name: "李玉兰", login: "liyl", roles, isActive: true };
  const written = await first.call("create", "staff", await second.call("staffId"), staff);
  if (!written.ok) throw new Error(`the staff record was refused: ${written.refusal.code}`);
};

/** All of it: `second` joined, is known to the first desk and the center, and has what they have. */
export const joinsAndIsKnown = async (second: DeskPage, joining: Joining): Promise<void> => {
  await joins(second, joining);
  await employs(joining.first, second);
  await untilProven(joining.first);
  await second.call("sync");
  await untilProven(second);
};
