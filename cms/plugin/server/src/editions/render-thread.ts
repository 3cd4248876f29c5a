import {
  checkEdition,
  issueRenderer,
  showRendition,
  type Comparison,
  type Edition,
  type Finding,
  type ImagesOption,
  type Issue,
  type RenditionName,
  type RenditionOptions,
  type Shown,
} from '@nachra/renderer';

/** What a thread of the render pool does for the CMS; one task at a time, by the name of the function. */
export interface RenderTasks {
  render(task: { issue: Issue; images: ImagesOption }): Promise<Edition>;
  check(task: { issue: Issue; edition: Edition; comparison: Comparison }): Promise<Finding[]>;
  show(task: { shown: Shown; rendition: RenditionName; options: RenditionOptions }): Promise<string>;
}

// Most of what the desk asks for is an issue in which one article has changed.
const renderWithMemory = issueRenderer();

export const render: RenderTasks['render'] = ({ issue, images }) => renderWithMemory(issue, { images });

export const check: RenderTasks['check'] = ({ issue, edition, comparison }) =>
  checkEdition(issue, edition, comparison);

export const show: RenderTasks['show'] = ({ shown, rendition, options }) =>
  Promise.resolve(showRendition(shown, rendition, options));
