import type { CodeList } from "./codeList.ts";
import { code, instant, longText, ref, text, whole } from "./field.ts";

const open = { open: true } as const;

/** Standing of an enrolled desk at the center. */
// biome-ignore format: a table is read by columns
export const DEVICE_STATES = {
  ACTIVE:  { zh: "正常", en: "Active", source: "设计", verified: false },
  REVOKED: { zh: "已停用", en: "Revoked", source: "设计", verified: false },
} as const satisfies CodeList;

/** An enrolled desk; id = feed. Written only by the center's own feed, so that every desk learns whose key signs what. */
export const DEVICE = {
  name: text("工位名称", "Desk", { max: 40, ...open }),
  key: text("公钥", "Public key", { max: 64, ...open }),
  state: code(DEVICE_STATES)("状态", "State"),
  enrolledAt: text("登记时间", "Enrolled at", { max: 30, ...open }),
  /** When the enrolment ends unless a contact renews it (UTC, ISO 8601); none for the center's own feeds. */
  notAfter: text("登记有效期至", "Enrolled until", { max: 30, ...open }),
} as const;

/**
 * A lineage of the bureau's book; id = its name. It left the lineage `prevEpoch` after number `seq`, where the chain value
 * was `chain`. Written by the center's own feed when its database came back from a backup.
 */
export const EPOCH = {
  prevEpoch: text("上一世代", "Epoch before", { max: 80, ...open }),
  seq: whole("分开处（总账编号）", "Left it after number", open),
  chain: text("分开处校验值", "Chain value there", { max: 64, ...open }),
  startedAt: text("开始时间", "Began at", { max: 30, ...open }),
} as const;

/** What a person decided of ops that were kept outside the book. */
// biome-ignore format: a table is read by columns
export const HOLD_DECISIONS = {
  RELEASED: { zh: "已放行", en: "Released", source: "设计", verified: false },
  KEPT:     { zh: "不放行，继续保留", en: "Kept outside", source: "设计", verified: false },
} as const satisfies CodeList;

/** A decision about held ops of one feed: a fork, or a revoked desk. Written by the center's own feed. */
export const HOLD = {
  feed: text("工位", "Desk", { max: 24, ...open }),
  reason: text("暂存原因", "Why held", { max: 20, ...open }),
  decision: code(HOLD_DECISIONS)("处理结果", "Decision"),
  count: whole("条数", "Entries", open),
  by: text("处理人", "Decided by", { max: 80, ...open }),
  decidedAt: text("处理时间", "Decided at", { max: 30, ...open }),
} as const;

/** A block of official numbers granted to one desk. Written only by the center's own feed. */
export const GRANT = {
  series: text("字号", "Series", { max: 20, ...open }),
  year: whole("年度", "Year", { max: 2999, ...open }),
  from: whole("起", "From", open),
  to: whole("止", "To", open),
  feed: text("工位", "Desk", { max: 24, ...open }),
} as const;

/** Kinds of what the province publishes. */
// biome-ignore format: a table is read by columns
export const PUBLICATION_KINDS = {
  CALENDAR:  { zh: "年度节假日安排", en: "Holidays of a year", source: "设计", verified: false },
  PARAMETER: { zh: "参数", en: "Parameter", source: "设计", verified: false },
} as const satisfies CodeList;

/** What the province publishes to every bureau, read by shared/law/publications.ts. Written only by the center's own feed. */
export const PUBLICATION = {
  kind: code(PUBLICATION_KINDS)("类别", "Kind"),
  docNo: text("文号", "Document", { max: 60, ...open }),
  /** JSON by kind. */
  body: longText("内容", "Content", { max: 20_000, ...open }),
  publishedAt: text("发布时间", "Published at", { max: 30, ...open }),
} as const;

/** Official numbers that were voided, with the reason: a number is never reused, and every one is accounted for. */
export const NUMBER_VOID = {
  series: text("字号", "Series", { max: 20, ...open }),
  year: whole("年度", "Year", { max: 2999, ...open }),
  from: whole("起", "From", open),
  to: whole("止", "To", open),
  reason: longText("作废原因", "Why voided", { max: 1000 }),
  voidedAt: instant("作废时间", "Voided at", open),
  voiderId: ref("作废人", "Voided by"),
} as const;
