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
};

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

/** A letter as it will come out of the printer: the frame shows, and the button prints, exactly the bytes given. */
export const LetterPreview = ({
  pdf,
  title,
  language,
  uncovered = [],
  onIssue,
  onSavePdf,
  onSaveDocx,
  onPrinted,
  isBusy = false,
}: Props) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const url = usePdfUrl(pdf);
  const say = (word: keyof typeof PRINT_WORDS): string => PRINT_WORDS[word][language];
  return (
    <section className="lad-letter" aria-label={`${say("preview")}：${title[language]}`}>
      <Flex gap="small" wrap role="toolbar" aria-label={say("actions")}>
        {onIssue && (
          <Button type="primary" icon={<SafetyCertificateOutlined />} loading={isBusy} onClick={onIssue}>
            {say("issue")}
          </Button>
        )}
        <Button
          icon={<PrinterOutlined />}
          disabled={url === null}
          onClick={() => {
            printFrame(frame);
            onPrinted?.();
          }}
        >
          {say("print")}
        </Button>
        <Button icon={<FilePdfOutlined />} onClick={onSavePdf}>
          {say("savePdf")}
        </Button>
        {onSaveDocx && (
          <Button icon={<FileWordOutlined />} onClick={onSaveDocx}>
            {say("saveDocx")}
          </Button>
        )}
      </Flex>
      {uncovered.length > 0 && (
        <Alert type="warning" showIcon title={`${say("uncovered")}${uncovered.join(" ")}`} />
      )}
      {url !== null && (
        <iframe
          ref={frame}
          className="lad-letter-sheet"
          title={`${say("sheet")}：${title[language]}`}
          src={url}
        />
      )}
    </section>
  );
};
