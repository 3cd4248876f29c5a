/** The English counterpart of `french.ts`. */
export const english: Record<string, string> = {
  'nachra.second-factor': 'Second factor',
  'Auth.form.welcome.title': 'Welcome to Nachra',
  'Auth.form.welcome.subtitle': 'Sign in to prepare the newsletter',
  'Auth.form.password.hint':
    'At least 12 characters, with a capital, a small letter and a digit. Four unrelated words and a digit make a good password.',
  'Auth.form.button.register': 'Open my account',
  'email.SettingsNav.section-label': 'Mail',
  'app.components.LeftMenu.navbrand.title': 'Nachra',
  'app.components.LeftMenu.navbrand.workplace': 'Newsletter',
  'app.components.Users.ModalCreateBody.block-title.roles.description':
    'Auteur writes articles, Rédaction composes issues, Diffusion approves and sends them. The desk tells the rest: “Who does what”.',
  'global.content-manager': 'Content',
};
