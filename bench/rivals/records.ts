import { chanceOf } from "../../build/year/chance.ts";
import { personsOf } from "../../build/year/persons.ts";
import type { CaseRecord } from "./page/engine.ts";

const STORY = "在工地做工三个月，没有书面合同，工资至今未付；工头出具了欠条，经多次催要仍不支付。";

/** Case records of invented persons; the same seed makes the same ones. */
export const caseRecords = (count: number, seed: number): readonly CaseRecord[] => {
  const chance = chanceOf(seed);
  const persons = personsOf(chance);
  return Array.from({ length: count }, (_, at) => {
    const { name, certNo, phone, residence } = persons.person();
    return {
      id: `case-${String(at).padStart(8, "0")}`,
      personName: name,
      certNo,
      phone,
      residence,
      matter: "M31_5B",
      caseFacts: `${name}${STORY}`.repeat(chance.whole(1, 4)),
      request: `支付工资${chance.whole(3000, 60_000)}元`,
      employer: persons.company(),
      occupation: "建筑工人",
    };
  });
};
