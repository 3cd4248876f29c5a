declare module '*.svg' {
  const address: string;
  export default address;
}
declare module '*.css?inline' {
  const sheet: string;
  export default sheet;
}
