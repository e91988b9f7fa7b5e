import { describe, expect, it } from "vitest";
import { FILE, granted, no, ok, received } from "./course.ts";
import { aDesk, person } from "./desk.ts";
import { proposal } from "./people.ts";

describe("档案法实施条例第十九条、第二十四条", () => {
  const FILED = ["archiveFile", "archive-001"] as const;
  const facts = {
    archiveNo: "2026-1",
    fileId: "file-0001",
    year: 2026,
    category: "CIVIL_LIT",
    retentionDocNo: "甲档〔2026〕1号",
    volumes: 1,
    pages: 80,
    closedOn: "2026-01-20",
    location: "A-1",
  };
  it("没有批准的保管期限不能立卷；立卷后只读，更正附页；期满鉴定后由另一人批准销毁", () => {
    const desk = aDesk();
    desk.put(FILED, facts)("ARCHIVE", "2026-02-01T09:00");
    expect(desk.step(FILED, "fileArchive")("ARCHIVE", "2026-02-01T09:00")).toMatchObject(
      no("facts-missing", "retentionYears"),
    );
    desk.put(FILED, { retentionYears: 10 })("ARCHIVE", "2026-02-01T09:05");
    expect(desk.step(FILED, "fileArchive")("ARCHIVE", "2026-02-01T09:10")).toMatchObject(ok);
    expect(desk.put(FILED, { pages: 81 })("ARCHIVE", "2026-02-02T09:00")).toMatchObject(no("filed"));
    expect(
      desk.row(FILED, "corrections", { madeOn: "2026-02-02", content: "页数为81" })(
        "ARCHIVE",
        "2026-02-02T09:00",
      ),
    ).toMatchObject(ok);
    const opinion = { appraisedOn: "2036-01-20", appraisal: "无继续保管价值" };
    expect(desk.step(FILED, "appraiseArchive", opinion)("ARCHIVE", "2036-01-20T09:00")).toMatchObject(
      no("stage-forbids"),
    );
    expect(
      desk.step(FILED, "appraiseArchive", { ...opinion, appraisedOn: "2036-01-21" })(
        "ARCHIVE",
        "2036-01-21T09:00",
      ),
    ).toMatchObject(ok);
    const end = {
      destroyedOn: "2036-02-01",
      destroySupervisors: "张一、李二",
      destroyDocNo: "甲档销〔2036〕1号",
    };
    expect(
      desk.step(FILED, "destroyArchive", end)(person("HEAD", "staff-archive"), "2036-02-01T09:00"),
    ).toMatchObject(no("same-person"));
    expect(desk.step(FILED, "destroyArchive", end)("HEAD", "2036-02-01T09:00")).toMatchObject(ok);
  });
  it("再次延长的年数连同以前各次一起计算：新的届满日须在将来；跨年案件归入结案年度", () => {
    const desk = aDesk();
    desk.put(FILED, { ...facts, retentionYears: 10, year: 2025 })("ARCHIVE", "2026-02-01T09:00");
    expect(desk.step(FILED, "fileArchive")("ARCHIVE", "2026-02-01T09:00")).toMatchObject(
      no("value-invalid", "year"),
    );
    desk.put(FILED, { year: 2026 })("ARCHIVE", "2026-02-01T09:00");
    desk.step(FILED, "fileArchive")("ARCHIVE", "2026-02-01T09:00");
    const appraised = (on: string) =>
      desk.step(FILED, "appraiseArchive", { appraisedOn: on, appraisal: "仍有价值" })(
        "ARCHIVE",
        `${on}T09:00`,
      );
    const extended = (years: number, on: string) =>
      desk.step(FILED, "extendArchive", { extendedYears: years })("HEAD", `${on}T09:00`);
    appraised("2036-02-01");
    expect(extended(5, "2036-02-02")).toMatchObject(ok);
    expect(appraised("2041-02-01")).toMatchObject(ok);
    expect(extended(5, "2041-02-02")).toMatchObject(no("value-invalid", "extendedYears"));
    expect(extended(10, "2041-02-02")).toMatchObject(ok);
    expect(appraised("2041-03-01")).toMatchObject(no("stage-forbids"));
  });
  it("案件没有结案的，不能立卷（法律援助法第五十条）；没有成为案件的申请，可以立卷", () => {
    const files = (desk: ReturnType<typeof aDesk>) => {
      desk.put(FILED, { ...facts, retentionYears: 10 })("ARCHIVE", "2026-02-01T09:00");
      const related = { related: { fileId: desk.view(...FILE) } };
      return desk.step(FILED, "fileArchive")("ARCHIVE", "2026-02-01T09:00", related);
    };
    const open = granted("2026-01-08T09:00");
    expect(files(open)).toMatchObject(no("stage-forbids", "closing"));
    const refused = received("2026-01-08T09:00");
    refused.step(FILE, "propose", proposal("DENY"))("EXAMINER", "2026-01-09T09:00");
    expect(files(refused)).toMatchObject(no("stage-forbids", "closing"));
    const denial = { denialReasons: ["DN_SCOPE"], reasonText: "不属于援助范围", remedyText: "可以提出异议" };
    refused.step(FILE, "deny", denial)("HEAD", "2026-01-12T09:00");
    expect(files(refused)).toMatchObject(ok);
    const closed = granted("2026-01-08T09:00");
    const state = { ...closed.view(...FILE), stages: { application: "granted", closing: "passed" } };
    closed.put(FILED, { ...facts, retentionYears: 10 })("ARCHIVE", "2026-02-01T09:00");
    expect(
      closed.step(FILED, "fileArchive")("ARCHIVE", "2026-02-01T09:00", { related: { fileId: state } }),
    ).toMatchObject(ok);
  });
});
