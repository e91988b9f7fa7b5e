import { plusYears } from "../../shared/kernel/day.ts";
import { type AssignedCase, type Course, type Kit, nextCourse } from "./story.ts";
import { tellerFrom } from "./teller.ts";

const ARCHIVIST = "dang";
const DOC = "甲档发〔2024〕3号（虚构）";

/** The file is archived three to six weeks after its review (档案法第十四条). */
export const archive = ({ kit, tell, id, row }: AssignedCase): void => {
  const after = tell.branch();
  after.wait(kit.chance.whole(15, 30));
  const year = after.today().slice(0, 4);
  const count = (kit.told.get("archived") ?? 0) + 1;
  kit.told.set("archived", count);
  const archiveNo = `甲援〔${year}〕${String(count).padStart(5, "0")}`;
  const subject = { t: "archiveFile", id: kit.chance.id() };
  after.step(ARCHIVIST, { t: "aidFile", id }, { name: "archive", facts: { archiveNo } });
  after.open(ARCHIVIST, subject, {
    archiveNo,
    fileId: id,
    year: Number(year),
    category: row.facts.aidForm ?? "OTHER",
    retentionYears: 30,
    retentionDocNo: DOC,
    volumes: 1,
    pages: kit.chance.whole(30, 160),
    closedOn: tell.today(),
    location: `库房${kit.chance.whole(1, 4)}-${kit.chance.whole(1, 40)}`,
  });
  after.wait(0);
  after.step(ARCHIVIST, subject, { name: "fileArchive" });
};

/** What becomes of a file of earlier years whose time in the archive is over. */
const OLD = [
  { name: "transferred", weight: 3 },
  { name: "destroyed", weight: 3 },
  { name: "extended", weight: 1 },
] as const satisfies readonly Course[];

const OLD_PAPERS = {
  category: "CIVIL_LIT",
  retentionYears: 10,
  retentionDocNo: DOC,
  volumes: 1,
  pages: 60,
  location: "库房1-1",
} as const;

/** An old paper file, entered into the register and dealt with when its years are over (档案法实施条例第二十、二十四条). */
export const oldArchive = (kit: Kit, index: number): void => {
  const { chance } = kit;
  const tell = tellerFrom(kit, chance.whole(5, 120));
  const course = nextCourse(kit, "oldArchives", OLD).name;
  const subject = { t: "archiveFile", id: chance.id() };
  const closedOn = plusYears(tell.today(), -12);
  tell.open(ARCHIVIST, subject, {
    ...OLD_PAPERS,
    archiveNo: `甲援〔${closedOn.slice(0, 4)}〕${String(index + 1).padStart(5, "0")}`,
    fileId: chance.id(),
    year: Number(closedOn.slice(0, 4)),
    closedOn,
  });
  tell.step(ARCHIVIST, subject, { name: "fileArchive" });
  tell.wait(10);
  if (course === "transferred") {
    tell.step(ARCHIVIST, subject, {
      name: "transferArchive",
      facts: { transferredOn: tell.today(), transferredTo: "甲县档案馆" },
    });
    return;
  }
  tell.step(ARCHIVIST, subject, {
    name: "appraiseArchive",
    facts: { appraisedOn: tell.today(), appraisal: "保管期满，已经鉴定小组鉴定。" },
  });
  tell.wait(5);
  if (course === "extended")
    tell.step("sun", subject, { name: "extendArchive", facts: { extendedYears: 20 } });
  else
    tell.step("sun", subject, {
      name: "destroyArchive",
      facts: {
        destroyedOn: tell.today(),
        destroyDocNo: "甲司批〔2026〕1号（虚构）",
        destroySupervisors: "党守册、管系统",
      },
    });
};
