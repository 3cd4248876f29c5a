/** The plugin's server side; its parts are registered here as they land. */
export default {};
