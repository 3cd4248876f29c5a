/**
 * Words of Strapi's admin in place of its own: those that greet people by Strapi's name, and those that it left in English.
 * Those of its media library are in `media-words-fr.ts`.
 */
export const french: Record<string, string> = {
  'nachra.second-factor': 'Second facteur',
  'Auth.form.welcome.title': 'Bienvenue dans Nachra',
  'Auth.form.welcome.subtitle': 'Connectez-vous pour préparer le bulletin',
  'app.components.LeftMenu.navbrand.title': 'Nachra',
  'app.components.LeftMenu.navbrand.workplace': 'Bulletin',
  'app.components.Users.ModalCreateBody.block-title.roles.description':
    'Auteur écrit les articles, Rédaction compose les numéros, Diffusion les approuve et les envoie. Le détail est au pupitre : « Qui fait quoi ».',
  'app.components.LeftMenu.general': 'Général',
  'app.components.LeftMenu.plugins': 'Extensions',
  'app.components.Select.placeholder': 'Choisir',
  'app.components.ToggleCheckbox.enabled-label': 'Oui',
  'app.components.ToggleCheckbox.disabled-label': 'Non',
  'app.loading': 'Chargement…',
  'app.error.chunk.title': 'Cette page n’a pas pu être chargée',
  'app.error.chunk.message': 'Le serveur démarre peut-être, ou la connexion a été coupée. Rechargez la page.',
  'app.error.chunk.reload': 'Recharger la page',
  'app.session.ended.title': 'Session terminée',
  'app.session.ended.unsaved':
    'Votre session est terminée et ne peut pas reprendre. Ce qui n’est pas enregistré sera perdu : copiez-le avant de vous déconnecter.',
  'app.utils.published': 'Publié',
  'app.utils.update-filter': 'Modifier le filtre',
  'global.content-manager': 'Contenus',
  'global.plugins.content-manager': 'Contenus',
  'global.plugins.upload': 'Médiathèque',
  'global.learn-more': 'En savoir plus',
  'global.new': 'Nouveau',
  'global.localeToggle.label': 'Langue de l’interface',
  'search.placeholder': 'Rechercher',

  'global.plugins.content-type-builder': 'Structure des contenus',
  'global.plugins.email': 'Courriel',
  'global.plugins.i18n': 'Langues',
  'global.plugins.users-permissions': 'Rôles et droits',
  'global.marketplace': 'Extensions à installer',
  'content-type-builder.plugin.name': 'Structure des contenus',

  'Settings.global': 'Paramètres généraux',
  'Settings.permissions': 'Administration',
  'Settings.application.customization': 'Personnalisation',
  'Settings.application.plan-title': 'Formule de Strapi',
  'Settings.adminTokens.title': 'Jetons d’administration',
  'Settings.adminTokens.create': 'Créer un jeton d’administration',
  'Settings.adminTokens.description': 'Jetons avec lesquels un programme se sert de l’administration',
  'Settings.adminTokens.addFirstToken': 'Créer un premier jeton',
  'Settings.adminTokens.emptyStateLayout': 'Aucun jeton pour l’instant.',
  'Settings.tokens.form.owner': 'Propriétaire',
  'email.plugin.name': 'Courriel',
  'email.SettingsNav.section-label': 'Courriel',

  'Auth.form.register.subtitle':
    'Choisissez votre mot de passe. Votre compte sert à entrer dans cet espace, et à rien d’autre.',
  'Auth.form.password.hint':
    '12 caractères au moins, dont une majuscule, une minuscule et un chiffre. Quatre mots sans rapport et un chiffre font un bon mot de passe.',
  'Auth.form.button.register': 'Ouvrir mon compte',
  'Auth.link.ready': 'Vous avez déjà un compte ?',
  'app.components.Users.MagicLink.connect':
    'Une invitation lui a été envoyée par courriel. Ce lien est pour le cas où elle n’arrive pas.',
  'notification.success.saved': 'Enregistré',

  'HomePage.addWidget.button': 'Ajouter un bloc',
  'HomePage.addWidget.title': 'Ajouter un bloc',
  'HomePage.addWidget.noWidgetsAvailable': 'Aucun autre bloc à ajouter',
  'HomePage.widget.delete': 'Supprimer',
  'HomePage.widget.drag': 'Glisser pour déplacer',
  'HomePage.widget.no-permissions': 'Vous n’avez pas le droit de voir ce bloc',

  'HomePage.header.subtitle': 'Bienvenue dans l’espace du bulletin',
  'Settings.permissions.users.create': 'Inviter un collègue',
  'Settings.permissions.users.listview.header.subtitle':
    'Toutes les personnes qui peuvent entrer dans cet espace',
  'app.containers.Users.ModalForm.footer.button-success': 'Inviter',
  'Settings.permissions.users.active': 'Actif',
  'Settings.permissions.users.inactive': 'Inactif',
  'global.sessions.active-devices': 'Appareils connectés',
  'Settings.sessions.title': 'Appareils connectés',
  'Settings.sessions.subtitle': 'Les appareils sur lesquels votre compte est ouvert.',
  'Settings.sessions.device': 'Appareil',
  'Settings.sessions.loginAt': 'Connexion',
  'Settings.sessions.lastActiveAt': 'Dernière activité',
  'Settings.sessions.actions': 'Actions',
  'Settings.sessions.current': 'Cet appareil',
  'Settings.sessions.unknownDevice': 'Appareil inconnu',
  'Settings.sessions.revoke': 'Déconnecter',
  'Settings.sessions.revoke.confirm': 'Déconnecter cet appareil ? Il faudra s’y identifier de nouveau.',
  'Settings.sessions.revoke.confirmCurrent': 'C’est l’appareil que vous utilisez : vous serez déconnecté.',
  'Settings.sessions.revoke.success': 'Appareil déconnecté',
  'Settings.sessions.revokeOthers': 'Déconnecter les autres appareils',
  'Settings.sessions.revokeOthers.confirm':
    'Déconnecter tous les autres appareils ? Vous restez connecté ici.',
  'Settings.sessions.revokeOthers.success': 'Autres appareils déconnectés',
  'Settings.sessions.revokeAll': 'Déconnecter tous les appareils',
  'Settings.sessions.revokeAll.confirm':
    'Déconnecter tous les appareils, celui-ci compris ? Il faudra vous identifier de nouveau.',

  'components.Input.error.validation.required.withField': '{field} : ce champ est nécessaire.',
  'components.Input.error.validation.unique.withField': '{field} : cette valeur est déjà prise.',
  'components.Input.error.validation.email.withField': '{field} : ce n’est pas une adresse électronique.',
  'components.Input.error.validation.max.withField': '{field} : la valeur est trop grande.',
  'components.Input.error.validation.min.withField': '{field} : la valeur est trop petite.',
  'components.Input.error.validation.maxLength.withField': '{field} : le texte est trop long.',
  'components.Input.error.validation.minLength.withField': '{field} : le texte est trop court.',
  'components.Input.error.validation.regex.withField': '{field} : la valeur n’a pas la forme attendue.',
  'components.Input.error.validation.combobox.invalid': 'Cette valeur n’est pas dans la liste',

  'content-manager.plugin.name': 'Contenus',
  'content-manager.App.schemas.data-loaded': 'Les formulaires sont chargés',
  'content-manager.form.Input.hint.character.unit':
    '{maxValue, plural, one { caractère} other { caractères}}',
  'content-manager.form.Input.hint.minMaxDivider': ', ',
  'content-manager.form.Input.hint.text':
    '{max, select, undefined {} other {{max, number}{unit} au plus}}{divider}{min, select, undefined {} other {{min, number}{unit} au moins}}{br}{description}',
  'content-manager.actions.delete.label': 'Supprimer',
  'content-manager.actions.open-in-new-tab.label': 'Ouvrir dans un nouvel onglet',
  'content-manager.actions.copy-documentId.label': 'Copier l’identifiant',
  'content-manager.actions.copy-documentId.success': 'Identifiant copié',
  'content-manager.components.Blocks.expand': 'Agrandir',
  'content-manager.components.Blocks.dnd.instruction':
    'Pour déplacer un bloc, appuyez sur Commande ou Ctrl avec Maj et la flèche du haut ou du bas',
  'content-manager.components.DynamicZone.unknown-component': 'Rubrique inconnue',
  'content-manager.components.DynamicZone.extra-components':
    'Il y a {number, plural, one {# rubrique} other {# rubriques}} de trop',
  'content-manager.components.DynamicZone.more-actions': 'Autres actions',
  'content-manager.components.DynamicZone.add-item-above': 'Ajouter une rubrique au-dessus',
  'content-manager.components.DynamicZone.add-item-below': 'Ajouter une rubrique au-dessous',
  'content-manager.components.DynamicZone.move-up': 'Monter',
  'content-manager.components.DynamicZone.move-down': 'Descendre',
  'content-manager.components.RelationInputModal.modal-title': 'Modifier le document lié',
  'content-manager.components.RelationInputModal.button-fullpage': 'Ouvrir sa page',
  'content-manager.components.RelationInputModal.confirmation-message':
    'Des modifications ne sont pas enregistrées et seront perdues. Fermer quand même ?',
  'content-manager.containers.edit.information.last-published.value':
    '{time}{isAnonymous, select, true {} other { par {author}}}',
  'content-manager.containers.edit.information.last-draft.value':
    '{time}{isAnonymous, select, true {} other { par {author}}}',
  'content-manager.containers.edit.information.document.value':
    '{time}{isAnonymous, select, true {} other { par {author}}}',
  'content-manager.containers.list.autoCloneModal.error.unique':
    'Deux documents ne peuvent pas avoir la même valeur dans ce champ.',
  'content-manager.containers.list.autoCloneModal.error.relation':
    'Copier ce lien pourrait l’enlever du document d’origine.',
  'content-manager.containers.list.selectedEntriesModal.selectedCount.publish':
    '<b>{publishedCount}</b> {publishedCount, plural, one {déjà publié} other {déjà publiés}}. <b>{draftCount}</b> {draftCount, plural, one {prêt} other {prêts}} à publier. <b>{withErrorsCount}</b> à corriger.',
  'content-manager.containers.list.selectedEntriesModal.selectedCount.unpublish':
    '<b>{draftCount}</b> {draftCount, plural, one {déjà dépublié} other {déjà dépubliés}}. <b>{publishedCount}</b> à dépublier.',
  'content-manager.containers.List.statusFilter.draft': 'Brouillon (jamais publié)',
  'content-manager.containers.List.statusFilter.published': 'Publié (tous)',
  'content-manager.containers.List.statusFilter.publishedModified': 'Publié, puis modifié',
  'content-manager.containers.List.statusFilter.publishedUnmodified': 'Publié, sans modification',
  'content-manager.containers.list.filters.status': 'État',
  'content-manager.containers.list.table-headers.status': 'État',
  'content-manager.containers.list.selectedEntriesModal.title': 'Publier les documents',
  'content-manager.containers.edit.information.documentId.label': 'Identifiant',
  'content-manager.listView.validation.errors.title': 'À corriger',
  'content-manager.listView.validation.errors.message':
    'Complétez ou corrigez tous les champs avant de publier.',
  'content-manager.popUpWarning.warning.has-draft-relations.title': 'Confirmation',
  'content-manager.popUpWarning.warning.has-draft-relations.message':
    '{count, plural, one {Un document lié est un brouillon : il ne figurera} other {# documents liés sont des brouillons : ils ne figureront}} pas dans la version publiée.',
  'content-manager.popUpWarning.warning.has-draft-m2m-relations.message':
    '{count, plural, one {Un document lié est encore un brouillon : il paraîtra quand il sera publié.} other {# documents liés sont encore des brouillons : ils paraîtront quand ils seront publiés.}}',
  'content-manager.popUpWarning.warning.has-draft-m2m-relations.additional':
    '{count, plural, one {Un lien mène} other {# liens mènent}} à des brouillons, qui paraîtront quand ils seront publiés.',
  'content-manager.popUpwarning.warning.bulk-has-draft-relations.message':
    '<b>{count, plural, one {# document lié n’est pas publié} other {# documents liés ne sont pas publiés}}</b> ({entities, plural, one {# document} other {# documents}} en tout) et pourraient manquer là où on les attend.',
  'content-manager.popUpWarning.warning.unpublish':
    'Si vous ne publiez pas ce contenu, il devient un brouillon.',
  'content-manager.popUpWarning.warning.unpublish-question': 'Ne pas le publier ?',
  'content-manager.preview.panel.title': 'Aperçu',
  'content-manager.preview.panel.button': 'Ouvrir l’aperçu',
  'content-manager.preview.panel.button-configuration': 'Régler l’aperçu',
  'content-manager.preview.panel.button-disabled-tooltip': 'Enregistrez pour ouvrir l’aperçu',
  'content-manager.preview.page-title': 'Aperçu : {contentType}',
  'content-manager.preview.header.close': 'Fermer l’aperçu',
  'content-manager.preview.copy.label': 'Copier le lien de l’aperçu',
  'content-manager.preview.copy.success': 'Lien copié',
  'content-manager.preview.tabs.label': 'État de l’aperçu',
  'content-manager.preview.device.select': 'Choisir un appareil',
  'content-manager.preview.device.desktop': 'Ordinateur',
  'content-manager.preview.device.mobile': 'Téléphone',
  'content-manager.preview.info.single-click-hint': 'Double-cliquez pour modifier',
  'content-manager.relation.create': 'Créer un document lié',
  'content-manager.success.records.publish': 'Publié.',
  'content-manager.validation.error.unreadable-required-field':
    'Vous n’avez pas le droit de lire certains champs nécessaires. Demandez-le à la personne qui gère les rôles.',
  'preview.copy.label': 'Copier le lien de l’aperçu',
  'preview.tabs.label': 'État du document',
};
