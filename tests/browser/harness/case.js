// One case, run from its owner's desk over plain requests.
import {expect, request} from '@playwright/test';

const BASIS = [
  ['hvorfor', {problem: '142 elever krysser fylkesveien uten fotgjengerfelt. FAU har meldt tre nestenulykker i høst.',
    maal: 'Flere barn går eller sykler til Nesset skole, og færre foreldre er utrygge.',
    bruk: 'Å velge hvilke tre strekninger som utbedres først, og hva slags tiltak det blir.',
    virket: 'Seks av ti elever går eller sykler våren 2028. I dag er det fire av ti.'}],
  ['punkt:0', {grad: 'open', punkt: 'Hvilke tre strekninger som tas først', grunn: 'Ingen er valgt ennå.'}],
  ['punkt:0', {grad: 'partly', punkt: 'Lys, gjerde eller ny trasé', grunn: 'Fylket eier veien og må godkjenne.'}],
  ['punkt:0', {grad: 'fixed', punkt: 'Budsjett på 2,4 millioner kroner', grunn: 'Vedtatt i budsjettet.', kilde: 'Sak 41/26'}],
  ['lofte', {nivaa: 'involve', bestemmer: 'Hovedutvalget for teknisk', bestemmes: '18.03.2099', svar: 'Hvert tema får svar med grunn.', svarfrist: '01.03.2099'}],
  ['roller', {politisk: 'Tone Haugland, leder av hovedutvalget', administrativ: 'Sindre Vik, teknisk', svarer: 'Sindre Vik og rektor Liv Moe',
    forventet: 'Fortell hvor barnet ditt går, og hva som er utrygt. Du trenger ikke kunne noe om vei.'}],
  ['metode', {metode: 'barnetrakk', metodegrunn: 'Barna er de som vet det, og stedene må ses.'}],
  ['tidlig', {tid: 'alternatives', tidgrunn: ''}],
  ['plan', {planslag: 'theme_plan', plan: 'Trafikksikkerhetsplan 2026–2029, tiltak 14', saksnummer: '26/2071', horing_fra: '', horing_til: ''}],
  ['om', {tittel: 'Trygg skolevei på Nesset', ingress: 'Hvor er det utrygt å gå til skolen? Kommunen skal utbedre tre strekninger og vil vite hvilke.'}],
  ['steg:0', {slag: 'input', fra: '01.11.2026', til: '14.12.2098'}],
  ['steg:0', {slag: 'event', fra: '20.01.2099', kl_fra: '18:00', kl_til: '20:00', stegtittel: 'Folkemøte om skoleveien', stegsted: 'Nesset skole'}],
  ['steg:0', {slag: 'answer', fra: '01.03.2099'}],
  ['steg:0', {slag: 'decision', fra: '18.03.2099'}],
];

export class Case {
  constructor(server, desk, id) {
    Object.assign(this, {server, desk, id, path: `/styring/sak/${id}`, public: `/saker/${id}`});
  }

  static async make(server, desk, title = 'Trygg skolevei på Nesset') {
    const answer = await desk.post('/styring/saker/ny', {form: {op: 'ny', tittel: title, sprak: 'nb'}, maxRedirects: 0});
    expect(answer.status(), await answer.text()).toBe(303);
    return new Case(server, desk, answer.headers().location.match(/\/styring\/sak\/([0-9a-z]{13})/)[1]);
  }

  async post(rest, form, status = 303) {
    const answer = await this.desk.post(this.path + rest, {form, maxRedirects: 0});
    expect(answer.status(), `${rest} ${JSON.stringify(form)}: ${await answer.text()}`).toBe(status);
  }

  tell(op, fields = {}) { return this.post('/grunnlag', {op, ...fields}); }

  /** Everything the gate asks for, and dates. */
  async fill() {
    for (const [op, fields] of BASIS) await this.tell(op, fields);
    return this;
  }

  async open() {
    await this.tell('apne');
    return this;
  }

  /** A contribution from somebody; the path of its receipt. */
  async send(fields) {
    const phone = await request.newContext({baseURL: this.server.url, extraHTTPHeaders: {'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'nb'}});
    const answer = await phone.post(`${this.public}/innspill/nytt`, {form: {op: 'send', sted: '', gruppe: '', antall: '', ...fields}, maxRedirects: 0});
    expect(answer.status(), await answer.text()).toBe(303);
    await phone.dispose();
    return answer.headers().location;
  }

  /** A politician, invited for this, says something under their name; their plain requests afterwards. */
  async state(text, name = 'Tone Haugland') {
    const email = `politiker-${this.id}@fjordvik.example`;
    const invited = await this.desk.post('/admin', {form: {op: 'inviter', epost: email, 'rolle-politiker': '1'}});
    const link = (await invited.text()).match(/\/invitasjon\/[\w-]{16,}/)[0];
    const politician = await request.newContext({baseURL: this.server.url, extraHTTPHeaders: {'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'nb'}});
    await politician.post(link, {form: {navn: name, passord: 'tolv sauer over fjellet'}});
    const answer = await politician.post(`${this.path}/uttalelse`, {form: {op: 'uttal', uttalelse: text}, maxRedirects: 0});
    expect(answer.status(), await answer.text()).toBe(303);
    return politician;
  }

  /** Open, with two themes, contributions in each state, an argument for and one against, one answer and one change. */
  async live() {
    await this.fill();
    await this.tell('ungdom', {ung_om: 'Veien til skolen skal bli tryggere.', ung_endre: 'Du kan si hvor det er skummelt å gå.', ung_etter: 'Politikerne velger tre steder i mars.'});
    await this.tell('ungdom-paa');
    for (const name of ['Kryss', 'Lys']) await this.tell('tema:0', {temanavn: name});
    await this.open();
    this.receipt = await this.send({tekst: 'Krysset ved butikken er verst. Bilene stopper ikke.', tema: '1', sted: 'Krysset ved Kiwi'});
    await this.send({tekst: 'Vi trenger lys under brua. Vi tør ikke gå der etter klokka fire.', tema: '2', gruppe: '8B på Haugen skole', antall: '24'});
    await this.send({tekst: 'Ring Per på 99 88 77 66, han vet det.', tema: '1'});
    this.waiting = await this.send({tekst: 'Gjerde langs fotballbanen.', tema: '0'});
    await this.post('', {op: 'skriv-inn', kilde: 'paper', tekst: 'Bussen stopper for langt unna.', tema: '0', sted: '', gruppe: '', antall: ''});
    for (const n of [1, 2]) await this.post('/innspill', {op: `publiser:${n}`, vis: 'venter'});
    await this.post('/innspill', {op: 'fjern:3', vis: 'venter', regel: 'personal', grunn: 'Innspillet hadde navn og telefonnummer.'});
    await this.post('/svar', {op: 'svar', tema: '1', verdikt: 'partly', rompunkt: '1', begrunnelse: 'Krysset ved butikken er med i de tre første. Fartsdumper må fylket avgjøre.'});
    await this.post('/tiltak', {op: 'vedtak:0', tekst: 'Krysset ved butikken utbedres først.', dato: '18.03.2098', kilde: 'Hovedutvalget, sak 12/98', tema_1: 'ja'});
    await this.post('/tiltak', {op: 'tiltak:0', tekst: 'Midlertidige fartsdumper ved butikken', eier: 'Sindre Vik', dato: '15.06.2098', tema: '1', vedtak: '1', forsok: 'ja',
      antakelse: 'Flere bilister stopper for barna.'});
    await this.post('/tiltak', {op: 'tiltak:0', tekst: 'Lys i krysset', eier: 'Sindre Vik', dato: '01.09.2025', tema: '1', vedtak: '0', antakelse: ''});
    for (const [tekst, dato] of [['Dumpene er kjøpt', '01.04.2025'], ['Dumpene ligger', '01.05.2025'], ['Vi teller biler', '01.06.2098']])
      await this.post('/tiltak', {op: 'milepael:1', tekst, dato});
    await this.post('/tiltak', {op: 'naadd:1:1'});
    await this.post('/tiltak', {op: 'svar:1', framdrift: 'under_way', tekst: 'Dumpene er kjøpt. Vi venter på tele i bakken.', dato: '', laert: ''});
    await this.post('/tiltak', {op: 'lag:1'});
    await this.post('/resultat', {op: 'punkt:1', utfall: 'kept', resultat: 'Krysset, gangveien ved kirken og brua tas først.'});
    await this.post('/resultat', {op: 'punkt:2', utfall: 'partly', resultat: 'Det ble lys to av tre steder. Fylket sa nei til det tredje.'});
    await this.post('/resultat', {op: 'evaluering', endret: 'partly', hva: 'Krysset ved butikken sto ikke på lista fra før.', bra: 'Åttende klasse gikk hele veien sammen med oss.',
      laert: 'Spør fylket før vi lover noe på veien deres.', tegn: 'Fem av ti elever går eller sykler.', antall: '64'});
    for (const [stilling, tekst] of [['for', 'Barna kan gå alene'], ['mot', 'Bilene må kjøre en omvei']])
      await this.post('', {op: 'skriv-inn', kilde: 'spoken', tekst, tema: '1', stilling, sted: '', gruppe: '', antall: ''});
    await this.state('Jeg mener fortauet må komme først, og vil kjempe for det i budsjettet.');
    await this.tell('lofte', {nivaa: 'involve', bestemmer: 'Hovedutvalget for teknisk', bestemmes: '18.03.2099', svar: 'Hvert tema får svar med grunn.', svarfrist: '08.03.2099', endring: 'Sindre er syk i to uker.'});
    return this;
  }
}

export const casePages = (place) => [['saker', '/saker'], ['sak', place.public], ['sak-mine-data', `${place.public}/mine-data`], ['innspill', `${place.public}/innspill`], ['skriv', `${place.public}/innspill/nytt`], ['ung', `${place.public}/ung`],
  ['kvittering', place.receipt], ['kvittering-i-loggen', `${place.receipt.split('?')[0]}/logg`], ['kvittering-venter', place.waiting], ['tema-besvart', `${place.public}/tema/1`], ['tema-venter', `${place.public}/tema/2`],
  ['tiltak', `${place.public}/tiltak/1`], ['resultat', `${place.public}/resultat`], ['forventning', `${place.public}/forventning`], ['uttalelser', `${place.public}/uttalelser`]];

export const caseDeskPages = (place) => [['arbeidsliste', '/styring/arbeid'], ['brukere', '/admin'], ['utsendelser', '/admin/utsendelser'], ['bruker', '/admin/bruker/1'], ['en-politiker', '/admin/bruker/2'], ['mine-saker', '/styring/saker'], ['ny-sak', '/styring/saker/ny'], ['sak-styring', place.path], ['sak-ung-ark', `${place.path}/ung`], ['sak-tekster', `${place.path}/tekster`], ['sak-slett-tekst', `${place.path}/tekster?hva=contribution:1`], ['sak-lagring', `${place.path}/lagring`], ['sak-slett', `${place.path}/slett`], ['sak-grunnlag', `${place.path}/grunnlag`],
  ['sak-venter', `${place.path}/innspill`], ['sak-publisert', `${place.path}/innspill?vis=publisert`], ['sak-fjernet', `${place.path}/innspill?vis=fjernet`],
  ['sak-svar', `${place.path}/svar`], ['sak-sorter', `${place.path}/sorter`], ['sak-svar-tema', `${place.path}/svar?tema=1`], ['sak-tiltak', `${place.path}/tiltak`], ['sak-resultat', `${place.path}/resultat`]];
