import { useState } from "react";
import { takeStep } from "../../../shared/commands/takeStep.ts";
import type { LetterForm } from "../../../shared/documents/letters.ts";
import { nextVersion } from "../../../shared/documents/templates.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { done, type Result, refuse } from "../../../shared/kernel/result.ts";
import { fromBase64, toBase64 } from "../../base64.ts";
import { useDesk } from "../../data/deskContext.ts";
import { newId } from "../../data/newId.ts";
import { perform } from "../../data/perform.ts";
import { templatesOf } from "../../data/questions/letters.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { checkTemplate, type SlotReport, TEMPLATE_BYTES_MAX } from "../../print/checkTemplate.ts";
import { previewTemplate } from "../../print/previewTemplate.ts";
import { useRefusal } from "../../ui/useRefusal.ts";

/** A file that was picked and checked: its bytes, what its slots lack, and how it will print where they lack nothing. */
type Picked = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly report: SlotReport;
  readonly pdf: Uint8Array<ArrayBuffer> | null;
};

const hashOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

const isComplete = ({ unknown, missing }: SlotReport): boolean => unknown.length + missing.length === 0;

const shippedBytes = async (form: LetterForm): Promise<Uint8Array<ArrayBuffer>> => {
  const { shippedTemplate } = await import("../../print/letterAssets.ts");
  return shippedTemplate(form);
};

const useFiles = (form: LetterForm) => {
  const { host } = useDesk();
  const { refusal, tell } = useRefusal();
  const [path, setPath] = useState("");
  const [picked, setPicked] = useState<Picked | null>(null);
  const save = async (bytes: Uint8Array<ArrayBuffer>, name: string): Promise<void> => {
    const saved = tell(await host["file.save"]({ name, data: toBase64(bytes) }));
    if (saved.ok) setPath(saved.value.path);
  };
  const look = async (bytes: Uint8Array<ArrayBuffer>): Promise<Result<Picked>> => {
    const checked = await checkTemplate(form, bytes);
    if (!checked.ok) return checked;
    const { template, report } = checked.value;
    if (!isComplete(report)) return done({ bytes, report, pdf: null });
    const pdf = await previewTemplate(host, form, template);
    return pdf.ok ? done({ bytes, report, pdf: pdf.value }) : pdf;
  };
  const pick = async (file: File | undefined): Promise<void> => {
    setPicked(null);
    if (file === undefined) return;
    const isLarge = file.size > TEMPLATE_BYTES_MAX;
    const looked = tell(
      isLarge ? refuse("too-large", "S19", "template") : await look(new Uint8Array(await file.arrayBuffer())),
    );
    if (looked.ok) setPicked(looked.value);
  };
  const saveShipped = async (): Promise<void> => save(await shippedBytes(form), `${form}.docx`);
  const saveOwn = (bytes: string, version: string): Promise<void> =>
    save(fromBase64(bytes), `${form}-${version}.docx`);
  const savePreview = (pdf: Uint8Array<ArrayBuffer>): Promise<void> => save(pdf, `${form}-preview.pdf`);
  return { refusal, tell, path, picked, setPicked, pick, saveShipped, saveOwn, savePreview };
};

/** The templates of one form: the shipped one to take away, the bureau's own to check, look at and adopt from a day on. */
export const useLetterTemplate = (form: LetterForm) => {
  const desk = useDesk();
  const adopted = useAnswer(templatesOf(form), [form]) ?? [];
  const files = useFiles(form);
  const { tell, picked, setPicked } = files;
  const adopt = async (facts: { readonly [f: string]: Json }, hash: string): Promise<Result<unknown>> => {
    const step = { form, version: nextVersion(adopted, hash), ...facts };
    const wish = { t: "template", id: newId(desk.wallMs()) } as const;
    const saved = await perform(desk, takeStep, { ...wish, input: { step: "adoptTemplate", facts: step } });
    if (saved.ok) setPicked(null);
    return tell(saved);
  };
  const adoptPicked = async (fromOn: Json): Promise<Result<unknown>> => {
    if (picked === null || picked.pdf === null) return refuse("template-slots", "S19");
    const hash = await hashOf(picked.bytes);
    return adopt({ fromOn, hash, bytes: toBase64(picked.bytes) }, hash);
  };
  const goBack = (fromOn: Json): Promise<Result<unknown>> => adopt({ fromOn, isShipped: true }, "shipped");
  return { ...files, adopted, adoptPicked, goBack };
};
