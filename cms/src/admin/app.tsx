import mark from './assets/mark.svg';
import { brandedDark, brandedLight } from './theme';
import { french } from './french';
import './typing.css';

/** The admin speaks French to whoever has not chosen a language yet. */
const defaultLanguage = 'fr';

export default {
  config: {
    locales: ['fr', 'ar'],
    auth: { logo: mark },
    menu: { logo: mark },
    head: { favicon: mark },
    theme: { light: brandedLight, dark: brandedDark },
    translations: { fr: french },
    tutorials: false,
    notifications: { releases: false },
  },
  register(): void {
    chooseDefaultLanguage();
  },
  bootstrap(): void {
    document.title = 'Nachra';
  },
};

/** Strapi keeps the language a person chose under this key, and falls back to English when there is none. */
function chooseDefaultLanguage(): void {
  const key = 'strapi-admin-language';
  if (localStorage.getItem(key) === null) localStorage.setItem(key, defaultLanguage);
}
