import { type Course, type Kit, nextCourse } from "./story.ts";
import { tellerFrom } from "./teller.ts";
import { someDay } from "./workDays.ts";

/** One look at a whole number of a recipient, noted by whoever looked (个人信息保护法第五十四条). */
export const look = (kit: Kit, by: string): void => {
  const { chance } = kit;
  const file = chance.pick(kit.cases);
  const tell = tellerFrom(kit, Math.max(file.dayIndex + 1, someDay(chance)));
  tell.step(
    by,
    { t: "look", id: chance.id() },
    {
      name: "noteLook",
      facts: {
        act: "REVEAL",
        recordType: "aidFile",
        recordId: file.id,
        subject: "certNo",
        purpose: "核对身份",
      },
    },
  );
};

const EXPORTS = [
  { name: "approved", weight: 4 },
  { name: "refused", weight: 1 },
  { name: "revoked", weight: 1 },
] as const satisfies readonly Course[];

/** One request to export whole personal data (V26). */
export const exportApproval = (kit: Kit): void => {
  const { chance } = kit;
  const tell = tellerFrom(kit, Math.floor(someDay(chance) * 0.9));
  const course = nextCourse(kit, "exports", EXPORTS).name;
  const subject = { t: "exportApproval", id: chance.id() };
  tell.step("zhou", subject, {
    name: "requestExport",
    facts: { scope: "STATISTICS", exportPurpose: "向上级报送年度台账。" },
  });
  tell.wait(1);
  if (course === "refused") {
    tell.step("sun", subject, { name: "refuseExport", facts: { endReason: "报表无须个人信息。" } });
    return;
  }
  tell.step("sun", subject, { name: "approveExport", facts: { untilOn: tell.today() } });
  tell.wait(1);
  if (course === "revoked")
    tell.step("sun", subject, { name: "revokeExport", facts: { endReason: "已改用汇总数据。" } });
};
