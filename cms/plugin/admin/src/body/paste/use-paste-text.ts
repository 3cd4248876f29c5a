import { useCallback } from 'react';

import { useDeskIntl } from '../../hooks/use-desk-intl';
import { useText } from '../../hooks/use-text';
import { droppedNames, type PasteReport } from './report';

/** Says in one line what became of something pasted: "Collé avec titres et listes ; laissé de côté : 3 couleurs et 1 police". */
export function usePasteText(): (report: PasteReport) => string {
  const text = useText();
  const { formatList } = useDeskIntl();
  return useCallback(
    ({ kept, dropped }: PasteReport) => {
      const all = kept.map((name) => text(`body.kept.${name}`));
      const gone = droppedNames.flatMap((name) => {
        const count = dropped[name] ?? 0;
        return count > 0 ? [text(`body.dropped.${name}`, { count })] : [];
      });
      const values = { kept: formatList(all), dropped: formatList(gone) };
      if (all.length > 0) return text(gone.length > 0 ? 'body.pasted.both' : 'body.pasted.kept', values);
      return text(gone.length > 0 ? 'body.pasted.dropped' : 'body.pasted.plain', values);
    },
    [text, formatList],
  );
}
