module.exports = ({ env }) => ({
  newsletter: { enabled: true, config: JSON.parse(env('BARE_NEWSLETTER')) },
});
