import { useCallback } from 'react';
import { useIntl } from 'react-intl';

import { useText } from '../../hooks/use-text';
import { droppedNames, type PasteReport } from './report';

/** Says in one line what became of something pasted: "Collé avec titres et listes ; laissé de côté : 3 couleurs et 1 police". */
export function usePasteText(): (report: PasteReport) => string {
  const text = useText();
  const { formatList } = useIntl();
  return useCallback(
    ({ kept, dropped }: PasteReport) => {
      const all = kept.map((name) => text(`body.kept.${name}`));
      const gone = droppedNames.flatMap((name) => {
        const count = dropped[name] ?? 0;
        return count > 0 ? [text(`body.dropped.${name}`, { count })] : [];
      });
      const parts = [
        ...(all.length > 0 ? [text('body.pasted.kept', { list: formatList(all) })] : []),
        ...(gone.length > 0 ? [text('body.pasted.dropped', { list: formatList(gone) })] : []),
      ];
      return parts.length > 0 ? text('body.pasted', { what: parts.join(' ; ') }) : text('body.pasted.plain');
    },
    [text, formatList],
  );
}
