/*
 * English words of all walks of life that stand for nothing else (see everyday.ts). A shop's words are few, and words spelt alike are many: what
 * is asked about a passport, cancer or a battery would be taken for a misspelt password, cancel or better. Words that customers write
 * for others that sound the same ("prize" for "price") are left out.
 */
export const plainWordsEn: readonly string[] = `
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
  forty fifty sixty seventy eighty ninety hundred thousand million first second third fourth fifth monday tuesday wednesday thursday friday saturday
  sunday january february march april june july august september october november december today tomorrow yesterday tonight morning noon midnight
  minute minutes hour hours spring summer autumn winter christmas easter time times father mother mom dad brother sister son daughter grandfather
  grandmother uncle aunt cousin boy girl sir lady cat bird horse fish tree flower grass water fire earth air sea lake river mountain sky moon star
  world country italy rome school class student professor exam book books page pen pencil table chair bed door window wall roof kitchen garden bread
  pasta pizza milk wine beer coffee sugar salt oil butter egg eggs cheese fruit apple orange vegetable salad cake head hand eye eyes mouth nose
  ear hair heart body life death war peace game match soccer football team dance art history news newspaper magazine letter word words sentence idea
  thing things way part point side bottom top middle front left right red green yellow white black blue grey gray pink brown high low long short
  wide narrow full empty clean dirty strong rich poor young soft light dark run walk sit stand fall jump swim draw wash cut think believe hope dream
  feel touch die throw umbrella coat sweater jacket pants trousers shirt dress skirt hat bag glasses key keys ring glass plate fork knife spoon
  bottle box theater theatre cinema scene concert museum church hospital pharmacy police station airport bus subway bicycle bike motorcycle ship
  bridge square corner market supermarket office factory building planet space science math number sound noise warm sunny cloudy windy storm fog
  plus minus half quarter double single whole rest board card cards cash able above abroad accent accident across act action actor actress actually
  adult adventure advice afraid africa again against alabama album alcohol alien alive allergy almost alone already although always amazon america
  among android anger angle animal ankle anniversary ant antique anxiety anyway apology appetite apply arm army arrest article artist asia asleep
  atom attack attention attic attract audience australia author average avoid award baby bachelor backpack bacon bacteria badge baker bakery balcony
  ball balloon banana band bandage bank banker barber bargain bark barn baseball basement basic basketball battery battle beach bean bear beard
  beast beef beetle beginner behave behavior belief bell belong belt berry bible billion biology bitcoin bite bitter blanket blind blizzard blood
  blow boat bomb bone bonus borrow boston botany bowl boxer boyfriend brain branch brand brave brazil breakfast breath breathe brick bride brilliant
  broccoli broker bronze brush bubble budget buffet bullet burger burn bury butcher butterfly button cabbage cabin cable cactus calculator
  california calorie calories camel camera camp campaign campus canada canal cancer candidate candle candy canyon capital captain carbon career
  carpenter carrot cartoon castle casual cathedral cattle cause cave ceiling celebrate celebrity cellar cement cemetery century ceremony chain
  challenge champion championship channel chapel chapter charity chef chemical chemistry cherry chess chest chicago chicken chief chimney chin china
  chip chocolate choir cholesterol cigarette circle circus citizen citizenship civil climate climb clinic clothes clothing cloud clown clue coach
  coal coast cocktail coconut coin college comedy comet comfort comic commander committee commute compass competition composer concrete condition
  confident congress constitution consulate contest continent contract conversation cookie copper coral corn coronavirus corruption costume cotton
  cough council couple courage court cow crab craft crash cream creature cricket crime criminal crisis crocodile crop crown cruise cry crystal
  cucumber culture cupboard curiosity curious currency curve cycle daddy dancer danger dangerous darling data dawn deaf debate decade decide
  decision deep deer degree democracy dentist depression desert desk dessert detective devil diabetes dialect diamond diary dictionary diesel diet
  digital dinner dinosaur diploma diplomat disaster disease disgusting disneyland divide divorce doll dollar dollars dolphin donation donkey donor
  dragon drama drug duck dust duty eagle early earthquake east ebay economics economy education effort egypt election electric electrician
  electricity elephant elevator embassy emergency emotion empire employer energy engine engineer engineering england entertainment environment
  equation era escape essay europe evening evidence evil evolution exercise exhibition explosion eyebrow facebook fail faith fame family famous fan
  fantasy farm farmer fashion fat fate fear female festival fever fiction field fight figure filter fine finger fitness flag flame flavor flood
  floor florida flour flu flute folk fool forehead foreign forest forever fortune fox frame france freedom freelance french fridge friend friendship
  frog fun funeral future galaxy gallery gamble gamer garage gardener garlic gasoline gate gender gene general generation genius geography geometry
  german germany ghost giant giraffe girlfriend globe glory glove goal goat god gold golden golf google gorilla government governor grade graduate
  graduation grammar grape graph gravity greece grill groceries grocery groom guest guilty guitar gun guy gym habit haircut hairdresser hammer
  handsome happiness harbor hardware harvard harvest hawaii hawk headache headphones health healthy heaven height helicopter hell helmet herb hero
  hiking hill hip hire historical hobby hockey hollywood holy homework honest honey horror hostel hotdog humor hunger hungry hunt hurricane hydrogen
  ice iceland illness imagine immigrant immigration immune import impress india indian industry infection inflation influence injury ink insect
  inside inspector instagram instead instrument interest interior interview invent invention invest investment invitation invite iphone ireland
  irish iron island israel istanbul jail jam japan japanese jazz jealous jeans jellyfish jet jewel jewelry journalist joy judge juice jungle jupiter
  jury justice kangaroo keyboard kidney kill kilometer kilometers king kingdom kiss kitten knee knight knock koala labor laboratory ladder lamb
  landlord landscape laser latin laugh laundry lava law lawn lawsuit lawyer lazy leader leaf league leather lecture leg legal legend lemon lettuce
  liar liberty librarian library licence license lie lifestyle lightning lion lip liquid lisbon literature lizard lobster local logic london lonely
  lottery loud lover luck lucky lunar lunch lung machine madrid magic magnet mammal mango manner map marathon marble marketing marriage mars mask
  mass master mathematics maths mayor measles mechanic medal medical medicine melody melon memory mention menu mercury mermaid metal meteor mexico
  microscope microsoft microwave migraine military mill mine mineral minister minor miracle missile mission model modern monkey monster moscow
  mosque mosquito motor motorbike mouse movement mud muffin munich murder muscle mushroom musician mustache mystery myth nail naked napkin naples
  nasa nation nationality native nature navy neck neighbor neighbour nephew nerve nervous nest netflix niece nigeria nightmare nobel noodle noodles
  normal north northern norway novel nuclear nurse nut oak oath object ocean octopus officer olive olympics omelette onion opera opinion opposite
  oral orchestra organ organic origin original orphan outlook oven owl oxygen oyster pack painter painting pair palace pan pancake panda paradise
  parent paris parking parliament parrot partner party passenger passport paste pastry patient peach peanut pear pearl peasant penalty penguin
  pension pepper percent perfume permission philosopher philosophy phoenix photographer physics piano pig pigeon pilot pine pineapple pirate pixel
  plant plastic plumber pluto pocket poem poet poetry poison poker poland pole policeman politician politics pollution pool popcorn pope popular
  population pork portugal potato potatoes poverty pray prayer pregnancy pregnant prescription press pretend priest prince princess principal
  printer prison prisoner professional profit programmer programming project promise pronounce protein protest psychology pub public pump pumpkin
  punch punish pupil puppy puzzle pyramid queen queue quiz quote rabbit race racism radio rainbow raincoat raise rat reality referee refugee region
  relationship relative religion renew rent rental republic rescue resident revolution rhythm rice riddle ride rifle ripe roast robber rocket roman
  romance romantic root rope rose royal rugby ruler rumor runner rural russia russian sacrifice sailor saint salmon salon samsung sandwich satellite
  saturn sauce sausage savings scandal scholarship scientist scissors scooter scotland scream screen sculpture season seat seattle secret secretary
  semester senate senator series serious servant session sex sexy shadow shampoo shark sheep shelter sheriff shield shine shoulder shower shrimp shy
  silk silver singer sink siri skate skeleton ski skin skull skype slave sleepy slice slogan smell smile smoke smoking snack snake soap society sock
  socket software soil solar soldier solution soup south southern spaghetti spain spanish sparrow speaker species speech speed spell spice spicy
  spider spinach spirit sponsor sport sports spotify spy stadium stage stairs stamp statue steak steam stem stomach stone story stranger straw
  strawberry stream stress strike studio subject suburb success successful suicide suit sun sunglasses sunrise sunset super surf surface surgeon
  surgery surprise survive sushi swan sweat sweden sweet swimming swiss symbol symphony symptom syndrome syrup tail tailor talent tank tattoo taxi
  tea teacher teenager telescope television temple tennis tent terrorist tesla texas thailand therapy thief thirsty throat thunder tiger tiktok tire
  titanic toast tobacco toe tokyo tomato tomatoes toothache toothbrush toothpaste tornado toronto torture tour tourism tourist tower toy tradition
  traffic tragedy trainer training transplant trap treasure treatment triangle tribe tribute trophy tropical truck trumpet trust truth tsunami tuna
  tunnel turkey turtle tutor twin twitter tyre ugly ukraine umpire underground unemployment unicorn uniform union unique universal universe
  university urban usa vaccination vaccine valley vampire van vegan vegetarian veil vein velvet venice venus verb verse vet veteran victim victory
  vienna village villain violence violin virgin virus visa vision vitamin volcano volleyball volume vote voyage waiter waitress wales walnut warrior
  warsaw washington wasp waste watermelon wave wax wealth weapon western whale whatsapp wheat wheel whiskey whisper whistle wikipedia wild wildlife
  willing wing winner wireless wisdom wise witch witness wolf wonder wood wooden wool worker workout worm worry wound wrestling wrist writer yacht
  yoga yogurt youth youtube zalando zebra zoo abort accidental activities activity addition advisory affect afterwards agree agreed agreement ahead
  aid aim aims align aligned allocate allocated allowing ally altogether angular apples appreciate archive area areas arise arising aside assume
  assumed attacker attacks audit authors auto automated automation avoided avoiding await awaiting bake baking banned banner bare barrier based
  batch beautiful bedroom bee beep begins behaves bells bench besides betting biased bit bits blank blindly blur bold bones boom border borders
  born borne bound brace bracket branded bright buck bucks bug bugs bumping bundle bundled cakes calendar careful caused causes caution caveat
  cell certified chains character characters choke chore chores clamp clang clause cleared clever clone coerced coke collective colon commons
  compact compatible compile compiled complex compute computing concept concepts conditional conduct conform consider considered constants context
  contexts contrast convention conversion convert converted cook cooking cope core costly counter counts covenant covert crashing credits crossing
  dart dash dead dealing dealings decent default deflate depending deployment desire desired detached detect detected direct directive disk divider
  dock donate drive drives driving dual dump earnings ease eastern edge edges effect effectively electronics emit enable encoded enforce enhance
  entity equal equality equals errata eve even ever exclude excluded exclusive executed exercising exist existence exists exiting expand expansion
  expertise exploit explore explored export exports expose exposed extensive extract extraneous fact facts fade fairly falling feat federal
  feed feeds feeling feet fields filling finance financial fishing flash flavors flies float floating flowing flush flushed fly flying folded
  font fonts foods foot formal formally freeze fresh freshly friendly friends fries frozen functional fund funds furnace furnished fuse gage gain
  gap gaps gist glad global grapes great greater grid guess guessed hack hail hall halls handful handy hang hanging happen happened happens hard
  harden hare hash heads heal heavily heavy hide hides hiding hires hobbies holder holders hood hook hooks hosting however huge icon
  ideal ideally identical identity implied implies imply imports inactive incident incidents inclusive incomplete indicate indicating indirect infer
  inherit inner inspect installer intent interact intercept interested interesting interpret interval inverted john joined labels land landing lands
  largely launch launched layer layers leaders leading least length lengths letting lights limitations linen listener listeners liter literal
  literally liters litre lives localized lodging longest loop machines mad manners mapping marker mashed media menus merge merging mid min mind
  mock moderate modes module modules mostly motion motions moved moving mutate neat negative neither newer nice nicely night nightly nonce
  none normalize normally numeric numerical obtain obtained obtaining official officially offset older ongoing onto operate operates operation
  operations oranges originally originate ought outdated outer outlet overhead oversized pace padding paint painted paired pairs parents park parked
  parks parse partial partially participate patch patched patent pattern patterns pause paused pears peek pending period periods permanent
  permanently personality pets phase ping pinned pipe placement plain polling pooled port porter portion portions ports positive powered presence
  preserve president presidents pressure prevent prevention preview probe procedure procedures produce producing production prominent promised
  promote prompt prove proven pruning publicly published pull pulling purpose quest quiet quite racing ramp rampant rand ranges rank ranking rapidly
  rays react reacted reaction reasonable recently recipient recipients recognize recording redirect reduce reduced redundant refer refers refine
  reflect regard regarding regards registries registry relation rely relying remote remotely render renting rents reopen replacing reporter
  represent represented represents rescind resilient respect respond responsible restorer retention reuse rewritten rights rill road roads rob rock
  rocks role roles rolling rotation rounded rounds route routes royalty ruble rubles running rust sage sap satisfy saturation scan scanned
  schema scheme schemes scope scrap seated secrets seed seeing seek selective self seriously serve servers serving severe severity shake shallow
  sham shape shapes shell shim ships sibling sided sides similarity sits skill skills skip skipped skipping slack slash slide slides slight snap
  snapped socks soda solid sort sorts sour spa spaces spacing span spas splitting sprint stable stack stagger stale staying stays steering stew
  storage streaming streams string strings style styles subjects suite supplied supposed surprising suspect tails target targeting task tasks
  teach teaching tend tens terminal theme themes thin though thought threw through thus tiles timers tiny toaster token tokens topic topics tough
  towards trained transmit trash trees triple tunnels typically unaware unclear unions unit unite united units unusable vacation values varies
  various vary vice visiting voice voices void voter voters voting walking walks ward warn warned warning weak welcome welcomes wells west wet
  whatever whenever whereas wherever win winning wins wondering workers worms wrap wrapped yard yards yarn yield zone zones`
  .trim()
  .split(/\s+/);
