import { useMemo } from "react";
import { rankLawyers } from "../../../shared/law/rankLawyers.ts";
import { type AssignmentScene, assignmentScene } from "../../data/questions/assignment.ts";
import { type FileCard, fileById } from "../../data/questions/files.ts";
import { providers } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useToday } from "../../state/useToday.ts";

const ranked = (card: FileCard | null | undefined, scene: AssignmentScene | undefined) =>
  card && scene ? rankLawyers(card.facts, scene.candidates, scene.context) : [];

/** One file to be assigned, with everybody on the register ranked: undefined while searching, null without a file. */
export const useAssignment = (id: string) => {
  const today = useToday();
  const card = useAnswer(fileById(id), [id]);
  const scene = useAnswer(assignmentScene(id, today), [id, today]);
  const units = useAnswer(providers(), []);
  // everybody is weighed against every party of years: not again with every key that is pressed
  const order = useMemo(() => ranked(card, scene), [card, scene]);
  if (card === null) return null;
  if (card === undefined || scene === undefined || units === undefined) return undefined;
  const unitNames = new Map(units.map((unit) => [unit.id, unit.facts.name ?? ""]));
  const people = new Map(scene.candidates.map((candidate) => [candidate.id, candidate]));
  const choices = order.flatMap((each) => {
    const candidate = people.get(each.lawyerId);
    return candidate === undefined
      ? []
      : [{ ...each, candidate, unit: unitNames.get(candidate.facts.providerId ?? "") ?? "" }];
  });
  return { card, choices, context: scene.context };
};

/** The loaded file, as the parts of the screen take it. */
export type Assignment = NonNullable<ReturnType<typeof useAssignment>>;
/** One person on the list, with points, reasons and findings. */
export type LawyerChoice = Assignment["choices"][number];
