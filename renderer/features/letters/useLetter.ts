import { useState } from "react";
import { issueLetter } from "../../../shared/commands/issueLetter.ts";
import { type LetterForm, letterOf } from "../../../shared/documents/letters.ts";
import { done, type Result } from "../../../shared/kernel/result.ts";
import { useDesk } from "../../data/deskContext.ts";
import { perform } from "../../data/perform.ts";
import { toBase64 } from "../../print/base64.ts";
import { makeLetter, type MadeLetter, storedLetter, storeLetter } from "../../print/makeLetter.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { numberFactOf, numberFor, type Numbered } from "./letterNumber.ts";
import type { Unnumbered } from "./useLetterScene.ts";

/** What is on the screen: a letter just made and not yet issued, or the stored bytes of one issued before. */
type Shown =
  | { readonly is: "made"; readonly made: MadeLetter; readonly numbered: Numbered }
  | { readonly is: "stored"; readonly pdf: Uint8Array<ArrayBuffer>; readonly name: string };

/** One letter of one record: made, issued, reprinted and saved as a file. */
export const useLetter = (form: LetterForm, scene: Unnumbered) => {
  const desk = useDesk();
  const { refusal, tell } = useRefusal();
  const [shown, setShown] = useState<Shown | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [path, setPath] = useState("");
  const letter = letterOf(form);
  const busily = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    setBusy(true);
    try {
      return tell(await work());
    } finally {
      setBusy(false);
    }
  };

  const make = () =>
    busily(async () => {
      const numbered = await numberFor(desk, letter, scene.view);
      const result = await makeLetter(desk, form, { ...scene, number: numbered.shown });
      if (result.ok) setShown({ is: "made", made: result.value, numbered });
      return result;
    });

  const issue = (made: MadeLetter, { taken }: Numbered) =>
    busily(async () => {
      const stored = await storeLetter(desk, made);
      if (!stored.ok) return stored;
      const number = taken && { number: taken, numberFact: numberFactOf(form, letter) };
      const result = await perform(desk, issueLetter, { t: letter.entity, id: scene.view.id, input: { ...stored.value, ...number } });
      if (result.ok) setShown({ is: "stored", pdf: made.pdf, name: made.pdfHash.slice(0, 8) });
      return result;
    });

  const reprint = (pdfHash: string) =>
    busily(async () => {
      const bytes = await storedLetter(desk, pdfHash);
      if (bytes.ok) setShown({ is: "stored", pdf: bytes.value, name: pdfHash.slice(0, 8) });
      return bytes;
    });

  const save = (bytes: Uint8Array, kind: "pdf" | "docx", name: string) =>
    busily(async () => {
      const saved = await desk.host["file.save"]({ name: `${form}-${name}.${kind}`, data: toBase64(bytes) });
      if (saved.ok) setPath(saved.value.path);
      return saved.ok ? done(saved.value.path) : saved;
    });

  return { shown, make, issue, reprint, save, path, refusal, isBusy, letter };
};
