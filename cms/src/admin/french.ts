/** Words of Strapi's admin that greet people by Strapi's name, in ours. */
export const french: Record<string, string> = {
  'Auth.form.welcome.title': 'Bienvenue dans Nachra',
  'Auth.form.welcome.subtitle': 'Connectez-vous pour préparer la lettre',
  'app.components.LeftMenu.navbrand.title': 'Nachra',
  'app.components.LeftMenu.navbrand.workplace': 'Lettre d’information',
  'global.content-manager': 'Contenus',
};
