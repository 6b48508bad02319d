import type { Language } from '../domain/language.ts';
import { plainWordsEn } from './plain-words-en.ts';
import { plainWordsIt } from './plain-words-it.ts';

/*
 * Everyday words that mean about the same. A word that no example has is read as one of its set that some example has (see
 * everyday.ts): what a corpus knows, it knows better. The first word of a set is the one that it was written for, and the next ones
 * are nearer to it than the later ones. A word stands for all forms of its stem; irregular forms, and nouns beside their verbs, are
 * in the sets. Words that belong to one trade alone are for the editors' own synonyms.
 */
export const everydayWords: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  it: setsIn(`
    comprare acquistare acquisto compera comperare prendere | vendere vendita | pagare pagamento saldare versare
    prezzo costo tariffa importo | costare costo prezzo | economico conveniente | caro costoso
    sconto riduzione ribasso promozione offerta | gratis gratuito gratuitamente | regalo omaggio | soldi denaro contanti
    fattura ricevuta scontrino bolletta | rimborso rimborsare risarcimento risarcire | rata rate rateale finanziamento
    restituire restituzione rendere reso ridare | sostituire scambiare sostituzione cambiare cambio | rispedire restituire
    spedire spedizione inviare invio mandare | consegnare consegna recapitare recapito | pacco collo pacchetto merce
    corriere spedizioniere fattorino | arrivare arrivo giungere pervenire | ricevere ricevuto ottenere
    ordinare ordine ordinazione | prenotare prenotazione riservare | rintracciare tracciare localizzare
    annullare annullamento cancellare cancellazione disdire disdetta revocare
    eliminare eliminazione rimuovere cancellare togliere | modificare modifica cambiare variare variazione correggere
    aggiungere aggiunta inserire inserimento | aggiornare aggiornamento modificare | confermare conferma
    rifiutare rifiuto negare respingere | accettare accettazione | mostrare visualizzare vedere
    mostrami fammi dammi visualizza dimmi | elenco lista elencare | cercare ricerca trovare | trovare ritrovare cercare
    dimmi dirmi dire comunicare | raccontare dire | chiedere domandare domanda richiedere richiesta | rispondere risposta
    spiegare spiegazione chiarire chiarimento illustrare spiegami | capire comprendere comprensione
    sapere conoscere conoscenza | imparare apprendere apprendimento | insegnare istruire
    aiuto aiutare aiutami aiutarmi assistenza assistere assistimi supporto soccorso
    problema guaio difficolta inconveniente disguido | errore sbaglio sbagliare | sbagliato errato scorretto
    guasto rotto difettoso danneggiato | rompere rotto danneggiare danno | riparare riparazione aggiustare
    funzionare funzionamento | iniziare inizio cominciare avviare | finire fine terminare concludere
    fermare stoppare interrompere arrestare | bloccare blocco bloccato | sospendere sospensione pausa
    continuare proseguire | ricominciare riprendere | attivare attivazione accendere abilitare
    disattivare disattivazione spegnere disabilitare | aprire apertura aperto | chiudere chiusura chiuso
    accedere accesso entrare login | entrare ingresso accesso | uscire uscita logout
    registrare registrazione registrarsi iscriversi iscrizione iscrivere | impostare impostazione configurare configurazione regolare
    creare creazione | usare utilizzare uso utilizzo adoperare | provare prova tentare | scegliere scelta selezionare
    volere desiderare vorrei | servire bisogno necessitare necessario occorrere | preferire preferito favorito
    piacere gradire | amare adorare | odiare detestare | aspettare attendere attesa
    tornare ritornare ritorno rientrare | portare trasportare | ritirare ritiro prelevare | dare donare
    lasciare abbandonare | conservare tenere mantenere salvare memorizzare | perdere smarrire perso smarrito
    dimenticare scordare dimenticato | ricordare rammentare ricordo | promemoria ricordami
    chiamare telefonare telefonata chiamata | telefono cellulare telefonino smartphone | numero cifra
    parlare conversare chiacchierare discutere | chattare parlare conversare chat | scrivere scrivimi digitare | leggere lettura
    ascoltare sentire riprodurre suonare | musica canzone brano | canzone brano musica | film pellicola
    guardare vedere | mail email posta | messaggio sms | indirizzo domicilio recapito | casa abitazione
    abitare vivere risiedere | eta anni vecchio anziano | compleanno nascita nato | persona essere individuo qualcuno
    umano persona operatore | operatore impiegato addetto agente consulente | capo padrone proprietario titolare direttore
    creatore sviluppatore programmatore inventore | azienda impresa ditta societa compagnia | lavoro impiego mestiere occupazione
    occupato impegnato | libero disponibile | negozio bottega | ristorante trattoria osteria locale
    mangiare cibo cena pranzo | cibo alimento piatto pietanza | bere bevanda | cucinare cuocere ricetta
    pioggia piovere piovera piove | neve nevicare nevichera nevica | freddo gelo fresco | caldo calore afoso
    meteo previsioni previsione clima | temperatura gradi | sole soleggiato | vento ventoso | nuvoloso nuvole
    oggi odierno | adesso ora attualmente subito | attuale corrente | subito immediatamente | dopo successivamente
    prossimo seguente successivo | ultimo scorso recente | mattina mattino mattinata | sera serata stasera | notte nottata stanotte
    settimana settimanale | mese mensile | anno annuale | giorno giornata | durata durare | veloce rapido svelto
    lento lentamente | grande grosso enorme | piccolo minuscolo | nuovo recente | bello carino stupendo splendido affascinante
    brutto orribile orrendo | buono ottimo eccellente | cattivo pessimo terribile orribile | bravo capace
    fantastico meraviglioso eccezionale stupendo incredibile | intelligente furbo | stupido scemo idiota cretino
    matto pazzo folle follia impazzito | felice contento lieto allegro | triste infelice depresso
    arrabbiato furioso incazzato | stanco esausto | noioso annoiare annoiato noia | fastidioso irritante seccante
    divertente buffo spiritoso simpatico | scherzare scherzo | ridere risata | vero reale autentico | falso finto
    giusto corretto esatto | facile semplice | difficile complicato | diverso differente | differenza confronto confrontare paragonare
    uguale identico stesso | vicino dintorni | lontano distante distanza | luogo posto posizione localita
    strada via percorso | viaggio viaggiare gita | volo aereo | treno ferrovia | macchina auto automobile vettura
    parcheggio parcheggiare posteggio posteggiare | albergo hotel | vacanza ferie | biglietto ticket | tessera carta bancomat | banca istituto
    conto account | password credenziali | cliente acquirente utente | prestito mutuo finanziamento
    bonifico trasferimento trasferire | spesa spendere | assicurazione polizza | tasse imposte | medico dottore
    malato malattia | bambino bimbo figlio | sposare matrimonio sposato | computer pc | sito pagina web | internet rete
    foto immagine fotografia | dimensione misura grandezza taglia | peso pesare | colore tinta | materiale composizione tessuto
    garanzia garantito | quantita numero | sveglia allarme | cronometro timer | appuntamento impegno evento
    riunione incontro appuntamento | traduzione tradurre | significare significato definizione | descrivere descrizione
    recensione opinione giudizio commento | votare valutare voto valutazione | reclamo lamentela protestare lamentare
    consigliare consiglio suggerire suggerimento raccomandare | grazie ringraziare | salutare saluto
    scusa scusare perdonare | certo sicuro certamente | forse probabilmente | pronto preparato | disponibile disponibilita
    esaurito terminato finito | informazione informazioni info dettagli | sicurezza sicuro | privacy riservatezza
    truffa imbroglio fregatura | urgente urgenza | ritardo tardi | scadere scadenza scaduto | limite massimo
    maglietta maglia | scarpe calzature | orologio ora | bot chatbot robot assistente | lingua linguaggio idioma
    andare vado vai va andiamo andate vanno andato | venire vengo vieni viene venuto | uscire esco esce uscito
    tenere tengo tieni tiene tenuto | scegliere scelgo sceglie scelto | togliere tolgo toglie tolto | prendere preso presa
    mettere messo messa | chiedere chiesto | chiudere chiuso | aprire aperto | leggere letto | scrivere scritto | rispondere risposto
    perdere perso | spendere speso | rendere reso resa | rompere rotto rotta | vedere visto vista | correggere corretto
    vivere vissuto | spegnere spengo spento | accendere acceso | offrire offerto | nascere nato | spedire spedito | piacere piace piaciuto
    aggiungere aggiunto | ricevere ricevuto | restituire restituito | uomo uomini | tradurre traduco tradotto | bere bevo beve
    pure anche | roba cosa merce | scatolo scatola | parere opinione giudizio commento | memorizzato salvato conservato conservare salvare
    scandalo scandaloso vergogna vergognoso indecente | affidabile sicuro fidarsi fiducia | timore paura temere preoccupato preoccupazione
    nipote figlio figlia | mamma madre | papa padre | suocero suocera genitori | moglie marito coniuge | fidanzato fidanzata ragazzo ragazza
    riprovare ritentare provare tentare | gettare buttare | smettere fermare finire cessare basta | riconsegnare restituire rendere
    occhiata vedere guardare | mantenere conservare tenere | montare montaggio assemblare assemblaggio | smontare smontaggio
    graffiato graffio rovinato rovinare | macchiato macchia sporco sporcare | strappato strappo rotto | bagnato umido acqua | sporco macchia
    fretta urgenza urgente | maleducato scortese villano | furto rubare rubato ladri | rubato perso sparito | coprire copertura coperto
    scaricare download scarico | caricare upload | stampa stampare | doppione doppio duplicato | duplicare doppio | triplo tre | incompleto mancante manca
    mancare manca mancante | raggiungere contattare contatto | contattare contatto contatti | rispedito restituito | rimandare restituire rispedire
    dubbio domanda | quesito domanda | bimestre mesi mese | trimestre mesi mese | quindicina giorni | ieri stamattina | furgone corriere camion
    camion furgone | vicino vicina condominio | portinaio portiere portineria | portineria portiere portinaio | citofono citofonare suonare campanello
    campanello citofono suonare | androne portone ingresso | appartamento casa | villa casa | ufficio lavoro azienda | trasloco traslocare trasferire
    traslocare trasferire trasloco | cognome nome | nome cognome | nubile sposato | divorzio divorziato | pensionato anziano | signora cliente
    caparra acconto anticipo | acconto anticipo caparra | saldo importo resto | mensilmente mese | annualmente anno | attesa aspettare | sollecito sollecitare
    sollecitare sollecito | premura fretta | lista elenco | catalogo listino | volantino catalogo | vantaggio beneficio premio | beneficio vantaggio premio
    agevolazione sconto vantaggio | aumentare aumento | diminuire diminuzione calare scendere | rincaro aumento | verificare controllare controllo verifica
    controllare verificare verifica controllo | accertare verificare | riuscire posso potere | occorrere serve bisogno | segnalare segnalazione comunicare
    denunciare denuncia segnalare | pretendere esigere volere | esigere pretendere volere | rivolere volere | riavere ottenere avere | recuperare ritrovare recupero
    ritrovare recuperare trovare | resettare reimpostare reimposto | reimpostare reset resettare | digitare scrivere inserire | cliccare premere clic tasto
    pulsante tasto bottone | tasto pulsante bottone | schermata pagina videata | finestra pagina schermata | applicazione app | collegamento link
    link collegamento | connessione collegamento | disponibili disponibile | restante resto rimanente | rimanente restante resto
    quattrini soldi denaro | sborsare pagare spendere | sganciare pagare | scalare prelevare addebitare | decurtare trattenere
    accreditare riaccreditare rimborsare | ristorno rimborso | clonare rubare truffa | fregare rubare truffa | raggiro truffa | bidone truffa
    svuotare rubare | scarabocchiare macchiare macchia sporcare | pennarello macchia | unto macchia sporco | macchiare macchia sporcare
    sudicio sporco | lampeggiare accendere | cigolare scricchiolare rumore | cigolio scricchiolare rumore | sbilenco storto traballare
    storto traballare difettoso | spezzare rompere rotto | spezzato rotto | sbeccato scheggiato rotto | sbriciolato pezzi rotto
    frantumato frantumi pezzi rotto | incrinato crepato rotto | crepa crepato rotto | bucato strappato rotto | scucito strappato rotto
    sgualcito rovinato | consumato rovinato | sbiadito scolorito colore | stinto scolorito colore | scassato rotto | bruciato guasto
    fulminato guasto | inzuppato bagnato | fradicio bagnato | svendita saldi sconti offerta | saldi sconti offerta promozione | ribassato sconto
    nozze matrimonio | sposi matrimonio | impacchettare incartare confezione | infiocchettare fiocco incartare | riportare restituire rendere
    ridarvi restituire rendere | bocciare rifiutare | strofinare pulire lavare | spolverare pulire polvere | lavabile lavare
    trasferito traslocato trasloco | residenza indirizzo | pianerottolo porta piano | custode portiere portinaio | usciere portiere portinaio
    camionista corriere | driver corriere | garzone fattorino corriere | tagliando avviso | messaggino messaggio sms | squillo chiamata telefono
    slittare ritardo rimandare | posticipare rimandare | rinviare rimandare | tardivo ritardo | svista errore sbaglio | equivoco errore sbaglio
    intoppo problema | casino errore problema | pasticcio problema errore | disservizio problema | autenticarsi accedere
    autenticazione accesso | sloggare uscire logout | sbloccare bloccato | username utente | nickname utente | riservata account profilo
    intasare riempire | bombardare intasare | tempestare intasare | showroom negozio esposizione | emporio negozio | ubicazione sede indirizzo
    situato sede | stage tirocinio lavoro | tirocinio lavoro | curriculum cv | commesso commessa | elogio complimenti recensione
    stelline stelle recensione | avvertire avvisare informare | avvisare informare avviso | stufo stanco arrabbiato | deluso insoddisfatto
    scontento insoddisfatto | soddisfatto contento | entusiasta contento soddisfatto | rimpiazzare sostituire | barattare scambiare
    permutare scambiare cambiare | tonalita colore tinta | sfumatura colore tinta | spessore misura | capienza litri | ampiezza larghezza
    divano sofa | sofa divano | pouf sgabello | comodino tavolino | abatjour lampada | lampadario lampada | piantana lampada
    scaffale libreria mensola | credenza mobile | cassettiera mobile | armadio mobile`),
  en: setsIn(`
    buy purchase bought | sell sold selling seller | pay payment paid | price cost rate | cost price charge | cheap inexpensive affordable
    expensive costly pricey | discount sale offer promotion deal coupon | coupon voucher promo code | money cash funds
    invoice receipt bill | refund reimburse reimbursement repay | return send back | exchange replace replacement swap
    ship shipping shipment send dispatch deliver | deliver delivery delivered | send ship mail sent | parcel package packet
    courier carrier | arrive arrival reach | receive received get got | order ordered purchase | reserve reservation book booking
    cancel cancellation revoke annul abort | delete remove erase | change modify edit alter update | update change upgrade | add insert include
    confirm confirmation verify | verify check confirm verification | refuse decline reject deny | accept take | show display list see view
    search find look | find locate search | inform tell notify | inquire ask enquire | answer reply respond | explain describe clarify
    understand comprehend | learn study | help assist assistance support aid | problem issue trouble
    error mistake wrong fault | broken damaged defective faulty | break broke broken damage | repair fix mend | work function
    start begin commence launch | finish end complete finished over | stop halt cease end | block freeze lock blocked | unblock unlock unfreeze
    pause suspend | continue resume proceed | activate enable activation | deactivate disable | open opening | close shut closing closed
    login signin access log | register signup enroll registration | join register | subscribe subscription | unsubscribe cancel
    configure setup set install | create make build | use utilize using | choose select pick | want wish desire | need require
    prefer favorite favourite | love like enjoy | hate dislike | wait waiting | go went travel | bring brought carry | take took taken
    give gave given provide | provide give offer | keep kept save store | lose lost misplace misplaced missing | forget forgot forgotten
    remember recall | remind reminder | call phone ring dial | phone telephone mobile cell cellphone smartphone
    speak talk chat converse | write wrote written | hear listen heard | play listen | music song | song tune music
    movie film | watch see view | email mail | message text sms | house home | live reside | age old | birthday born birth
    person human someone people | agent representative rep operator human | boss manager owner | creator maker developer
    company business firm organization | job work occupation | busy occupied | shop store outlet retailer | showroom store shop outlet
    restaurant diner eatery | eat food meal | food meal dish | drink beverage | cook recipe | rain raining rainy | snow snowing
    cold chilly | hot warm | weather forecast | temperature degrees | now currently immediately
    soon quickly | later afterwards | previous last prior past | next following upcoming | weekly week | monthly month
    yearly annual annually year | daily day | fast quick rapid speedy quickly | big large huge | small little tiny | new recent latest
    beautiful pretty lovely | good great excellent nice | bad terrible awful poor horrible | amazing wonderful fantastic awesome
    smart clever intelligent | stupid dumb idiot | crazy mad insane | happy glad pleased | sad unhappy | angry mad furious
    tired exhausted | boring bored dull | annoying irritating | funny hilarious | real genuine actual | fake false
    correct right accurate | incorrect wrong | easy simple | difficult hard complicated | important essential
    different difference differ | compare comparison difference versus | same identical | similar alike | near nearby nearest
    far distance | place location spot | city town | road street route | directions route way | trip travel journey
    vacation holiday trip | flight plane fly airline | train railway | car vehicle auto | hotel motel accommodation | luggage baggage suitcase
    document paper paperwork | account profile | password passcode pin | customer client user | loan mortgage credit
    transfer move wire | balance amount | spend spent spending | insurance policy coverage | tax taxes | salary income paycheck wage pay
    doctor physician | sick ill | pain ache hurt | child kid children kids | marry wedding married | computer pc laptop
    website site webpage | internet web online wifi | photo picture image | size dimension dimensions measurement | weight weigh heavy
    color colour | material fabric | warranty guarantee | quantity amount number | alarm wake | timer countdown stopwatch
    appointment meeting | event occasion | calendar schedule agenda | translate translation | meaning definition define mean
    review rating feedback | rate rating score | complaint complain complaining | recommend suggest recommendation suggestion advise
    thanks thank | hello hi | goodbye bye farewell | sorry apologize | sure certain | maybe perhaps | ready prepared
    available availability stock | information info details | secure safe security | scam fraud fraudulent | urgent urgently
    late delay delayed | track tracking trace | status state progress | instructions steps directions guide | installment emi instalment installments
    sleep slept | expire expiration expiry expires expired | limit maximum cap | allow permit permitted | possible can | visit come | trial test try
    gas fuel petrol | restroom bathroom toilet | apartment flat | spouse wife husband | pet dog cat | joke pun | trash garbage rubbish
    bot chatbot robot assistant | language tongue | bedroom room | couch sofa | lamp light | cup mug | shoes footwear
    go goes went gone | buy bought | pay paid pays | send sent | get got gotten | give gave given | make made making | come came
    see saw seen | tell told | think thought | know knew known | find found | leave left leaving | keep kept | bring brought
    begin began begun | choose chose chosen | sell sold | build built | lend lent | feel felt | meet met | hear heard | drive drove driven
    fly flew flown | eat ate eaten | teach taught | catch caught | steal stole stolen theft | wear wore worn | grow grew grown
    understand understood | win won | wake woke | freeze froze frozen | child children | man men | woman women | foot feet | tooth teeth
    good better best | bad worse worst | reschedule rearrange postpone move change | redeliver deliver redelivery | fetch collect pick pickup
    hotline helpline phone | staff team personnel colleague colleagues | employ hire hiring recruit | vacancy opening position job
    mode method manner means | modality method option | possibility option choice alternative | alternative option other
    buyer shopper purchaser customer | robbed stolen stole theft | shattered smashed broken crushed | cracked broken | torn ripped broken tear
    crash freeze froze hang | stuck blocked | compensation refund reimbursement | transport shipping delivery freight carriage | expense cost charge
    penalty fee charge fine | alert notify notification | annoyed angry upset furious | dissatisfied unhappy disappointed unsatisfied | rude unfriendly
    useless unhelpful | buddy mate friend pal | carpet rug | cushion pillow | quilt duvet comforter | bookcase bookshelf shelf | drapes curtain curtains
    wardrobe closet cupboard cabinet | launder wash laundry | overdue late | substitute replace exchange | swap trade | lastname surname
    terminate end close cancel | wipe erase delete | evaluate rate review | opinion view review feedback | propose proposal suggest suggestion
    trustworthy reliable safe secure | legit genuine real trustworthy | hacked stolen | membership member | gift present | foreign abroad overseas
    zip zipcode postcode | letterbox mailbox postbox | postman mailman courier | basket cart trolley | arrangement appointment | amend change modify edit
    redo repeat | whereabouts location | participate join | enlist enrol register | credentials login password | passphrase password`),
};

/** Other everyday words: they stand for nothing else, but they are no misspellings of the corpus's words either. */
export const plainWords: Readonly<Record<Language, readonly string[]>> = {
  it: plainWordsIt,
  en: plainWordsEn,
};

/** Sets are divided by bars or lines, words by spaces. */
function setsIn(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split(/[|\n]/)
    .map((set) => set.trim().split(/\s+/));
}
