/** Words of Strapi's admin in place of its own: those that greet people by Strapi's name, and those that it left in English. */
export const french: Record<string, string> = {
  'Auth.form.welcome.title': 'Bienvenue dans Nachra',
  'Auth.form.welcome.subtitle': 'Connectez-vous pour préparer la lettre',
  'app.components.LeftMenu.navbrand.title': 'Nachra',
  'app.components.LeftMenu.navbrand.workplace': 'Lettre d’information',
  'global.content-manager': 'Contenus',

  'HomePage.addWidget.button': 'Ajouter un bloc',
};
