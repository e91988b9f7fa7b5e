import { DOCUMENT_FORMS } from "./codes/documentForms.ts";
import { SERVICE_METHODS, SERVICE_RELATIONS } from "./codes/serviceCodes.ts";
import { code, day, flag, instant, log, text } from "./field.ts";

const open = { open: true } as const;

/** One letter issued: its form, number, and the hashes by which exactly the same bytes are printed again. */
const ISSUED_LETTER = {
  form: code(DOCUMENT_FORMS)("文书", "Letter"),
  number: text("编号", "Number", { max: 60, open: true }),
  templateVersion: text("模板版本", "Template version", { max: 40, open: true }),
  templateHash: text("模板校验值", "Template hash", { max: 64, open: true }),
  pdfHash: text("PDF 校验值", "PDF hash", { max: 64, open: true }),
  docxHash: text("DOCX 校验值", "DOCX hash", { max: 64, open: true }),
  issuedAt: instant("出具时间", "Issued at", open),
} as const;

/**
 * 送达记录 (FZ-022): one issued letter handed over. A refusal to receive needs a witness, and the letter is left
 * (刑事诉讼法第一百零七条 for court documents; the agency follows the same pattern).
 */
export const SERVICE = {
  pdfHash: text("送达文书的 PDF 校验值", "PDF hash of the letter served", { max: 64, open: true }),
  form: code(DOCUMENT_FORMS)("送达文书", "Letter served"),
  servedOn: day("送达日", "Served on", open),
  method: code(SERVICE_METHODS)("送达方式", "Method of service"),
  receiver: text("受送达人或者代收人", "Received by", { max: 50 }),
  relation: code(SERVICE_RELATIONS)("与受送达人关系", "Relation to the addressee"),
  place: text("送达地点", "Place of service", { max: 120 }),
  isRefused: flag("拒绝签收", "Refused to receive"),
  witness: text("见证人", "Witness", { max: 50 }),
  note: text("备注（邮件号等）", "Note (postal number…)", { max: 120 }),
} as const;

/** Every record from which letters are issued keeps what was issued and how it was served. */
export const ISSUED_FIELDS = {
  letters: log(ISSUED_LETTER)("已出具文书", "Letters issued"),
  services: log(SERVICE)("送达记录", "Services", { source: "《刑事诉讼法》第107条（参照）" }),
} as const;

/** The official number of the latest letter of a form; every issued letter keeps its own in `letters`. */
export const letterNumber = (form: string) =>
  text(`${form} 编号`, `Number of ${form}`, { max: 60, open: true, source: "内部工作规则：文书编号" });
