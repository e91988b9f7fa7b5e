import { dayInFull, dayInText } from "./chineseDate.ts";
import type { LetterScene } from "./letterScene.ts";
import { NOT_STATED } from "./printedFact.ts";
import type { SlotTable } from "./slot.ts";

/** Who speaks in the letter: an established center under its own name, otherwise the bureau. */
export const agencyNameOf = ({ bureau }: Pick<LetterScene, "bureau">): string | null =>
  (bureau.kind === "CENTER" ? (bureau.deptName ?? bureau.name) : bureau.name) ?? null;

const isDesignated = ({ bureau }: LetterScene): boolean => bureau.kind === "DESIGNATED_DEPT";

/** So that whoever receives the letter sees who decided where there is no center. */
const designationText = ({ bureau }: LetterScene): string | null => {
  const { name, deptName, designationDocNo, designatedOn } = bureau;
  if (name === undefined || deptName === undefined || designationDocNo === undefined) return null;
  const since = designatedOn === undefined ? "" : `，${dayInText(designatedOn)}`;
  return `本文书由${name}指定承担法律援助机构职责的${deptName}办理（指定文件：${designationDocNo}${since}）。`;
};

const contact = ({ bureau: { address, phone } }: LetterScene): string | null =>
  phone === undefined ? null : [address, `电话 ${phone}`].filter((part) => part !== undefined).join("，");

/** Who issues a letter, under which number, seal and date. */
// biome-ignore format: a table is read by columns
export const AGENCY_SLOTS = {
  agencyName:      { zh: "机构名称", en: "Agency", of: agencyNameOf },
  isDesignated:    { zh: "（条件）由指定职能部门办理", en: "(condition) a designated department acts", of: isDesignated },
  designationText: { zh: "指定文件说明", en: "Designation document", of: (scene) => (isDesignated(scene) ? designationText(scene) : NOT_STATED) },
  sealName:        { zh: "落款（印章名称）", en: "Seal", of: ({ bureau }) => bureau.sealName ?? null },
  agencyContact:   { zh: "机构地址和电话", en: "The agency's address and phone", of: contact },
  issuedOn:        { zh: "出具日期（落款，汉字）", en: "Date under the signature", of: ({ today }) => dayInFull(today) },
  issuedOnText:    { zh: "出具日期", en: "Date of issue", of: ({ today }) => dayInText(today) },
  templateVersion: { zh: "模板版本", en: "Template version", of: ({ templateVersion }) => templateVersion },
} as const satisfies SlotTable;
