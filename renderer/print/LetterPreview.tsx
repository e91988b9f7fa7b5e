import {
  FilePdfOutlined,
  FileWordOutlined,
  PrinterOutlined,
  SafetyCertificateOutlined,
} from "@ant-design/icons";
import { Alert, Button, Flex } from "antd";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Label } from "../../shared/dictionary/field.ts";
import { PRINT_WORDS } from "./words.ts";
import "./letterPreview.css";

type Props = {
  /** The bytes that will be printed and stored. */
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly title: Label;
  readonly language: "zh" | "en";
  /** Rare characters the letter font lacks. */
  readonly uncovered?: readonly string[];
  /** Records the letter as issued; absent when it was issued before (a reprint). */
  readonly onIssue?: () => void;
  readonly onSavePdf: () => void;
  /** Absent where only the PDF is kept at hand. */
  readonly onSaveDocx?: () => void;
  readonly onPrinted?: () => void;
  readonly isBusy?: boolean;
  /** Why it may be looked at only: nothing of it leaves the office. */
  readonly withheld?: string | null;
};

/** The viewer's own buttons are off: printing and saving go through ours, which are recorded. */
const VIEW = "#toolbar=0&navpanes=0&zoom=90";

/** A `blob:` address of the bytes, given back when they change or the preview closes. */
const usePdfUrl = (pdf: Uint8Array<ArrayBuffer>): string | null => {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([pdf], { type: "application/pdf" }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [pdf]);
  return url;
};

const printFrame = ({ current }: RefObject<HTMLIFrameElement | null>): void => {
  current?.contentWindow?.focus();
  current?.contentWindow?.print();
};

type Actions = Omit<Props, "pdf" | "title" | "uncovered" | "withheld"> & {
  readonly onPrint: (() => void) | null;
};

const Toolbar = ({ language, onIssue, onPrint, onSavePdf, onSaveDocx, isBusy = false }: Actions) => {
  const say = (word: keyof typeof PRINT_WORDS): string => PRINT_WORDS[word][language];
  return (
    <Flex gap="small" wrap role="toolbar" aria-label={say("actions")}>
      {onIssue && (
        <Button type="primary" icon={<SafetyCertificateOutlined />} loading={isBusy} onClick={onIssue}>
          {say("issue")}
        </Button>
      )}
      {onPrint !== null && (
        <Button icon={<PrinterOutlined />} onClick={onPrint}>
          {say("print")}
        </Button>
      )}
      <Button icon={<FilePdfOutlined />} onClick={onSavePdf}>
        {say("savePdf")}
      </Button>
      {onSaveDocx && (
        <Button icon={<FileWordOutlined />} onClick={onSaveDocx}>
          {say("saveDocx")}
        </Button>
      )}
    </Flex>
  );
};

/** A letter as it will come out of the printer: the frame shows, and the button prints, exactly the bytes given. */
export const LetterPreview = ({
  pdf,
  title,
  uncovered = [],
  withheld = null,
  onPrinted,
  ...actions
}: Props) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const url = usePdfUrl(pdf);
  const { language } = actions;
  const print = (): void => {
    printFrame(frame);
    onPrinted?.();
  };
  return (
    <section className="lad-letter" aria-label={`${PRINT_WORDS.preview[language]}：${title[language]}`}>
      {withheld === null ? (
        <Toolbar {...actions} onPrint={url === null ? null : print} />
      ) : (
        <Alert role="alert" type="warning" showIcon title={withheld} />
      )}
      {uncovered.length > 0 && (
        <Alert type="warning" showIcon title={`${PRINT_WORDS.uncovered[language]}${uncovered.join(" ")}`} />
      )}
      {url !== null && (
        <iframe
          ref={frame}
          className="lad-letter-sheet"
          title={`${PRINT_WORDS.sheet[language]}：${title[language]}`}
          src={`${url}${VIEW}`}
        />
      )}
    </section>
  );
};
