import { Component, type ErrorInfo, type ReactNode } from "react";
import { useDeskStore } from "../state/deskStore.ts";
import { APP_TEXTS } from "./texts.ts";

type Props = { readonly children: ReactNode };
type State = { readonly reportNo: string };

/** Short enough to read out on the telephone, long enough to be found in the log of one desk. */
const newReportNo = (): string => crypto.randomUUID().slice(0, 8).toUpperCase();

/**
 * The one place where a bug on a screen ends: the person sees a number to report. The cause goes to the browser's own
 * error reporting; the log of the host has no call for the page, and no personal text may leave it that way.
 */
export class ErrorScreen extends Component<Props, State> {
  override state: State = { reportNo: "" };

  static getDerivedStateFromError(): State {
    return { reportNo: newReportNo() };
  }

  override componentDidCatch(cause: Error, info: ErrorInfo): void {
    reportError(new Error(`screen ${this.state.reportNo} ${info.componentStack ?? ""}`, { cause }));
  }

  override render(): ReactNode {
    if (this.state.reportNo === "") return this.props.children;
    return <FailedScreen reportNo={this.state.reportNo} />;
  }
}

const FailedScreen = ({ reportNo }: { readonly reportNo: string }) => {
  const language = useDeskStore((state) => state.language);
  return (
    <main className="lad-center" role="alert">
      <h1>{APP_TEXTS.failedTitle[language]}</h1>
      <p>{APP_TEXTS.failedText[language]}</p>
      <p>
        {APP_TEXTS.reportNo[language]}: <strong className="lad-report">{reportNo}</strong>
      </p>
      <button type="button" onClick={() => location.reload()}>
        {APP_TEXTS.reload[language]}
      </button>
    </main>
  );
};
