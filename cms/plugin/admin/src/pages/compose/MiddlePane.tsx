import { Box, Loader } from '@strapi/design-system';
import { useCallback, useMemo } from 'react';

import type { Composition, LiveNote } from '../../../../shared/desk';
import { Refusal } from '../../components/Refusal';
import type { Deciding } from '../../components/SetAside';
import { useText } from '../../hooks/use-text';
import type { Saving } from './drafts/use-saving';
import type { Written } from './drafts/use-drafts';
import type { KeyedSection } from './drafts/drafts';
import type { ArticleStanding } from './fields/ArticleField';
import { ArticleFormFields } from './fields/ArticleFormFields';
import type { Mending } from './findings/NoteLine';
import { FormProvider, type FormContext } from './fields/form-context';
import { MastheadForm } from './fields/MastheadForm';
import { elementName, fieldAt } from './fields/field-places';
import { SectionFormFields } from './fields/SectionFormFields';
import { PaneHeader } from './PaneHeader';
import { ArticlePicker } from './structure/ArticlePicker';
import { DashboardPicker } from './structure/DashboardPicker';
import { isOfArticles, type Selection } from './structure/selection';
import type { Articles } from './structure/use-articles';
import type { Dashboards } from './structure/use-dashboards';

interface MiddlePaneProps {
  composition: Composition;
  selection: Selection;
  written: Written;
  saving: Saving;
  articles: Articles;
  dashboards: Dashboards;
  notes: readonly LiveNote[];
  deciding: Deciding | null;
  mending: Mending | null;
  isLocked: boolean;
  onSelect: (selection: Selection) => void;
  /** Somebody is in a field of the form. */
  onEnter: (field: string) => void;
}

/** What is chosen of the number, to be written. */
export function MiddlePane(props: MiddlePaneProps) {
  const { composition, selection, written, notes, deciding, mending, isLocked, onEnter } = props;
  const { issue, may } = composition;
  const { sections } = written.drafts.issue.form;
  const isDisabled = isLocked || !(selection.is === 'article' ? may.article : may.issue);
  const notesOf = useCallback(
    (field: string) =>
      notes.filter(({ at }) => {
        const place = fieldAt(at, sections);
        return place !== null && elementName(place) === elementName({ selection, field });
      }),
    [notes, sections, selection],
  );
  const { publicationDate, periodTo } = written.drafts.issue.form;
  const near = publicationDate || periodTo || new Date().toISOString().slice(0, 10);
  const form = useMemo(
    (): FormContext => ({
      ...{ selection, isDisabled, notesOf, deciding, mending, onEnter },
      ...{ language: issue.language, near },
    }),
    [selection, issue.language, near, isDisabled, notesOf, deciding, mending, onEnter],
  );
  return (
    <FormProvider value={form}>
      <Box padding={5} maxWidth="88rem">
        <PaneHeader {...props} isDisabled={isDisabled} />
        <ChosenForm {...props} />
      </Box>
    </FormProvider>
  );
}

function ChosenForm(props: MiddlePaneProps) {
  const { composition, selection, written, articles, dashboards, onSelect } = props;
  const text = useText();
  const { documentId, language } = composition.issue;
  const { drafts, type } = written;
  const { sections } = drafts.issue.form;
  if (selection.is === 'masthead')
    return (
      <MastheadForm
        form={drafts.issue.form}
        onChange={(fields) => type({ type: 'issue', documentId }, fields)}
      />
    );
  const section = sections.find(({ key }) => key === selection.key);
  if (section === undefined) return null;
  if (selection.is === 'picker')
    return (
      <>
        <ArticlePicker
          language={language}
          present={isOfArticles(section) ? section.articles : []}
          onAdd={(choices) => {
            articles.add(section.key, choices);
            onSelect({ is: 'section', key: section.key });
          }}
          onCreate={async (article) => {
            const created = await articles.create(section.key, article);
            if (created === null) return false;
            onSelect({ is: 'article', key: section.key, documentId: created });
            return true;
          }}
        />
        <Refusal error={articles.error} />
      </>
    );
  if (selection.is === 'article') {
    const article = drafts.articles[selection.documentId];
    // One that was just added is read once the number is saved with it.
    if (article === undefined) return <Loader>{text('loading')}</Loader>;
    return (
      <ArticleFormFields
        key={selection.documentId}
        form={article.form}
        standing={standingOf(section, selection.documentId)}
        onChange={(fields) => type({ type: 'article', documentId: selection.documentId }, fields)}
      />
    );
  }
  const dashboardId = section.__component === 'newsletter-section.dashboard' ? section.dashboard : null;
  return (
    <SectionFormFields
      key={section.key}
      section={section}
      dashboard={dashboardId ? (drafts.dashboards[dashboardId]?.form ?? null) : null}
      picker={
        <DashboardPicker sectionKey={section.key} present={dashboardId ?? null} dashboards={dashboards} />
      }
      onChange={(next) =>
        type(
          { type: 'issue', documentId },
          { sections: sections.map((one) => (one.key === next.key ? next : one)) },
        )
      }
      onDashboard={(fields) => dashboardId && type({ type: 'dashboard', documentId: dashboardId }, fields)}
    />
  );
}

function standingOf(section: KeyedSection, documentId: string): ArticleStanding {
  if (!isOfArticles(section)) return { layout: 'list', articleAt: 0 };
  return { layout: section.layout ?? 'list', articleAt: section.articles.indexOf(documentId) };
}
