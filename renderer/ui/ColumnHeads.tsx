import type { Label } from "../../shared/dictionary/field.ts";
import { useLabel } from "./language.tsx";

/** The head of a table: one named column after another. */
export const ColumnHeads = ({ heads }: { readonly heads: readonly Label[] }) => {
  const t = useLabel();
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head.en} scope="col">
            {t(head)}
          </th>
        ))}
      </tr>
    </thead>
  );
};
