// The real program, in a folder of its own, on a free port of 127.0.0.1.
import {spawn} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {fileURLToPath} from 'node:url';
import path from 'node:path';

export const PROGRAM = process.env.KNIPPE_PROGRAM ?? fileURLToPath(new URL('../../../build/release/knippe', import.meta.url));
const START_MS_MAX = 30_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const listener = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const {port} = listener.address();
      listener.close(() => resolve(port));
    });
  });
}

async function untilReady(url, server) {
  for (const end = Date.now() + START_MS_MAX; Date.now() < end;) {
    if (server.process.exitCode !== null) break;
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok && server.output.includes('http')) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`the server is not ready:\n${server.output}`);
}

/** {url, output, setUpPath, stop()} */
export async function startServer() {
  const folder = await mkdtemp(path.join(tmpdir(), 'knippe-browser-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = {url, folder, output: ''};
  server.process = spawn(PROGRAM, ['serve', '--data', path.join(folder, 'data'), '--listen', `127.0.0.1:${port}`],
    {cwd: folder, stdio: ['ignore', 'pipe', 'pipe']});
  for (const pipe of [server.process.stdout, server.process.stderr]) pipe.on('data', (text) => { server.output += text; });
  const ended = new Promise((resolve) => server.process.once('exit', resolve));
  server.stop = async () => {
    server.process.kill('SIGTERM');
    const impatient = setTimeout(() => server.process.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(impatient);
    await rm(folder, {recursive: true, force: true});
  };
  await untilReady(url, server).catch(async (error) => { await server.stop(); throw error; });
  server.setUpPath = server.output.match(/https?:\/\/[^\s/]+(\/oppsett\/\S+)/)?.[1];
  return server;
}
