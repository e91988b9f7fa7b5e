import { codeLabel } from "../../../shared/dictionary/codeList.ts";
import { AID_FORMS } from "../../../shared/dictionary/codes/aidForms.ts";
import { CASE_MATTERS } from "../../../shared/dictionary/codes/caseMatters.ts";
import { maskCitizenId } from "../../../shared/kernel/citizenId.ts";
import { csvText } from "../../../shared/law/csv.ts";
import { someName } from "../../../shared/workflow/confidentiality.ts";
import { headStage, stageLabel } from "../../../shared/workflow/stages.ts";
import type { FileCard } from "../../data/questions/files.ts";
import { maskPhone } from "../../ui/mask.ts";

const HEADS = ["申请编号", "案件编号", "受援人", "证件号码", "电话", "事项", "援助形式", "阶段", "收到日期"];

const rowOf = ({ facts, stages, veil }: FileCard, isWhole: boolean): readonly string[] => {
  const { personName = "", certNo = "", phone = "", matter, aidForm, receivedAt, noticeReceivedAt } = facts;
  const { lane, stage } = headStage(stages);
  const isShown = isWhole && veil === null;
  return [
    facts.applicationNo ?? "",
    facts.caseNo ?? "",
    isShown ? personName : someName(personName.replace(/某$/u, "")),
    isShown ? certNo : certNo && maskCitizenId(certNo),
    isShown ? phone : phone && maskPhone(phone),
    matter ? codeLabel(CASE_MATTERS, matter, "zh") : "",
    aidForm ? codeLabel(AID_FORMS, aidForm, "zh") : "",
    stageLabel(lane, stage).zh,
    (receivedAt ?? noticeReceivedAt ?? "").slice(0, 10),
  ];
};

/** The list of files as a sheet, masked unless whole data was approved; what somebody may not read is masked in any case. */
export const fileSheet = (cards: readonly FileCard[], isWhole: boolean, watermark: string): string =>
  csvText([HEADS, ...cards.map((card) => rowOf(card, isWhole)), [watermark]]);
