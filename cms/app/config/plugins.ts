import { assetTypes } from '@nachra/renderer';
import { mostUploadBytes } from '../src/doors/read-uploads';
import { newsletterSettings, settings } from '../src/settings';

export default () => {
  const { smtpUrl } = settings();
  return {
    newsletter: { enabled: true, config: newsletterSettings(settings()) },
    upload: {
      config: {
        sizeLimit: mostUploadBytes,
        security: {
          allowedTypes: [...assetTypes],
          // A picture that runs script, and one that Outlook cannot show.
          deniedTypes: ['image/svg+xml', 'image/webp', 'application/*', 'text/*'],
        },
      },
    },
    // Password resets of the admin only; newsletters never pass here.
    ...(smtpUrl ? { email: { config: { provider: 'nodemailer', providerOptions: { url: smtpUrl } } } } : {}),
  };
};
