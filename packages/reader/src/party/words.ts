const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Capitalised words that open sentences and headings and are not names, lower-cased. */
export const COMMON_WORDS = set(
  `
agritech adtech a about above accelerating according across additional adding after afterwards again against ahead aid all almost already also although always
amid among amount amounts an analysts and angel announced announcing annualised another any anyone anything apart approval april are around as aside ask asked at august authorities
biotech back background balance bank bankers banks based be because before behind being below beside besides better between beyond big board bonds book both brokers building bulletin but buy buyers buying by
call can capital cash chair chairman chairwoman chief chinese citing clear close closing co-founder co-investors combined coming companies company compared competition completion conditions confirming consider construction continue converted copyright correction corrections corrects corrected correspondents could counting court critics cumulative current currently customers
cleantech climatetech data deal deals dear debenture debentures debt december deep demand despite did digest do does dollar dollars done down draft drawn due during
edtech each earlier early earnings eight either elsewhere emerging employees employers equity even every everyone everything except executives existing experts explained
fancy far fintech fintechs foodtech figure february few fewer fifteen figures filing filings final finally finance financial financing financings first five follow following for foreign former forty forward-looking founded founder founders four fourteen fresh friday friends from full fund funding fundraising funds further
general get getting given go going good government group growing growth
healthtech had half has have having he hello help hence her here high his home hours how however hundred hundreds
insurtech i if implied important in include included including income indeed industry information initial initially inside instead interest into introducing investing investment investments investor investors is it its itself
january join joined judge july june just keep key know known
legaltech landowners large largest last late later latest launch lawyers lead leading leads less lessons let letters like likely list lists live loan loans local long look looking low
medtech made mailbag main majority making management managing many march market markets may maybe me meanwhile media meet members milestone million monday money months more most mr mrs ms much multiple my
name named names near nearly need neither net never new newcomers newsletter next nine no nobody none nor not notable noteworthy note notes nothing notice notwithstanding november now
object october of off offer officials often old on once one ones only open opposition option or order original other others our out outside over overall own owner
proptech paper part participants parties partners partnership past pay payment people per perhaps phase planned please point police president press previous price pricing primary prior private proceeds production products profits project promised public publication putting
queries question quite
raised rather read readers reading reality really recap regarding release regulators related remember remaining reporters reports representatives research respondents responsible rest results retail return revenue right rival rivals rounds roundup round-up rumour rumours
sales startup start-up scaleup same saturday save savings schedule scoreboard search second secondary secondly secured see seed seeing selling separate separately september series several shall share shareholders shares she short should show side similar simultaneously since sitting six small so some someone something sometimes soon source sources speaking spring staff stage start startup startups state statements statement still stock story strategic strategy street subject such summary sunday supplementary support
taken taking talks target taxes technology tell ten term terms than thank thanks that the their them then there thereafter therefore these they third thirty this those though thousands three through thursday thus to today together tomorrow too total toward towards tranche transactions translation tuesday twelve twenty two
ultimately under unlike until unusual up upon us use used users using
valuation value venture ventures very via
wait was watch we wednesday week weekend welcome well were what whatever when where whether which while who whole whose why will winter with within without won work work-in-progress working world worth would writing
year years yes yesterday yet you young your q`.trim(),
);

/** Capitalised verbs of headlines; they part a name from what it does. */
export const HEADLINE_VERBS = set(
  'raises scores secures lands bags nabs snags grabs nets gets closes announces completes receives attracts adds picks pulls hauls reels inks wins seeks eyes mulls plans launches acquires buys sells invests leads joins backs',
);

/** Titles and functions printed with a capital before a person's name. */
export const TITLES = set(
  'billionaire billionaires entrepreneur entrepreneurs tycoon boss head mr mrs ms miss dr prof professor sir lady lord judge justice president chairman chairwoman chair ceo cfo cto coo founder co-founder director managing executive officer chief minister secretary senator governor king prince sheikh partner',
);

/** Acronyms and proper nouns of the trade that are not parties. */
export const NOT_PARTIES = set(
  `
ai ag api apis ar arr b2b b2b2c b2c bnpl book car-t cbd ceo cfo cmo co2 coo covid crispr crm cto d2c dna dtc ebitda erp esg esop etf eu ev evs faq fdi fda fy gaap gdp gen gmt gmv gpu gpus hr hrtech iaas icu icus ind iot ipo ipos irr it kpi led llm llms live m&a mou mrna nav nft nfts no ok paas pdf phd pipe pr q&a qa qoq r&d rna rpa saas sdk seo safe safes series sme smes spac spacs spv tam tv ui uk un us usa usd ux vc vcs vr web2 web3 yoy aiot defi agi asic asics
chatgpt gpt gpt-4 gpt-5 grok claude gemini llama windows iphone whatsapp instagram tiktok wechat
english internet christmas easter labor congress parliament senate cabinet house kremlin brexit covid covid-19 pandemic bible sputnik chapter form phase article section clause annex exhibit table part step tranche class type
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
llc ltd inc plc ph.d u.s u.k mn cr bn mln mm prnewswire l.p l.l.c l.l.p i ii iii iv vi vii viii ix x q1 q2 q3 q4 h1 h2 usd eur gbp jpy cny inr krw chf cad aud nok sek dkk hkd sgd rmb rs`.trim(),
);

/** Countries, regions, nationalities and large cities, lower-cased; a run that is only these is a place. */
export const PLACES: ReadonlySet<string> = new Set(
  `africa|african|america|american|americans|arab|argentina|asia|asian|asians|australia|australian|austria|austrian|belgian|belgium|brazil|brazilian|britain|british|canada|canadian|chile|china|chinese|colombia|czech|denmark|danish|dutch|egypt|england|estonia|estonian|europe|european|europeans|finland|finnish|france|french|german|germany|greece|greek|gulf|hungary|iceland|india|indian|indonesia|indonesian|iran|iraq|ireland|irish|israel|israeli|italian|italy|japan|japanese|kenya|korea|korean|kuwait|latvia|lithuania|luxembourg|malaysia|mexico|mexican|middle east|middle eastern|netherlands|new zealand|nigeria|nigerian|nordic|north america|north korea|norway|norwegian|pakistan|philippines|poland|polish|portugal|portuguese|qatar|romania|russia|russian|saudi|saudi arabia|scotland|scottish|serbia|singapore|singaporean|slovakia|south africa|south african|south america|south korea|south korean|southeast asia|southeast asian|spain|spanish|sweden|swedish|swiss|switzerland|taiwan|taiwanese|thailand|turkey|turkish|uae|u.a.e.|u.k.|u.s.|ukraine|united arab emirates|united kingdom|united states|us|uk|usa|vietnam|wales|western|white house|wall street|silicon valley|downing street|european union|eu|central america|latin america|
  abu dhabi|amsterdam|ann arbor|antwerp|athens|atlanta|augsburg|austin|bangalore|bangkok|barcelona|basel|beijing|bengaluru|berlin|bhopal|birmingham|bombay|boston|brussels|budapest|buenos aires|cambridge|chennai|chicago|cologne|copenhagen|dallas|davos|delhi|denver|des moines|detroit|doha|dubai|dublin|dusseldorf|edinburgh|frankfurt|geneva|ghent|glasgow|grenoble|guangzhou|gurgaon|gurugram|hamburg|hangzhou|helsinki|hong kong|houston|hyderabad|istanbul|jakarta|jerusalem|johannesburg|kolkata|kyoto|lagos|las vegas|leeds|lisbon|london|los angeles|lyon|madrid|manchester|melbourne|miami|milan|minneapolis|montreal|moscow|mumbai|munich|nagoya|nairobi|nanjing|new delhi|new jersey|new mexico|new york|new york city|nicosia|osaka|oslo|oxford|palo alto|paris|philadelphia|pittsburgh|portland|porto|prague|pune|riyadh|rome|rotterdam|san diego|san francisco|san jose|santiago|sao paulo|seattle|seoul|shanghai|shenzhen|stockholm|stuttgart|suzhou|sydney|taipei|tallinn|tel aviv|tokyo|toronto|vancouver|vienna|vilnius|warsaw|washington|wuhan|zhuhai|zurich|
  alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|midwest|midwestern|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|north carolina|ohio|oklahoma|oregon|pennsylvania|south carolina|tennessee|texas|utah|vermont|virginia|wisconsin|wyoming|bay area|mena|apac|emea|latam|latin american|african|palestinian|costa mesa|menlo park|mountain view|redwood city|san mateo|santa clara|sunnyvale|cupertino|berkeley|oakland|brooklyn|manhattan|somerville|waltham|salt lake city|lehi|boulder|raleigh|durham|nashville|charlotte|tampa|orlando|scottsdale|honolulu|espoo|gothenburg|malmo|malmö|aarhus|bergen|trondheim|zürich|lausanne|münchen|köln|düsseldorf|leipzig|dresden|karlsruhe|heidelberg|eindhoven|delft|utrecht|the hague|leuven|lille|toulouse|nantes|bordeaux|marseille|turin|naples|bologna|valencia|bilbao|malaga|seville|krakow|wroclaw|gdansk|brno|bratislava|bucharest|sofia|belgrade|zagreb|ljubljana|riga|kyiv|minsk|tbilisi|yerevan|almaty|ankara|izmir|cairo|casablanca|tunis|accra|kampala|kigali|addis ababa|cape town|dakar|amman|beirut|manama|muscat|jeddah|karachi|lahore|islamabad|dhaka|colombo|kathmandu|ahmedabad|jaipur|kochi|noida|indore|chandigarh|coimbatore|hanoi|ho chi minh city|manila|kuala lumpur|surabaya|bandung|perth|brisbane|adelaide|auckland|christchurch|calgary|ottawa|edmonton|winnipeg|halifax|monterrey|guadalajara|mexico city|bogota|bogotá|medellin|lima|quito|montevideo|rio de janeiro|curitiba|belo horizonte|são paulo|fukuoka|hiroshima|sapporo|busan|incheon|daejeon|hsinchu|chengdu|chongqing|hefei|xiamen|tianjin|qingdao|bristol|cardiff|belfast|newcastle|nottingham|sheffield|liverpool|brighton|haifa|herzliya|ramat gan|petah tikva|netanya|calif|mass|wash|conn|mich|minn|penn|md|fla|colo|conn|tenn|wis|okla|ala|ariz|ark|del|ga|ill|kan|ky|neb|nev|ore|pa|tex|va|vt|wyo|n.c|n.h|n.j|n.m|n.y|r.i|s.c|w.va|b.c|d.c|eastern europe|central europe|western europe|northern europe|southern europe|north africa|west africa|east africa|uganda|ugandan|tanzania|ghana|ghanaian|rwanda|senegal|ethiopia|morocco|tunisia|tunisian|algeria|egyptian|jordan|lebanon|croatia|croatian|slovenia|slovenian|slovak|bulgaria|bulgarian|romanian|hungarian|latvian|lithuanian|icelandic|maltese|malta|cyprus|cypriot|liechtenstein|monaco|bahamas|bermuda|cayman islands|jersey|guernsey|peru|peruvian|ecuador|uruguay|bolivia|venezuela|paraguay|costa rica|panama|cuba|jamaica|chilean|colombian|argentinian|argentine|vietnamese|malaysian|filipino|thai|taiwanese|bangladesh|bangladeshi|sri lanka|nepal|myanmar|cambodia|laos|mongolia|kazakhstan|uzbekistan|georgian|armenia|armenian|azerbaijan|cornish|welsh|bavarian|catalan|flemish|midlands|southeast|northeast|northwest|southwest|pacific northwest|east coast|west coast`
    .split('|')
    .map((place) => place.trim()),
);

/** Names that stand behind a town's. */
export const STATES =
  'Alabama|Ala|Alaska|Ariz|Arizona|Ark|Arkansas|California|Calif|Colorado|Colo|Connecticut|Conn|Delaware|Del|Florida|Fla|Ga|Georgia|Idaho|Illinois|Ill|Indiana|Ind|Iowa|Kansas|Kan|Kentucky|Ky|Louisiana|La|Maine|Maryland|Md|Massachusetts|Mass|Michigan|Minnesota|Minn|Missouri|Mo|Montana|Nebraska|Neb|Nevada|Nev|N\\.(?:C|H|J|M|Y)|S\\.C|R\\.I|D\\.C|B\\.C|W\\.Va|New Jersey|New Mexico|New York|North Carolina|Ohio|Ohio|Oklahoma|Okla|Oregon|Ore|Pennsylvania|Pa|Tennessee|Tenn|Texas|Tex|Utah|Vermont|Vt|Virginia|Va|Washington|Wisconsin|Wis|Wyoming|Wyo|British Columbia|Manitoba|Nova Scotia|Ont|Que|Alta|New Zealand|South Korea|Israel|Germany|France|Switzerland|Netherlands|Belgium|Denmark|Sweden|Norway|Finland|Ireland|Italy|Spain|Portugal|Austria|Australia|Japan|China|India|Singapore|Ontario|Quebec|Alberta|England|Scotland|Wales|Bavaria|Saxony';

/** Common given names, lower-cased: with them a name of two or three plain words is a person's. */
export const GIVEN_NAMES = set(
  `aaron abdul abhishek adam aditya adrian ahmed aidan akshay alan alejandro alessandro alex alexander alexandra alexandre alexis ali alice alison amanda amit amy ana anand anders andre andrea andreas andrei andrew andy angela anil anish anita anjali ankit ankur ann anna anne anthony antoine anton antonio ari ariel arjun arnaud arthur arvind ashish ashley
  barbara barry ben benjamin benoit bernard bernd bert bill bob boris brad brandon brendan brent brett brian bruce bruno bryan carl carlos carol caroline casey catherine cecilia chad charles charlotte chen chris christian christina christine christoph christopher claire claudia clement craig cristina cyril
  damien dan dana daniel daniela darren dave david dean deborah deepak demis denis dennis derek diana diane diego dirk dmitry dominic dominik don donald doug douglas dylan ed eduardo edward edwin elad elena eli elizabeth ellen emil emily emma eric erik ethan eugene eva evan fabian felix fernando florian francesco francis francois frank fred frederic frederik gabriel gary gaurav gautam geoff geoffrey george giovanni girish glenn gonzalo gordon greg gregory guillaume gustavo guy
  hannah hans harish harold harry hassan heather hector heidi helen helena hemant henri henrik henry hiroshi hugo ian ibrahim igor ilya ines ingrid irene isaac isabel ivan jack jackie jacob jacqueline jacques jaime jake james jamie jan jane janet jared jason javier jay jean jeff jeffrey jen jennifer jens jeremy jerome jerry jesper jesse jessica jill jim jimmy joan joanna joao joe joel johan johannes john johnny jon jonas jonathan jordan jorge jose joseph josh joshua juan judith julia julian julie julien jun justin kai karen karl karthik kate katherine kathleen katie keith kelly ken kenneth kevin kim kiran kristin kristina krishna kumar kunal kyle
  lars laura lauren laurent lawrence leah leo leon leonard leonardo leslie lewis li liam lily linda lisa liu liz lorenzo louis louise luca lucas lucy luis luke madeleine magnus manish manuel marc marcel marcelo marco marcos marcus margaret maria marie marina mario marissa mark markus martha martin mary masayoshi mathias matt matteo matthew matthias matthieu maurice max maxim maxime megan melanie melissa michael michal michel michelle miguel mihir mike mikhail mohamed mohammed mohit monica morten mukesh nadia naomi natalie nathalie nathan naveen neal neeraj neil nicholas nick nicola nicolas nicole nikesh nikhil nikita nikolai nina nitin noah noam olga oliver olivia olivier omar oscar owen pablo pam pascal patricia patrick paul paula pavel pawan pedro peter phil philip philipp philippe pierre piotr piyush prakash pranav prashant priya puneet
  rachel raf rafael rahul raj rajat rajesh rajiv ralph ram ramesh randy raphael raquel ravi ray raymond rebecca reed reid renaud ricardo richard rick rishi ritesh rob robert roberto robin rodrigo roger rohan rohit roman romain ron ronald ronnie rory ross roy ruchi russell ruth ryan sachin sal sally sam samantha samir samuel sandeep sandra sanjay sanjeev santiago sara sarah satya scott sean sebastian sebastien sergei sergey sergio seth shane shannon sharon shaun sheila shivani shlomo shreya siddharth simon simone sofia sonia sophia sophie stacy stefan stefano stephan stephane stephanie stephen steve steven stuart sundar sunil suresh susan suzanne sven tanya tara ted teresa terry theo theresa thibault thomas tiffany tim timothy tina tobias todd tom tomas tomasz tommy toni tony tracy travis tyler uri ursula valentin valerie vanessa varun victor victoria vijay vikram vincent vinod virginia vishal vivek vladimir walter wang warren wei wendy wenfeng werner will william xavier yann yasmin yoav yuri yves zachary zhang zoe`,
);

/** Last words that say what an organisation is. */
export const INVESTOR_WORDS = set(
  'advisors angels asset assets capital equity fund funds growth holdings invest investment investments investors management partners pension securities seed sovereign stiftung treasury trust ventures wealth',
);
export const BANK_WORDS = set('bank banque banca banco bancorp credit lenders kreditbank sparkasse');
export const AUTHORITY_WORDS = set(
  'administration agency authority bourse commission council court courts department exchange ministry office parliament police registrar registry university tribunal market',
);

/** Legal forms as names print them, for a pattern. */
export const LEGAL_FORMS =
  'L\\.P|L\\.L\\.C|L\\.L\\.P|S\\.A\\.S|S\\.A|S\\.p\\.A|S\\.r\\.l|S\\.à r\\.l|Sarl|SARL|Srl|SpA|N\\.V|B\\.V|K\\.K|A\\.S|A\\/S|ApS|Aps|APS|Bhd|Sdn Bhd|Tbk|Incorporated|Inc|Corporation|Corp|Company|Co|Private Limited|Limited|Ltd|LLC|LLP|LP|PLC|Plc|PBC|GmbH|KGaA|AG|SAS|SA|SE|NV|BV|AB|ASA|AS|Oyj|Oy|KK|Pte|Pty|Pvt';

/** A legal form behind a party's name, left out of it. */
export const LEGAL_SUFFIX = new RegExp(`,? (?<!& )(?:${LEGAL_FORMS})\\.?(?= |,|$|\\))`, 'gu');

/** What a company is called by its trade, for a pattern: the noun at the end of "Estonian battery maker". */
export const COMPANY_NOUNS =
  'compan(?:y|ies)|start-?ups?|scale-?ups?|firms?|business(?:es)?|makers?|developers?|providers?|operators?|platforms?|marketplaces?|manufacturers?|outfit|unicorns?|decacorn|brands?|retailers?|e-tailer|lenders?|neobanks?|apps?|(?:car|auto|chip|drug|robot|rocket|plane|truck|bike|phone|aircraft|battery|game|satellite|software)-?makers?|(?:fin|insur|prop|ed|med|health|bio|agri?|food|reg|legal|clean|climate|deep|space|travel|ad|hr|e-health|femtech|wealth)-?techs?|biopharma|spin-?(?:outs?|offs?)|publishers?|designers?|builders?|producers?|suppliers?|vendors?|insurers?|insurance company|specialists?|upstart|chain|aggregator|e-commerce site|pioneer|innovator|neobroker|brokerage|carrier|installer';

/** Words that may end a name: a short form with or without them is the same party. */
export const GENERIC_TAIL = set(
  'group holding holdings technologies technology labs lab ai project capital management partners ventures bank company global industries systems international platforms',
);

/** Sciences and trades that end names and, alone, are none: "U.S. Genomics", not "Genomics". */
export const TRADE_TAIL = set(
  'fintech insurtech proptech edtech healthtech medtech agtech agritech foodtech cleantech deeptech crypto blockchain aerospace aviation bio biologics biomedical biopharma biopharmaceuticals bioscience biosciences biosystems biotech biotechnologies biotherapeutics chemicals dynamics electronics energy foods games genetics genomics health healthcare immunotherapeutics instruments materials medical medicines mobility motors neuroscience neurosciences oncology pharma pharmaceutical pharmaceuticals photonics robotics science sciences semiconductor semiconductors software solutions steel surgical therapeutics vaccines',
);
