// Every page there is, by who looks at it. Used by the accessibility tests and by screens.mjs.
import {STAGE_PATHS} from './room.js';

/** [name, path] of the public pages of a room; `room` may be null. */
export async function publicPages(room) {
  const pages = [['forside', '/'], ['personvern', '/personvern'], ['tilgjengelighet', '/tilgjengelighet'], ['innlogging', '/logg-inn'],
    ['kvittering', '/kvittering'], ['kontroll', '/kontroll'], ['arkiv-2017', '/arkiv/2017'], ['paa-tvers', '/paa-tvers'], ['sok', '/sok'], ['sok-treff', '/sok?q=innbyggere'], ['sok-uten-treff', '/sok?q=xyzzy'], ['sok-sider', '/sok?q=og&slag=metode'], ['metoder', '/metoder'], ['systemlogg', '/rom/0000000000001/bevis'],
    ['finnes-ikke', '/finnes-ikke']];
  if (!room) return pages;
  const group = await room.groupLink();
  return [...pages, ['logg', `${room.place}/bevis?fra=1&til=2`], ['velg-gruppe', `/v/${await room.code()}`], ...(group ? [['gruppelenke', group]] : [])];
}

export const reportPages = (room) => [['rapport', room.report]];

export const phonePages = (room) => [['steg', room.place], ['gruppa', `${room.place}/gruppe`], ['bilde', `${room.place}/bilde`],
  ['egen-kvittering', `${room.place}/kvittering`], ['mine-data', `${room.place}/mine-data`],
  ...STAGE_PATHS.map((stage) => [`les-${stage}`, `${room.place}/${stage}`])];

export const deskPages = (room) => [['mine', '/styring'], ['nytt', '/styring/nytt'], ['styring', room.path],
  ['nokler', `${room.path}/nokler`], ['skriv-inn', `${room.path}/gruppe/1`], ['ark', `${room.path}/ark`], ['plakat', `${room.path}/plakat`], ['lysark', `${room.path}/lysark`], ['eksport', `${room.path}/eksport`], ['oppsett', `${room.path}/oppsett`],
  ['admin', '/admin'], ['konto-data', '/konto/mine-data'], ['virksomhet', '/admin/virksomhet'], ['handlinger', '/admin/handlinger'], ['arkivet', '/styring/arkiv'], ['tiltakene', '/styring/tiltak'], ['oppfolging', `${room.path}/tiltak`], ['lapper', `${room.path}/tiltak/lapper`],
  ['innledere', `${room.path}/innledere`], ['presentasjon', `${room.path}/presentasjon`], ['mer', `${room.path}/mer`], ['bord', `${room.path}/bord`], ['bordliste', `${room.path}/bord/liste`], ['fasilitatorer', `${room.path}/fasilitatorer`], ['slett', `${room.path}/slett`],
  ['tekster', `${room.path}/tekster`], ['lagring', `${room.path}/lagring`]];

export const PROJECTOR_VIEWS = ['follow', 'instructions', 'join', 'keys', 'supplements', 'words', 'top', 'measures', 'pitch', 'thanks'];
