import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import type { Draft } from "../ops/draft.ts";
import type { RecordView } from "../ops/view.ts";
import type { CheckContext } from "./checks.ts";
import type { Role } from "../workflow/stepRule.ts";

/** The person acting, as the staff register knows them. */
export type Actor = { readonly id: string; readonly name: string; readonly roles: readonly Role[]; readonly section: string };

/**
 * Everything a command may know about the world outside the record: who, when (civil minute at the bureau), and what
 * the law needs to look at (calendar, parameters, lawyers, other parties). There is no other door.
 */
export type Scene = { readonly actor: Actor; readonly now: Instant; readonly law: CheckContext };

/**
 * What a person wants done to one record. Pure: it answers with the changes to make, or a refusal; it makes nothing.
 * New ids are part of the input.
 */
export type Command<Input> = (view: RecordView, input: Input, scene: Scene) => Result<readonly Draft[]>;
