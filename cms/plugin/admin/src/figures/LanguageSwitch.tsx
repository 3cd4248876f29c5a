import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Language } from '../../../shared/desk';
import { directions, languages } from '../../../shared/lists';
import { useText } from '../hooks/use-text';

/** What languages call themselves. */
const ownNames = { fr: 'Français', ar: 'العربية', en: 'English' } as const satisfies Record<Language, string>;

interface LanguageSwitchProps {
  /** What the sheets’ own texts are in. */
  base: Language;
  chosen: Language;
  /** How many texts each other language lacks. */
  missing: (language: Language) => number;
  onChoose: (language: Language) => void;
}

/** In which language the texts of a dashboard are shown; its figures are the same in all of them. */
export function LanguageSwitch({ base, chosen, missing, onChoose }: LanguageSwitchProps) {
  const text = useText();
  return (
    <Flex gap={2} wrap="wrap" alignItems="center" role="group" aria-label={text('figures.texts.in')}>
      <Typography variant="pi" fontWeight="bold" aria-hidden="true">
        {text('figures.texts.in')}
      </Typography>
      {languages.map((language) => (
        <Choice
          key={language}
          type="button"
          aria-pressed={language === chosen}
          onClick={() => onChoose(language)}
        >
          <bdi lang={language} dir={directions[language]}>
            {ownNames[language]}
          </bdi>
          {language !== base && missing(language) > 0 && (
            <>
              {' '}
              <small aria-hidden="true">({missing(language)})</small>
              <span className="heard">{text('figures.texts.lacking', { count: missing(language) })}</span>
            </>
          )}
        </Choice>
      ))}
    </Flex>
  );
}

const Choice = styled.button`
  ${({ theme: { colors, borderRadius } }) => `
    padding: 0.6rem 1.2rem;
    color: ${colors.neutral800};
    background: ${colors.neutral0};
    border: 1px solid ${colors.neutral200};
    border-radius: ${borderRadius};
    font-size: 1.4rem;
    cursor: pointer;

    &[aria-pressed='true'] {
      color: ${colors.primary700};
      background: ${colors.primary100};
      border-color: ${colors.primary600};
    }
    .heard {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `}
`;
