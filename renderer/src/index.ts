/**
 * The public interface of the renderer: issue → edition → message parts. Pure: no network, no database, no clock, no
 * environment.
 *
 * Exports follow the order of the work: the contract, rendering, filling slots, the preflight, previews and pages.
 */
export { asWebPage } from './edition/web-page';
export {
  RendererError,
  rendererErrorCodes,
  SlotError,
  TemplateError,
  type RendererErrorCode,
  type TemplatePlace,
} from './errors';

export { issueSchema, issueJsonSchema, parseIssue, type Issue, type IssueInput } from './contract/issue';
export {
  describeProblems,
  InvalidIssueError,
  problemCodes,
  type IssueProblem,
  type ProblemCode,
  type ProblemValues,
} from './contract/problems';
export { problemText } from './view/emails/problem-text';
export {
  articleKinds,
  articleKindSchema,
  articleSchema,
  type Article,
  type ArticleKind,
  type EventArticle,
  type GovernanceMeeting,
} from './contract/article';
export { bodySchema, type Block, type Body } from './contract/body';
export {
  chartForms,
  dashboardSchema,
  measures,
  measureSchema,
  mostPeriods,
  units,
  unitSchema,
  type ChartForm,
  type Dashboard,
  type Measure,
  type Unit,
} from './contract/dashboard';
export { brandSchema, mastheadSchema, type Brand, type Masthead } from './contract/masthead';
export {
  directionOf,
  directions,
  languages,
  languageSchema,
  linkUrlSchema,
  type Direction,
  type Image,
  type Language,
} from './contract/primitives';
export {
  articleLayouts,
  sectionSchema,
  sectionTypes,
  sectionTypeSchema,
  type Section,
  type SectionType,
} from './contract/section';
export { pictureAddresses } from './contract/places';
export { cropSchema, focusSchema, framingSchema, type Framing } from './contract/framing';
export {
  articlePicturePlace,
  bodyPicturePlace,
  pictureFormats,
  sharpPixels,
  type PicturePlace,
} from './contract/picture-places';
export {
  hasDeepLists,
  mostBodyCharacters,
  mostListLevels,
  mostTableColumns,
  mostTableRows,
} from './contract/body';
export { isTooDeep, mostLevels } from './contract/depth';
export { canonicalJson, sha256 } from './contract/canonical-json';
export { openMemory, type Memory } from './memory';

export { issueMjml, issueRenderer, renderIssue, type RenderOptions } from './render-issue';
export type { ImagesOption } from './view/pictures/open-pictures';
export { drawingName } from './view/pictures/read-drawing';
export { openTemplates, builtInTemplates, type Family, type Templates } from './edition/templates/library';
export {
  assetSchema,
  assetTypes,
  editionSchema,
  imageModes,
  mostHtmlBytes,
  slotNames,
  slotNameSchema,
  type Asset,
  type Edition,
  type ImageMode,
  type MessageParts,
  type Reader,
  type SlotName,
} from './contract/edition';

export { tileTexts, type TileTexts } from './view/tile-view';
export { isAsSealed } from './edition/seal-edition';
export { personalise, sampleReader, slotValue } from './edition/slots/personalise';
export { spansOf, type Span, type Spans } from './edition/slots/spans';
export { type EncodingContext } from './edition/slots/encoders';
export { embeddedAssets, withLinkedPictures } from './edition/linked-pictures';

export { checkEdition } from './preflight/deep/check-edition';
export type { Comparison } from './preflight/deep/inspection';
export { pictureLimits } from './preflight/picture-limits';
export { textDifferences, type TextDifference, type WrittenText } from './preflight/deep/text-differences';
export {
  checkReach,
  PrivateAddress,
  type Ask,
  type Reached,
  type ReachOptions,
} from './preflight/check-reach';
export {
  requestPublic,
  type NetworkPorts,
  type PublicAnswer,
  type PublicRequest,
} from './preflight/request-public';
export {
  findingSchema,
  findingValueSchema,
  mendSchema,
  severities,
  severitySchema,
  type Finding,
  type FindingValue,
  type Severity,
} from './contract/finding';
export { misspeltWords, spellingOf } from './preflight/spelling/words-apart';
export { spelledLanguages } from './preflight/spelling/dictionaries';
export { findingText, type FindingText } from './preflight/finding-text';
export { mendedAddress } from './preflight/mended-address';
export {
  figuresUntranslated,
  findingKey,
  graveRules,
  mayHaveLeft,
  maySetAside,
  notChecked,
  subjectProposed,
} from './preflight/grave-rules';

export {
  isRenditionName,
  mailPolicy,
  renditionNames,
  renditionWidths,
  showRendition,
  type RenditionName,
  type RenditionOptions,
  type Shown,
} from './preview/renditions/show-rendition';

export { placesInMail, withPlaces, type PlaceInMail } from './preview/marks/place-fields';
export { renderPage } from './preview/pages/render-page';
export type { PageBrand, PageData, PageName } from './preview/pages/page-data';
