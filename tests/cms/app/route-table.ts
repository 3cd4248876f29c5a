import type { Door } from './route-doors';

/**
 * Every route of an installation by its door; methods stand before the path that they share. A route that is not here fails: whoever
 * adds one says here who may use it. Where a parameter names a document, the door is that of subscribers, the brand and others' pictures.
 */
export const routeTable: Record<Door, string> = {
  everybody: `
    GET /
    GET /((?!uploads/).+)
    ANY /_health
    POST /admin/forgot-password
    GET /admin/init
    POST /admin/login
    GET /admin/project-type
    POST /admin/register
    GET /admin/registration-info
    POST /admin/reset-password
    GET /assets/:name
    GET /content-manager/preview/script
    GET POST /first-administrator
    GET /healthz
    GET /issues/:number
    GET /issues/:number/:language
    GET /metrics
    GET /newsletter/preview-assets/shell.css
    GET /newsletter/preview-assets/shell.js
    GET /newsletter/preview/:token
    GET /newsletter/preview/:token/mail
    GET /newsletter/preview/:token/text
    GET /unsubscribe
    GET POST /unsubscribe/:token
    GET /uploads/(.*)
  `,
  'its own key': `
    POST /admin/access-token
    GET /admin/transfer/runner/pull
    GET /admin/transfer/runner/push
    GET POST /second-factor
    GET POST /second-factor/others
  `,
  'whoever signs in': `
    GET /admin/ai-feature-config
    GET /admin/ai-token
    GET /admin/ai-usage
    GET /admin/content-api/permissions
    GET /admin/content-api/routes
    GET /admin/guided-tour-meta
    GET /admin/homepage/key-statistics
    GET PUT /admin/homepage/layout
    GET /admin/information
    POST /admin/logout
    GET /admin/permissions
    POST /admin/permissions/check
    POST /admin/second-factor
    GET /admin/telemetry-properties
    GET PUT /admin/users/me
    GET /admin/users/me/permissions
    GET DELETE /admin/users/me/sessions
    DELETE /admin/users/me/sessions/:sessionId
    GET /content-manager/components
    GET /content-manager/components/:uid/configuration
    GET /content-manager/content-types
    GET /content-manager/content-types-settings
    GET /content-manager/content-types/:uid/configuration
    GET /content-manager/homepage/count-documents
    GET /content-manager/homepage/recent-documents
    GET /content-manager/init
    GET /content-manager/preview/url/:contentType
    POST /content-manager/uid/check-availability
    POST /content-manager/uid/generate
    GET /i18n/ai-localization-jobs/collection-types/:contentType/:documentId
    GET /i18n/ai-localization-jobs/single-types/:contentType
    POST /i18n/content-manager/actions/get-non-localized-fields
    GET /i18n/locales
    GET /i18n/settings
    POST /newsletter/documents/:documentId/compare
    GET /newsletter/documents/:documentId/endings
    POST /newsletter/documents/:documentId/presence
    GET /newsletter/documents/:documentId/versions
    POST /newsletter/live
    POST /newsletter/spelling
    POST /newsletter/spelling/suggestions
    POST /newsletter/spelling/words
    GET /upload/ai-metadata-jobs/latest
    GET /upload/configuration
  `,
  authors: `
    POST /upload
    POST /upload/actions/bulk-delete
    POST /upload/actions/bulk-move
    POST /upload/actions/bulk-update
    POST /upload/actions/generate-ai-metadata
    POST /upload/actions/upload-from-urls
    POST /upload/ai-metadata-jobs
    GET /upload/ai-metadata-jobs/pending-count
    GET POST /upload/files
    GET PUT DELETE /upload/files/:id
    POST /upload/files/:id/replace
    GET /upload/folder-structure
    GET POST /upload/folders
    GET PUT /upload/folders/:id
  `,
  editors: `
    GET /content-manager/single-types/:model/actions/countDraftRelations
    GET /newsletter/articles
    POST /newsletter/articles/:documentId/original
    POST /newsletter/articles/:documentId/settle
    GET /newsletter/articles/:documentId/side-by-side
    GET POST /newsletter/articles/:documentId/translations
    GET /newsletter/campaigns/:id
    GET /newsletter/dashboards
    POST /newsletter/dashboards/tiles
    GET /newsletter/holds
    GET /newsletter/issues
    GET /newsletter/issues/:documentId
    POST /newsletter/issues/:documentId/all-clear
    GET POST /newsletter/issues/:documentId/comments
    POST /newsletter/issues/:documentId/comments/:id/settle
    GET /newsletter/issues/:documentId/composition
    GET /newsletter/issues/:documentId/earlier
    POST /newsletter/issues/:documentId/findings/:id/take-up
    POST /newsletter/issues/:documentId/findings/set-aside
    POST /newsletter/issues/:documentId/live
    GET /newsletter/issues/:documentId/preview
    GET /newsletter/issues/:documentId/reviewers
    POST /newsletter/issues/:documentId/send-back
    POST /newsletter/issues/:documentId/submit
    POST /newsletter/issues/:documentId/test
    GET /newsletter/issues/:documentId/to-translate
    GET POST /newsletter/notices
    POST /newsletter/numbers
    GET /newsletter/numbers/proposal
    POST /newsletter/issues/:documentId/withdraw
    GET /newsletter/lists
    GET /newsletter/openapi.json
    GET /newsletter/segments
    POST /newsletter/texts/compare
  `,
  publishers: `
    GET POST /content-manager/collection-types/:model
    GET PUT DELETE /content-manager/collection-types/:model/:id
    GET /content-manager/collection-types/:model/:id/actions/countDraftRelations
    POST /content-manager/collection-types/:model/:id/actions/discard
    POST /content-manager/collection-types/:model/actions/bulkDelete
    POST /content-manager/collection-types/:model/actions/bulkFindForValidation
    GET /content-manager/collection-types/:model/actions/countManyEntriesDraftRelations
    POST /content-manager/collection-types/:model/auto-clone/:sourceId
    POST /content-manager/collection-types/:model/clone/:sourceId
    GET /content-manager/relations/:model/:id/:targetField
    GET /content-manager/relations/:model/:targetField
    GET PUT DELETE /content-manager/single-types/:model
    POST /content-manager/single-types/:model/actions/discard
    GET /i18n/content-manager/get-fill-from-locale/:model
    POST /newsletter/campaigns/:id/cancel
    POST /newsletter/campaigns/:id/decide
    GET /newsletter/campaigns/:id/deliveries
    GET /newsletter/campaigns/:id/deliveries.csv
    GET /newsletter/campaigns/:id/exclusions
    POST /newsletter/campaigns/:id/pause
    POST /newsletter/campaigns/:id/resume
    POST /newsletter/erasures
    POST /newsletter/holds/campaigns/:id
    POST /newsletter/holds/issues/:documentId
    POST /newsletter/holds/release
    POST /newsletter/issues/:documentId/approve
    POST /newsletter/issues/:documentId/audience
    POST /newsletter/issues/:documentId/campaigns
    POST /newsletter/issues/:documentId/correct
    POST /newsletter/issues/:documentId/uncorrect
    GET /newsletter/journal
    GET /newsletter/journal.csv
    GET /newsletter/journal/people
    GET POST /newsletter/suppressions
    POST /newsletter/suppressions/:id/lift
  `,
  'super admins': `
    GET /newsletter/invitations
    POST /newsletter/invitations/:id/send
    GET POST /admin/admin-tokens
    GET PUT DELETE /admin/admin-tokens/:id
    GET /admin/admin-tokens/:id/owner-permissions
    POST /admin/admin-tokens/:id/regenerate
    GET POST /admin/api-tokens
    GET PUT DELETE /admin/api-tokens/:id
    POST /admin/api-tokens/:id/regenerate
    GET /admin/plugins
    GET POST /admin/project-settings
    GET POST /admin/roles
    GET PUT DELETE /admin/roles/:id
    GET PUT /admin/roles/:id/permissions
    POST /admin/roles/batch-delete
    GET POST /admin/transfer/tokens
    GET PUT DELETE /admin/transfer/tokens/:id
    POST /admin/transfer/tokens/:id/regenerate
    GET POST /admin/users
    GET PUT DELETE /admin/users/:id
    POST /admin/users/batch-delete
    GET POST /admin/webhooks
    GET PUT DELETE /admin/webhooks/:id
    POST /admin/webhooks/:id/trigger
    POST /admin/webhooks/batch-delete
    POST /content-manager/collection-types/:model/:id/actions/publish
    POST /content-manager/collection-types/:model/:id/actions/unpublish
    POST /content-manager/collection-types/:model/actions/bulkPublish
    POST /content-manager/collection-types/:model/actions/bulkUnpublish
    POST /content-manager/collection-types/:model/actions/publish
    PUT /content-manager/components/:uid/configuration
    PUT /content-manager/content-types/:uid/configuration
    POST /content-manager/single-types/:model/actions/publish
    POST /content-manager/single-types/:model/actions/unpublish
    GET /content-type-builder/components
    GET /content-type-builder/components/:uid
    GET /content-type-builder/content-types
    GET /content-type-builder/content-types/:uid
    GET /content-type-builder/reserved-names
    GET /content-type-builder/schema
    GET /content-type-builder/update-schema-status
    GET /email/settings
    POST /email/test
    POST /email/verify
    GET /i18n/iso-locales
    POST /i18n/locales
    PUT DELETE /i18n/locales/:id
    PUT /i18n/settings
    PUT /upload/configuration
    GET PUT /upload/settings
  `,
  closed: 'POST /admin/register-admin',
  nobody: `
    PUT DELETE /content-type-builder/component-categories/:name
    POST /content-type-builder/components
    PUT DELETE /content-type-builder/components/:uid
    POST /content-type-builder/content-types
    PUT DELETE /content-type-builder/content-types/:uid
    POST /content-type-builder/update-schema
  `,
  'full tokens': `
    GET /api/content-type-builder/components
    GET /api/content-type-builder/components/:uid
    GET /api/content-type-builder/content-types
    GET /api/content-type-builder/content-types/:uid
    GET /api/i18n/locales
    POST /api/upload
    DELETE /api/upload/files/:id
    GET /api/upload/files/page
  `,
  'reading tokens': 'GET /api/upload/files/:id',
  'chosen tokens': 'GET /api/upload/files',
};
