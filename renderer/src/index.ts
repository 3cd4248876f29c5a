/** The renderer's door: issue → edition → message parts. Pure: no network, no database, no clock, no environment. */
export { RendererError, SlotError, TemplateError } from './errors';
export {
  describeProblems,
  InvalidIssueError,
  problemCodes,
  type IssueProblem,
  type ProblemCode,
  type ProblemValues,
} from './contract/problems';
export { problemText } from './view/house/problem-text';
export { issueSchema, issueJsonSchema, parseIssue, type Issue, type IssueInput } from './contract/issue';
export {
  articleSchema,
  type Article,
  type ArticleKind,
  type EventArticle,
  type GovernanceMeeting,
} from './contract/article';
export { bodySchema, type Block, type Body } from './contract/body';
export { dashboardSchema, type Dashboard } from './contract/dashboard';
export { brandSchema, mastheadSchema, type Brand, type Masthead } from './contract/masthead';
export { languages, languageSchema, linkUrlSchema, type Image, type Language } from './contract/primitives';
export { sectionSchema, sectionTypes, type Section, type SectionType } from './contract/section';
export {
  assetSchema,
  assetTypes,
  editionSchema,
  slotNames,
  slotNameSchema,
  type Asset,
  type Edition,
  type MessageParts,
  type Reader,
  type SlotName,
} from './contract/edition';
export {
  findingSchema,
  severities,
  severitySchema,
  type Finding,
  type FindingValue,
  type Severity,
} from './contract/finding';
export { findingText, type FindingText } from './preflight/finding-text';
export { checkEdition } from './preflight/deep/check-edition';
export {
  checkReach,
  PrivateAddress,
  type Ask,
  type Reached,
  type ReachOptions,
} from './preflight/check-reach';
export type { Comparison } from './preflight/deep/inspection';
export type { ImagesOption } from './view/pictures/open-pictures';
export { embeddedAssets, withLinkedPictures } from './edition/linked-pictures';
export { pictureAddresses } from './contract/places';
export { issueMjml, issueRenderer, renderIssue, type RenderOptions } from './render-issue';
export { personalise, slotValue } from './edition/slots/personalise';
export { spansOf, type Span, type Spans } from './edition/slots/spans';
export { sampleReader } from './edition/slots/personalise';
export type { EncodingContext } from './edition/slots/encoders';
export { renderPage, pageNames } from './preview/pages/render-page';
export type { PageBrand, PageData, PageName } from './preview/pages/page-data';
export { openTemplates, houseTemplates, type Templates } from './edition/templates/library';
export {
  isRenditionName,
  showRendition,
  renditionNames,
  renditionWidths,
  type RenditionName,
  type RenditionOptions,
} from './preview/renditions/show-rendition';
export type { Shown } from './preview/renditions/show-rendition';
export { mailPolicy } from './preview/renditions/show-rendition';
export { markId, markPlaces, type Marked, type Sought } from './preview/marks/mark-places';
export { withMarkStyle } from './preview/marks/mark-places';
