import type { Issue } from '../issue';
import { picturesOf } from '../preflight/places';

/** The addresses of the authors' and the brand's pictures, each once: what may be handed over as `files` to be embedded. */
export function pictureAddresses(issue: Issue): string[] {
  return [...new Set(picturesOf(issue).map(({ value }) => value.src))];
}
