import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';

import { DeskRoot } from '../components/DeskRoot';
import { PERMISSIONS } from '../plugin/permissions';
import { CampaignPage } from './campaign/CampaignPage';
import { ComposePage } from './compose/ComposePage';
import { HoldsPage } from './holds/HoldsPage';
import { InvitationsPage } from './team/InvitationsPage';
import { IssuePage } from './issue/IssuePage';
import { IssuesPage } from './issues/IssuesPage';
import { JournalPage } from './journal/JournalPage';
import { NoticesPage } from './team/NoticesPage';
import { RolesPage } from './team/RolesPage';
import { PreparePage } from './prepare/PreparePage';
import { SuppressionsPage } from './suppressions/SuppressionsPage';
import { TranslatePage } from './translate/TranslatePage';

/** The desk: where an issue is previewed, checked, approved, sent and followed. */
export default function App() {
  return (
    <DeskRoot>
      <Page.Protect permissions={PERMISSIONS.read}>
        <Routes>
          <Route index element={<IssuesPage />} />
          <Route path="issues/:documentId" element={<IssuePage />} />
          <Route
            path="issues/:documentId/compose"
            element={
              <Page.Protect permissions={PERMISSIONS.edit}>
                <ComposePage />
              </Page.Protect>
            }
          />
          <Route
            path="articles/:documentId/translate"
            element={
              <Page.Protect permissions={PERMISSIONS.edit}>
                <TranslatePage />
              </Page.Protect>
            }
          />
          <Route
            path="prepare"
            element={
              <Page.Protect permissions={PERMISSIONS.edit}>
                <PreparePage />
              </Page.Protect>
            }
          />
          <Route path="campaigns/:id" element={<CampaignPage />} />
          <Route
            path="suppressions"
            element={
              <Page.Protect permissions={PERMISSIONS.manageAudience}>
                <SuppressionsPage />
              </Page.Protect>
            }
          />
          <Route
            path="journal"
            element={
              <Page.Protect permissions={PERMISSIONS.readJournal}>
                <JournalPage />
              </Page.Protect>
            }
          />
          <Route
            path="invitations"
            element={
              <Page.Protect permissions={PERMISSIONS.invite}>
                <InvitationsPage />
              </Page.Protect>
            }
          />
          <Route path="notices" element={<NoticesPage />} />
          <Route path="roles" element={<RolesPage />} />
          <Route path="holds" element={<HoldsPage />} />
          <Route path="*" element={<IssuesPage />} />
        </Routes>
      </Page.Protect>
    </DeskRoot>
  );
}
