import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useForm } from '@strapi/strapi/admin';

import { fittingFormat } from '../../../shared/picture-formats';
import { uids } from '../../../shared/uids';
import { useText } from '../hooks/use-text';
import { useFollowedTexts } from '../pictures/use-followed-texts';
import { isLibraryFile, pictureNotes, type LibraryFile } from '../model/library-file';

/** Beside a form: which of its pictures are too small, too wide or too heavy for a mail, as soon as they are chosen. */
export const PicturesPanel: PanelComponent = ({ model }) => {
  const text = useText();
  const values = useForm('PicturesPanel', (form) => form.values as Record<string, unknown>);
  // Also where the form was arranged without their field.
  useFollowedTexts(model === uids.article);
  if (model !== uids.article && model !== uids.issue) return null;
  const noted = picturesIn(values).filter((file) => pictureNotes(fittingFormat(file)).length > 0);
  return noted.length > 0 ? { title: text('picture.title'), content: <Noted files={noted} /> } : null;
};

function Noted({ files }: { files: readonly LibraryFile[] }) {
  const text = useText();
  return (
    <Box role="status" width="100%">
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {files.map((file) => (
          <li key={file.id}>
            <Typography tag="p" variant="pi" fontWeight="bold" ellipsis>
              {file.name}
            </Typography>
            {pictureNotes(fittingFormat(file)).map((note) => (
              <Typography key={note.key} tag="p" variant="pi" textColor="neutral800">
                {text(note)}
              </Typography>
            ))}
          </li>
        ))}
      </Flex>
    </Box>
  );
}

/** The pictures of a form, in its own fields and in its sections, each once. */
function picturesIn({ images, cover, sections }: Record<string, unknown>): LibraryFile[] {
  const inSections = Array.isArray(sections)
    ? (sections as unknown[]).map((section) => Reflect.get(Object(section) as object, 'picture') as unknown)
    : [];
  const files = [images, cover, inSections].flat(2).filter(isLibraryFile);
  return [...new Map(files.map((file) => [file.id, file])).values()];
}
