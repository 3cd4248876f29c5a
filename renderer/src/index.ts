/** The renderer's door: issue → edition → message parts. Pure: no network, no database, no clock, no environment. */
export * from './errors';
export { issueSchema, issueJsonSchema, parseIssue, type Issue, type IssueInput } from './issue';
export {
  articleSchema,
  type Article,
  type ArticleKind,
  type EventArticle,
  type GovernanceMeeting,
} from './issue/article';
export { bodySchema, type Block, type Body } from './issue/body';
export { dashboardSchema, type Dashboard } from './issue/dashboard';
export { brandSchema, mastheadSchema, type Brand, type Masthead } from './issue/masthead';
export { languages, languageSchema, linkUrlSchema, type Image, type Language } from './issue/primitives';
export { sectionSchema, sectionTypes, type Section, type SectionType } from './issue/section';
export {
  slotNames,
  type Asset,
  type Edition,
  type MessageParts,
  type Reader,
  type SlotName,
} from './edition';
export type { Finding } from './finding';
export { checkEdition } from './preflight/check-edition';
export { checkReach, PrivateAddress, type Ask, type Reached, type ReachOptions } from './reach/check-reach';
export type { Comparison } from './preflight/deep/deep-rule';
export type { ImagesOption } from './charts/pictures';
export { embeddedAssets, withLinkedPictures } from './pictures/linked-pictures';
export { pictureAddresses } from './pictures/picture-addresses';
export { issueMjml, issueRenderer, renderIssue, type RenderOptions } from './render-issue';
export { personalise, slotValue } from './slots/personalise';
export { segmentsOf, type Segment, type Segments } from './slots/segments';
export { sampleReader } from './slots/sample-reader';
export type { EncodingContext } from './encoders/encoders';
export { renderPage, pageNames } from './pages/render-page';
export type { PageBrand, PageData, PageName } from './pages/page-data';
export { openTemplates, houseTemplates, type Templates } from './templates/library';
export { isViewName, showView, viewNames, viewWidths, type ViewName, type ViewOptions } from './views/views';
export type { Shown } from './views/shown';
export { mailPolicy } from './views/mail-policy';
export { markId, markPlaces, type Marked, type Sought } from './views/mark-places';
export { withMarkStyle } from './views/mark-style';
