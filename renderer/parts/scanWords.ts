import type { Label } from "../../shared/dictionary/field.ts";

/** What the scans of a record say. */
// biome-ignore format: a table is read by columns
export const SCAN_WORDS = {
  title:     { zh: "材料扫描件", en: "Scans of materials" },
  note:      { zh: "可以把 JPEG、PNG 图片或者 PDF 拖到材料上；先存本机，网络空闲时传到省级", en: "Drop JPEG, PNG or PDF files on a line. Saved here first; sent when the line is idle" },
  add:       { zh: "添加扫描件", en: "Add scans" },
  addTo:     { zh: "添加扫描件：{kind}", en: "Add scans: {kind}" },
  saving:    { zh: "正在保存第 {n} 份，共 {all} 份…", en: "Saving {n} of {all}…" },
  onlyHere:  { zh: "仅存于本机", en: "Only on this computer" },
  atCenter:  { zh: "省级已收到", en: "Received by the province" },
  away:      { zh: "文件在“{desk}”，尚未收到", en: "The file is at “{desk}”, not yet received" },
  awayOther: { zh: "文件在其他工位，尚未收到", en: "The file is at another desk, not yet received" },
  fetch:     { zh: "现在取回", en: "Fetch it now" },
  fetching:  { zh: "正在取回，到了会自动显示", en: "Being fetched; it will be shown when it is here" },
  damaged:   { zh: "本机的文件有损坏，正在从省级取回损坏的部分", en: "The file here was damaged; the damaged part is being fetched from the province" },
  view:      { zh: "查看", en: "View" },
  viewer:    { zh: "扫描件：{title}", en: "Scan: {title}" },
  remove:    { zh: "移除这份扫描件", en: "Remove this scan" },
  removeNote:{ zh: "移除后不再显示；内容按规定仍然留存，并有记录", en: "It is no longer shown; its content is kept as the law wants, and the removal is on record" },
  close:     { zh: "关闭", en: "Close" },
  none:      { zh: "没有扫描件", en: "No scans" },
  loading:   { zh: "正在打开…", en: "Opening…" },
} as const satisfies Record<string, Label>;
