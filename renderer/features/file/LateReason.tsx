import { mayWrite } from "../../../shared/workflow/writers.ts";
import { FactsForm } from "../../ui/FactsForm.tsx";
import type { OpenFileView } from "./useFile.ts";

const NAMES = ["lateReason"] as const;

/** Where the reason of what was done late is written, while it is owed and nobody handles the case yet, whose log would ask for it. */
export const LateReason = ({ file: { card, facts, isLate, roles } }: { readonly file: OpenFileView }) =>
  isLate && facts.assignedAt === undefined && card.veil === null && mayWrite("aidFile", roles) ? (
    <FactsForm view={card.view} names={NAMES} columns={3} />
  ) : null;
