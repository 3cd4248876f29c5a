/**
 * Nachra's green in the tokens of Strapi's design system: buttons, links, focus and selection. Greys, states and sizes
 * stay the design system's own, whose contrasts are checked by its makers.
 */
const green = {
  100: '#eef7f4',
  200: '#cfe8df',
  500: '#17846c',
  600: '#0b6b56',
  700: '#0b5a4a',
};

export const brandedLight = {
  colors: {
    primary100: green[100],
    primary200: green[200],
    primary500: green[500],
    primary600: green[600],
    primary700: green[700],
    buttonPrimary500: green[500],
    buttonPrimary600: green[600],
  },
};

export const brandedDark = {
  colors: {
    primary100: '#12332b',
    primary200: '#1b4f43',
    primary500: '#35a98d',
    primary600: '#4fc3a6',
    primary700: '#7fdcc4',
    buttonPrimary500: green[500],
    buttonPrimary600: green[600],
  },
};
