import { useState } from "react";
import { issueLetter } from "../../../shared/commands/issueLetter.ts";
import type { EntityType } from "../../../shared/dictionary/entities.ts";
import { type LetterForm, letterOf } from "../../../shared/documents/letters.ts";
import { numberFactOf } from "../../../shared/documents/numberFacts.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { toBase64 } from "../../base64.ts";
import type { Desk } from "../../data/desk.ts";
import { useDesk } from "../../data/deskContext.ts";
import { noteLook } from "../../data/noteLook.ts";
import { perform } from "../../data/perform.ts";
import { type MadeLetter, makeLetter, storedLetter, storeLetter } from "../../print/makeLetter.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { type Numbered, numberFor } from "./letterNumber.ts";
import type { Ready } from "./useLetterScene.ts";

/** A letter that was just made, with the number it carries. */
type Made = { readonly made: MadeLetter; readonly numbered: Numbered };
/** What is on the screen: a letter just made and not yet issued, or the stored bytes of one issued before. */
type Shown =
  | ({ readonly is: "made" } & Made)
  | { readonly is: "stored"; readonly pdf: Uint8Array<ArrayBuffer>; readonly name: string };

/** Digits of a hash that tell saved files of one form apart. */
const HASH_SHOWN = 8;

/** Runs one piece of work at a time and keeps the refusal of the last one beside the letter. */
const useBusy = () => {
  const { refusal, tell } = useRefusal();
  const [isBusy, setBusy] = useState(false);
  const busily = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    setBusy(true);
    try {
      return tell(await work());
    } finally {
      setBusy(false);
    }
  };
  return { refusal, isBusy, busily };
};

/** Stores both files of a made letter and records it as issued, with the number it was made with. */
const issueMade = async (desk: Desk, { made, numbered: { taken } }: Made, { t, id }: RecordView) => {
  const letter = letterOf(made.form);
  const stored = await storeLetter(desk, made);
  if (!stored.ok) return stored;
  const number = taken && { number: taken, numberFact: numberFactOf(made.form, letter) };
  return perform(desk, issueLetter, { t: t as EntityType, id, input: { ...stored.value, ...number } });
};

const stored = (pdf: Uint8Array<ArrayBuffer>, hash: string): Shown => ({
  is: "stored",
  pdf,
  name: hash.slice(0, HASH_SHOWN),
});

/** A letter that is printed again or leaves the desk as a file is noted first. */
const notedIn =
  (desk: Desk, form: LetterForm, { view: { t, id } }: Ready["scene"]) =>
  async <T>(what: string, work: () => Promise<Result<T>>): Promise<Result<T>> => {
    const subject = `${form} ${what.slice(0, HASH_SHOWN)}`;
    const noted = await noteLook(desk, { act: "PRINT", t, id, subject });
    return noted.ok ? work() : noted;
  };

/** One letter of one record: made, issued, reprinted and saved as a file. */
export const useLetter = (form: LetterForm, { scene, templates }: Ready) => {
  const desk = useDesk();
  const { host } = desk;
  const { refusal, isBusy, busily } = useBusy();
  const [shown, setShown] = useState<Shown | null>(null);
  const [path, setPath] = useState("");
  const letter = letterOf(form);
  const noted = notedIn(desk, form, scene);
  const keep = (pdf: Uint8Array<ArrayBuffer>, hash: string): void => setShown(stored(pdf, hash));
  const make = () =>
    busily(async () => {
      const numbered = await numberFor(desk, letter, scene.view);
      const result = await makeLetter({ host, templates }, form, { ...scene, number: numbered.shown });
      if (result.ok) setShown({ is: "made", made: result.value, numbered });
      return result;
    });
  const issue = (made: Made) =>
    busily(async () => {
      const result = await issueMade(desk, made, scene.view);
      if (result.ok) keep(made.made.pdf, made.made.pdfHash);
      return result;
    });
  const reprint = (pdfHash: string) =>
    busily(() =>
      noted(pdfHash, async () => {
        const bytes = await storedLetter(desk, pdfHash);
        if (bytes.ok) keep(bytes.value, pdfHash);
        return bytes;
      }),
    );
  const save = (bytes: Uint8Array, name: string) =>
    busily(() =>
      noted(name, async () => {
        const saved = await host["file.save"]({ name: `${form}-${name}`, data: toBase64(bytes) });
        if (saved.ok) setPath(saved.value.path);
        return saved;
      }),
    );

  return { shown, make, issue, reprint, save, path, refusal, isBusy, letter };
};
