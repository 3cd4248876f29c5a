/** Where a rendered issue's own pictures lie, beside its HTML. */
export const assetFolder = 'assets';
