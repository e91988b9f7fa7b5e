import { describe, expect, it } from "vitest";
import { derivedFacts } from "../../../../renderer/features/notices/derivedFacts.ts";
import { citizenIdCheck } from "../../../../shared/kernel/citizenId.ts";
import { day } from "../../../../shared/kernel/day.ts";

const ON = day("2026-06-18");
const CERT_NO = `99999920100203517${citizenIdCheck("99999920100203517")}`;

describe("what follows from an organ's letter and is not asked (法律援助法第二十五、二十八条)", () => {
  it("第二十五条第一款: a mandatory ground makes defence by notification, a minor's file is private (未成年人保护法第一百零三条)", () => {
    const facts = { noticeKind: "DEFENCE", noticeGround: "N25_1", noticeOrganType: "POLICE" } as const;
    expect(derivedFacts(facts, { noticeGround: "N25_1" }, ON)).toEqual({
      matter: "M25_1",
      aidForm: "CRIM_DEFENCE",
      legalStatus: "CR_SUSPECT",
      proceduralStage: "ST_INVEST",
      sensitivity: "PRIVACY",
    });
  });

  it("第二十五条第二款: before a court the person is a defendant and the ground discretionary", () => {
    const facts = { noticeKind: "DEFENCE", noticeGround: "N25P2", noticeOrganType: "COURT" } as const;
    expect(derivedFacts(facts, { noticeGround: "N25P2" }, ON)).toMatchObject({
      matter: "M25_2",
      legalStatus: "CR_DEFENDANT",
    });
  });

  it("第二十八条: compulsory treatment is representation, not defence", () => {
    const facts = { noticeKind: "REPRESENTATION", noticeGround: "N28", noticeOrganType: "COURT" } as const;
    expect(derivedFacts(facts, { noticeKind: "REPRESENTATION" }, ON)).toMatchObject({
      matter: "M28",
      aidForm: "CRIM_AGENCY",
    });
  });

  it("GB 11643: the number gives birth and sex, and nothing else changes with it", () => {
    expect(derivedFacts({ certType: "ID", certNo: CERT_NO }, { certNo: CERT_NO }, ON)).toEqual({
      birthOn: "2010-02-03",
      sex: "M",
    });
    expect(derivedFacts({ certType: "ID", certNo: CERT_NO }, { phone: "13900000000" }, ON)).toEqual({});
  });
});
