import path from 'node:path';
import { requestLimits } from '../src/doors/bound-connections';
import { settings } from '../src/settings';

export default () => {
  const { host, port, publicUrl, secrets, dataDir } = settings();
  return {
    host,
    port,
    url: publicUrl,
    // Koa believes the headers that `src/doors/believe-proxies.ts` has left, and no others are left.
    proxy: { koa: true },
    http: { serverOptions: requestLimits },
    app: { keys: secrets.appKeys },
    // Uploads are data: they live and are backed up with the databases.
    dirs: { public: path.join(dataDir, 'public') },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
    transfer: { remote: { enabled: false } },
  };
};
