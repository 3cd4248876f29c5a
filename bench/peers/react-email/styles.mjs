/** The looks of the mail, as ours has them, as objects for `style`. */
export function stylesOf({ palette, fonts, start }) {
  const heading = { fontFamily: fonts.heading, fontWeight: 'bold', color: palette.ink };
  return {
    small: { fontSize: '14px', lineHeight: '20px', color: palette.muted },
    onBand: { fontSize: '15px', lineHeight: '24px', color: palette.onPrimaryMuted },
    name: {
      ...heading,
      margin: 0,
      fontSize: '48px',
      lineHeight: '56px',
      fontWeight: 'normal',
      color: palette.onPrimary,
    },
    contentsTitle: {
      ...heading,
      margin: '0 0 12px',
      fontSize: '20px',
      lineHeight: '28px',
      color: palette.primaryInk,
    },
    rubric: {
      ...heading,
      margin: 0,
      fontSize: '28px',
      lineHeight: '36px',
      fontWeight: 'normal',
      color: palette.primaryInk,
    },
    title: { ...heading, margin: '0 0 10px', fontSize: '22px', lineHeight: '30px' },
    leadTitle: { ...heading, margin: '0 0 14px', fontSize: '30px', lineHeight: '39px' },
    bodyTitle: { ...heading, margin: '24px 0 8px', fontSize: '18px', lineHeight: '26px' },
    quiet: { margin: 0, fontSize: '15px', lineHeight: '23px', color: palette.muted },
    standfirst: { margin: '0 0 14px', fontSize: '18px', lineHeight: '29px', color: palette.primaryInk },
    paragraph: { margin: '0 0 16px', fontSize: '16px', lineHeight: '26px', color: palette.ink },
    list: {
      margin: '0 0 16px',
      padding: '0 0 0 26px',
      fontSize: '16px',
      lineHeight: '26px',
      color: palette.ink,
    },
    factLabel: {
      padding: '7px 14px',
      fontWeight: 'normal',
      fontSize: '15px',
      color: palette.muted,
      borderLeft: `4px solid ${palette.accent}`,
    },
    tile: {
      padding: '16px 18px 18px',
      backgroundColor: palette.tint,
      borderTop: `4px solid ${palette.accent}`,
    },
    tileText: { fontSize: '15px', lineHeight: '22px', color: palette.ink },
    caption: {
      padding: '24px 5px 6px',
      textAlign: start,
      fontFamily: fonts.heading,
      fontSize: '18px',
      lineHeight: '26px',
      color: palette.primaryInk,
    },
    motto: {
      margin: 0,
      padding: '36px 0 0',
      textAlign: 'center',
      fontFamily: fonts.heading,
      fontSize: '24px',
      lineHeight: '36px',
      color: palette.primaryInk,
    },
  };
}

/** The same fold on phones and the same dark colours as ours. */
export function styleSheet({ dark }) {
  return `.phone{display:none}
@media only screen and (max-width:480px){.older{display:none!important}.phone{display:block!important}.tile,.gap{display:block!important;width:auto!important}.name{font-size:38px!important;line-height:44px!important}}
@media (prefers-color-scheme:dark){.ground{background:${dark.ground}!important}.paper{background:${dark.paper}!important}.panel{background:${dark.panel}!important}.ink,.paper p,.paper h3,.paper td,.paper th{color:${dark.ink}!important}.paper .muted{color:${dark.muted}!important}.paper h2,.paper a,.paper .key{color:${dark.primaryInk}!important}}`;
}
