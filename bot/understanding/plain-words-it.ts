/*
 * Italian words of all walks of life that stand for nothing else (see everyday.ts), with names of cities, of companies and of services. What is asked
 * about Pisa, a passport or Gmail would be taken for a misspelt "pesa", "passaparola" or "mail". Words that customers write for others by a slip of the
 * finger ("cartello" for "carrello", "porto" for "posto") are left out.
 */
export const plainWordsIt: readonly string[] = `
  zero uno due quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti
  trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille primo secondo terzo quarto quinto lunedi martedi mercoledi giovedi venerdi
  sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre domani dopodomani pomeriggio
  mezzogiorno mezzanotte minuto minuti secondi primavera estate autunno inverno natale pasqua capodanno tempo volta volte minima massima fratello
  sorella nonno nonna zio zia cugino signore gatto cane uccello cavallo pesce albero fiore erba fuoco terra aria mare lago fiume monte montagna
  cielo luna stella mondo paese italia roma milano scuola classe studente maestro maestra professore esame libro libri penna matita quaderno tavolo
  sedia porta muro tetto cucina bagno camera giardino pane pasta pizza latte vino birra caffe zucchero sale olio burro uova carne formaggio frutta
  mela arancia verdura insalata dolce torta testa mano piede occhio bocca naso orecchio capelli cuore corpo vita morte amore guerra pace gioco
  partita calcio squadra ballo arte storia notizia giornale rivista lettera parola frase idea fatto modo parte punto lato fondo cima centro fronte
  destra sinistra rosso verde giallo bianco nero blu grigio rosa marrone alto basso lungo corto largo stretto pieno vuoto pulito forte debole ricco
  povero giovane morbido duro leggero scuro chiaro correre camminare dormire svegliarsi alzarsi sedersi cadere saltare nuotare volare cantare
  ballare disegnare lavare pulire tagliare pensare credere sperare sognare toccare crescere morire vincere ombrello cappotto maglione giacca
  pantaloni camicia vestito gonna cappello borsa valigia occhiali chiave chiavi anello tazza bicchiere opera forchetta coltello cucchiaio bottiglia
  teatro cinema spettacolo scena concerto museo chiesa ospedale farmacia polizia stazione aeroporto autobus metro bicicletta moto nave ponte piazza
  angolo mercato supermercato fabbrica palazzo
  abbracciare abito aborto accendino acciaio aceto adolescente aerei aeroporti affittare affitti affitto affogare africa agenzie aglio agnello
  agricoltura airbnb aiuola alba alberghi alberi alcol alfabeto alga aliexpress alitalia allenamento allenare allenarsi allenatore allergia allergie
  alluvione alpi amante amazon ambulanza ambulatorio amicizia ammalarsi amministratore anagrafe anatra android
  anestesia angelo anima animale animali annaffiare anniversario annuncio antibiotico antico antifurto ape aperitivo appello appunti arachidi
  aragosta arbitro archeologia architetto arcobaleno arrampicare ascensore asia asilo asino asma asparagi aspirina assegno assessore assicurazioni
  assunto astronauta atene atleta atomica atomo atterrare attore attori attrice australia autista autore autostrada autostrade avvocati avvocato
  azione azioni babbo baci baciare bacio baffi bagagli bagaglio balcone balena ballerina bambina bambine bambini bambola banana banane banche banda
  bandiera bar barba barbiere barca barche bari barzelletta barzellette basilica basilico basket batteri batteria batterie batterista battesimo
  befana benzina benzinaio berlino bestemmiare bestia bevande biblioteca bici biciclette bidello bigodini bilancia bilancio binance binario biologia
  biologo biondo birre birreria biscotti biscotto bisnonna bisnonno bistecca bitcoin bollette bollire bologna bolzano bomba bombe booking borse
  borsetta boschi bosco botanica bottoni bovino braccia braccio brasile brescia bretelle brindisi brivido broccoli brodo bronchite bronzo bruciare
  bruciore bruco budino bufera buffet bugia bugie bulgaria buonanotte burattino burrasca bussare bussola cabina cacao caccia cacciare cacciatore
  cactus cagliari calabria calamaro calciatore calciatori calcolatrice calcolo caldaia calendario calorie calvo calza calze calzini camicie cammello
  campagna campania campeggiare campeggio camper campionato campione campo canada canale canali cancro candeline candidato canile cannella cantante
  cantina canzoni capello capitale capitali capra caramella caramelle carboidrati carbonara carbone carcere cardiologo caricatore carie carnevale
  carota carote carrefour carrozza carrozzeria carrozziere casalinga casco caserma casino cassaforte cassazione castagne castelli castello catania
  catena caucciu cavalli caviglia cavolo cenare cenone censimento cercasi ceretta cerotto cervello cervo cetriolo champagne chef chili chilo
  chilogrammi chilometri chilometro chimica chirurgo chitarra chitarrista chrome cicala ciclismo ciclista ciliegie cimice cimitero cina cinese
  cinesi cinghiale cintura cioccolata cioccolato cipolla cipolle circo citta cittadinanza civetta clarinetto clinica cocco coccodrillo cocktail
  cognata cognato coincidenza colazione colesterolo collana collega colleghi collina colombia colon colonna colosseo coltivare comandante comico
  commedia commercialista commissariato compiti compito compleanni comune comuni comunione comunismo conad concime concorsi concorso condanna
  condizionatore confessione consolato contadino continente contributi coop copiare coppia corda corea corona corso cortile cosce cosenza cotoletta
  cozze cranio cratere cravatta cremona crimine crisi cristallo croazia crociera crollare crosta crostata cuba cuccia cuccioli cucciolo cucire
  cuffia cuffie cugini cuoco curare curva dado dantesco danza dazn debiti debito decathlon decollare decollo delfino delitto deliveroo democrazia
  denti dentista deodorante deputato deserto detersivo diabete diabetico diagnosi dialetto diamante dieta diete dietologo digestione dimagrire
  dinosauro dio dipingere diploma disco discoteca disegni disegno disney divano divorziare dizionario doccia docente documentario dogana dollari
  dollaro dolore dolori domestica donatore donazione donna donne dormo dottoressa dottori drago droga easyjet ebay ebraico eclissi economia edicola
  educare egitto elefante elettrauto elettricista elettricita elezione elezioni elicottero emicrania emigrare emilia emorroidi enciclopedia enel
  energia eredita ernia eruzione esami esercito esercizi esercizio esplodere esplosione esselunga estetista etna euro euronics europei europeo
  eurospin faccende facebook falegname fame famiglia famiglie fango fantasma farfalla farina farmaci farmacie farmacista farmaco faro fascismo
  fastweb fata fatina febbre fegato ferita ferragosto ferrari ferrovie festa feste festival fiaba fiabe fiat fieno fiera fifa figli filosofia
  filosofo finanza finanziaria firenze fischiare fisica fisico fisioterapia fisioterapista fiumi flauto flixbus foggia foglia foglie fondente
  fontana forbici foresta forfora forno fortuna fossile fotografi fotografo fragola fragole francese francia francobollo fratelli freni freno
  friggere frittata fritto friuli frontiera fucile fuga fulmine fumare fumetti fumetto fumo funerale funghi fungo funivia gabbia galassia galera
  galleggiare gallina gallo gamba gambe gamberi gara garage gareggiare garza gas gasolio gatta gatti gattini gattino gelataio gelateria gelati
  gelato gelosia gemelli gemello generale genitore genova geografia geologia geometra geometria germania ghiaccio giappone giapponese ginecologo
  ginnastica ginocchio gioca giocano giocare giocatore giocattoli giocattolo giornali giornalista giubbotto giudice giudici giurare giuria
  giurisprudenza glovo gmail golf gomito gomma gomme google gorilla governo grammatica grammi grandine grano gravidanza grecia greco griglia grotta
  guadagnare guardia guarire guerre guida guidare gusto hamburger hamster hobby hotmail huawei idraulico iguana ikea iliad illegale imbianchino
  immigrazione imperatore imperia imprenditore inail incendio incidente incidenti incinta incubo india indiano indovinello infanzia infarto
  infermiera infermiere inferno influencer influenza ingegnere ingegneria inglese inglesi ingrassare iniezione innaffiare innamorarsi innamorata
  innamorato inps inquilino insalate insegnante insegnanti insetti insetto insonnia instagram interrogare intervista intestino invecchiare inventare
  ipad iphone ipotenusa irlanda irpef irpinia isbn iscritti isola isole italo juventus karate kebab kiwi koala labbra ladro laghi laguna lampada
  lampo lana lasagne latino laurea laureato lavatrice lavello lazio legge leggenda leggi legumi lente lenticchie leone leopardi lepre leucemia
  lezione lezioni licei liceo lidl liguria limone limoni lingue linkedin liquirizia lisbona litigare livorno londra lotteria lotto lucca lucertola
  lumaca lupi lupo macchine macellaio macelleria madrid maestri mafia magia mago maiale mais malattie malta mammifero mandarino mandorle mantova
  mappa maratona marche mareggiata marinaio marocco martello marziano maschera maschio matematica matera materia materie maternita mattone maturita
  mazzo mcdonald meccanico medaglia mediaset mediaworld medici medicina medicine medusa melanzane mele melone memoria mensa mercati merenda
  merendina messico messina mestruazioni metano meteorite meteorologo metropolitana microsoft miele miglia milan miliardi miliardo milione milioni
  militare minerale minestra minestrone ministri ministro minorenne miopia mirtilli missile mitologia modena molise monaco monarchia monumenti
  monumento mordere morso morta morto mosca moscerino mosche moschea motocicletta motore motori motorino mozzarella muffa multa multe muore muratore
  muscoli muscolo musei musicista mutande mutua mutui napoletano napoli narrativa natalizio nausea navi navigare nazionale nazione nazioni nebbia
  nemico neonato nervo netflix nevicata nevicate nido nintendo nipoti nobel nocciola noce noci nokia norvegia notai notaio novara novella nube nuoto
  nutrizionista nuvola oasi obesita oceano oculista odontoiatra officina olanda olimpiadi olimpico oliva olive ombelico omicidio onda onde onorevole
  operare opposizione orchestra orchidea ordinanza orecchie orecchini oroscopo orsi orso ortaggi orto ortopedico ospedali ossa ossigeno ossobuco
  ostello ostetrica ottico outlook ovaie padova padri pagella paguro palazzi palermo palestra palestre palla pallavolo pallone panda pandemia
  panettiere panettone panini panino panna pannolini pannolino pantera papi pappagallo paradiso paralisi parcheggi parchi parco parente parenti
  parigi parlamento parma parmigiana parmigiano parolaccia parrocchia parroco parrucchiera parrucchiere partigiano partite partiti partorire
  passaporti passaporto passero pasticcere pasticceria pastore patata patate patente patenti patria pavia pec pecora pedaggio pedalare pediatra
  pedone pelle pensione pensioni pentola pepe peperoni pergola permesso perugia pesca pescara pescare pesci pescivendolo pessimista pesto petrolio
  pianeta pianeti piangere pianista pianoforte piantare piastrelle piatti piemonte pilota pinguino pinterest piogge pioveva pipa pipistrello
  piramide piramidi pirata pisa piscina piscine piselli pistola pittore pittura pizze pizzeria pizzerie playstation pneumatici pneumatico poesia
  poesie poeta poeti polenta politica politici politico poliziotto polizze pollo polmone polmoni polmonite polpette polpo poltiglia pomodori
  pomodoro pompelmo pompiere pompieri popolazione popolo porcellino porno portogallo pozzo prato prefettura pregare preghiera premier prescrizione
  presepe preservativo preside presidente presidenti pressione prestiti prete prigione primario principe principessa processione profeta profumo
  proiettile proiettore pronome prosciutto prosecco proteine protesi proverbi proverbio province provincia psicologia psicologo puglia pulcino
  pullman puntura pupazzo puzzle quadrato quadrifoglio questura quiz quoziente radiatore radice radici radio raffreddata raffreddato raffreddore
  ragni ragno rally ramo rana rapina rapper razza referendum referto regione regioni regista registi regno religione religioni renzo repubblica
  residenza respiro ricette ricorso ringhiera rinnovare rinoceronte riscaldamento risotto ristoranti rivoluzione roccia romagna romania romanzi
  romanzo rosario rose rospo roulotte rubinetto rugby ruggine ruota ruote ruscello russa russare russia russo ryanair sabbia sacerdote salame
  salerno salmone salsa salsiccia salute samsung sangue sanguisuga sanita sanpaolo sanremo santi santo sardegna sassari satellite savona sbarcare
  sbucciare scacchi scalare scandinavia scappare scarpa scarpone scheletro schiena sciare sciarpa scimmia scioglilingua scioperi sciopero scippo
  scogli scoiattolo scooter scopare scorpione scozia scrittore scrittori scultura scuole seggio segretaria segretario semaforo semestre seminare
  senato senatore sepolto serpente serpenti sesso sfida shampoo shein sicilia siciliano siena sigaretta sigarette silenzio sindacato sindaco
  singapore siracusa sky slovenia smog snapchat sogliola sogni sogno soldati soldato solletico sondaggio sorelle sosia spaghetti spagna spagnolo
  sparare spazzatura spazzolino spezia spiagge spiaggia spid spider spinaci splendere sport sportivo spotify spumante squadre squalo stadio stagione
  stagioni stampante stampella starbucks starnutire statua stazioni stelle sterlina stipendi stipendio stivali stomaco storico storie stroke
  studentessa studenti studiare stupro subacqueo sudare sugo suicidarsi suicidio suonano supereroe supermercati surf svezia svizzera svizzero
  tabaccaio tabacco tacchino tailandia tamburo tampone tango targa tariffario tarocchi tartaruga tassista taxi tedeschi tedesco telecomando telefilm
  telefonini telegiornale telegram telenovela televisione televisore temporale temporali temu tenda tennis tenore teorema termometro termosifone
  terremoti terremoto terrorismo teschio tesi tesina tesoro testamento testimone tifo tifoso tigre tiktok tim tirocinio tiroide tisana toast topi
  topo torino torneo toro torre torri tortellini toscana tosse tossire tradire traduttore traffico traghetti traghetto tram tramonto transito
  trapani trapano trattore tremare treni trenitalia trentino trento triangolo tribunale tribunali tributo trieste tripadvisor tromba trota trucco
  tuffarsi tuffo tumore tuono turchia turismo turista turisti tutore twitter uber ubriaco uccelli uccidere ucraina udine ulcera umbria umidita
  uncino ungheria unghia unghie unicredit unieuro universita universo uragano urina urlo ursula usignolo ustione utero vacanze vacca vaccinare
  vaccini vaccino vagina vagone valanga valigie valle vampiro vangelo varese vasca vaticano vedova vela veleno velluto velocita venere venezia verbi
  verbo verdure verme verona vescovo vespa veterinari veterinario viaggi vicenza vicini vigile vigili vigna villaggio vince vinci vincita vincono
  vinted vinto viola violenza violino vipera virus vitamina vitamine vitello viterbo vocale vocali vodafone volante voli volontariato volpe vomito
  vongole vulcani vulcano whatsapp windows windtre xbox xiaomi yahoo yoga yogurt youtube zalando zanzara zanzare zebra zecca zenzero zingaro
  zodiacale zodiaco zoo zoologia zoppicare zoppo zucca zucche zucchina zucchine zuppa rinnovo`
  .trim()
  .split(/\s+/);
