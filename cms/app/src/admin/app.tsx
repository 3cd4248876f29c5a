import mark from './assets/mark.svg';
import { brandedDark, brandedLight } from './branded-theme';
import { mediaArabic } from './media-words-ar';
import { mediaFrench } from './media-words-fr';
import type { StrapiApp } from '@strapi/strapi/admin';
import { nameCross } from './close-label';
import { fromRight } from './from-right';
import { followSecondFactor, keepRememberedToken, linkSecondFactor } from './second-factor';
import { arabic } from './strapi-words-ar';
import { english } from './strapi-words-en';
import { french } from './strapi-words-fr';
import formRows from './form-rows.css?inline';
import registerForm from './register-form.css?inline';
import typing from './typing.css?inline';

/** The admin is in French until a person chooses a language. */
const defaultLanguage = 'fr';

export default {
  config: {
    locales: ['fr', 'ar'],
    auth: { logo: mark },
    menu: { logo: mark },
    head: { favicon: mark },
    theme: { light: brandedLight, dark: brandedDark },
    translations: {
      fr: { ...french, ...mediaFrench },
      ar: fromRight({ ...arabic, ...mediaArabic }),
      en: english,
    },
    tutorials: false,
    notifications: { releases: false },
  },
  register(app: StrapiApp): void {
    chooseDefaultLanguage();
    dismissAnnouncements();
    nameCross();
    addStyles(formRows, registerForm, typing);
    keepRememberedToken();
    followSecondFactor(app);
  },
  bootstrap(app: Pick<StrapiApp, 'addSettingsLink'>): void {
    document.title = 'Nachra';
    linkSecondFactor(app);
  },
};

/** The page that Strapi builds names no style sheet, so what the entry imports as one would reach nobody. */
function addStyles(...sheets: string[]): void {
  const style = document.createElement('style');
  style.textContent = sheets.join('\n');
  document.head.append(style);
}

/** Strapi keeps the language a person chose under this key, and falls back to English when there is none. */
function chooseDefaultLanguage(): void {
  const key = 'strapi-admin-language';
  if (localStorage.getItem(key) === null) localStorage.setItem(key, defaultLanguage);
}

/**
 * Strapi announces its own news above every page until each person has closed it. It remembers that under a key that
 * ends in the installation's telemetry id, which is `undefined` until known and `false` here, where there is none.
 */
function dismissAnnouncements(): void {
  for (const id of ['undefined', 'false']) {
    localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${id}`, 'true');
  }
}
