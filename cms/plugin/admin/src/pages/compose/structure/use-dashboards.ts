import { useState } from 'react';

import type { Language } from '../../../../../shared/desk';
import { uids } from '../../../../../shared/uids';
import { useCreateDocument } from '../../../api/save-documents';
import type { Saving } from '../drafts/use-saving';
import type { Written } from '../drafts/use-drafts';

/** What a new dashboard is begun with. */
export interface NewDashboardFields {
  title: string;
  asOf: string;
}

/** How a dashboard comes into a section. */
export interface Dashboards {
  /** The days that figures of this number are of; null while the number says none. */
  period: { from: string; to: string } | null;
  /** Puts one into a section, and has that saved. */
  choose: (key: string, documentId: string) => void;
  /** Makes a new one in a section. @returns whether it was made */
  create: (key: string, dashboard: NewDashboardFields) => Promise<boolean>;
  /** Why the last one was refused. */
  error: unknown;
}

/** The row that a new dashboard begins with, to be written over: figures need one. */
const firstRow: Readonly<Record<Language, string>> = {
  fr: 'Premier indicateur',
  ar: 'المؤشر الأول',
  en: 'First indicator',
};

export function useDashboards(written: Written, saving: Saving, language: Language): Dashboards {
  const [error, setError] = useState<unknown>(null);
  const [createDocument] = useCreateDocument();
  const { periodFrom, periodTo, periodLabel, publicationDate, sections } = written.drafts.issue.form;
  const choose = (key: string, documentId: string): void => {
    written.arrange(
      sections.map((section) =>
        section.key === key && section.__component === 'newsletter-section.dashboard'
          ? { ...section, dashboard: documentId }
          : section,
      ),
    );
    // Its figures are read with the section: so it is saved at once. After this rendering, which has the new sections.
    setTimeout(() => void saving.save());
  };
  const last = [periodTo, publicationDate].filter((day) => !!day).sort();
  return {
    // Figures of a period are as of one of its days, or of one until the number is out.
    period: periodFrom && periodTo ? { from: periodFrom, to: last.at(-1) ?? periodTo } : null,
    choose,
    async create(key, { title, asOf }) {
      const period = { label: periodLabel?.trim() || asOf, end: asOf };
      const group = { title, indicators: [{ label: firstRow[language], values: [null] }] };
      const answer = await createDocument({
        collectionType: 'collection-types',
        model: uids.dashboard,
        data: { title, asOf, figures: { language, periods: [period], groups: [group] } },
      });
      const documentId = answer.data?.data?.documentId;
      setError(answer.error ?? null);
      if (documentId === undefined) return false;
      choose(key, documentId);
      return true;
    },
    error,
  };
}
