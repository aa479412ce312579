"""Templates of invented Danish interviews, without names, for measuring pseudonymising.

The markup is explained in benchmarks/privacy_filling.py. The templates name nobody: people, places and
numbers are drawn when the benchmark runs. `DEVELOPMENT` and `NOBODY` may be read by whoever tunes; the
held-out ones are for figures only.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Template:
    """An interview with slots; `speakers` gives labels by the letters that begin turns, I for Interviewer."""

    title: str
    text: str
    speakers: dict[str, str] = field(default_factory=lambda: {"S": "Respondent"})


WORDS = """
ager anker ask april bak bang barn beck berg bille birk bjerg bjørn blom bo bonde bror brand bro bruun brun
buch busk bæk dag dahl dal dam dan degn due eg eng engel falk fisker foss fris frost fuglsang gade gro grøn
gry gøg hald hans have hede helle hjort holm hvid høj iris juhl juni juul kaj karl kirk kit kjær klint koch
kok kold konge krag krog krone kruse lang lau liljes lilje lind liv lone lund lykke lærke maj mark mose munk
my møller nord per palle pil pind post ravn riis rosa rose rosen rune ro sand signe siv skov skytte smed sol
sommer sten stig storm stær stål svane svend sø tang toft tom tved ude ulv vang vest vibe vind vinter viola
vold winther ørn øster åse
"""
"""Words of Danish that are also names: the benchmark draws those that public statistics list as names."""

DEVELOPMENT = (
    Template(
        "varmestuen",
        """
I: Tak fordi du ville være med. Vil du starte med at sige, hvem du er, og hvad du laver her?
S: Ja, jeg hedder {f1+}, og jeg har stået for varmestuen i [Kirkens Korshær] i snart ni år. Før det var jeg
køkkenleder på et plejehjem i {town}.
I: Og hvordan endte du så her?
S: Det var faktisk {m1+}, der ringede. Han sad i bestyrelsen dengang. {m1} sagde, at de manglede en, der kunne
koge suppe til halvtreds og samtidig holde styr på en flok frivillige. Så sagde jeg ja, og det har jeg ikke
fortrudt. Ikke ret tit.
I: Hvor mange frivillige er I?
S: Fireogtyve på papiret. Men i virkeligheden er det nok tolv, der kommer fast. Resten kommer, når der er
noget særligt, juleaften og sommerfest og den slags.
I: Hvem er det, der kommer i huset?
S: Alle mulige. Der er dem, der bor på gaden, og der er mange, der har en lejlighed, men som ikke kan holde ud
at være i den. I maj havde vi en dag, hvor der kom tres til frokost. Det har vi aldrig prøvet før.
I: Er der nogen, du tænker særligt på?
S: Ja, {m2} for eksempel. Han kom hver dag i to år uden at sige et ord. Og så en dag siger han: må jeg skrælle
kartofler? Nu er det {m2}, der låser op om morgenen. {m2s} nøglebundt er større end mit.
I: Hvad tror du, det var, der gjorde det?
S: Altså, det var {f2}. Hun satte sig bare ved siden af ham. Hun sagde ikke noget. {f2} er sådan en, der kan
være stille sammen med folk.
I: Hvem er {f2}?
S: {f2+} er pensioneret sygeplejerske. Hun er her mandag og torsdag. Hendes mand, {m3}, kører for os, når vi
skal hente brød hos bageren og mælk i [Netto].
I: Hvordan er samarbejdet med kommunen?
S: Det svinger. Da {f3+} sad på området, kunne man bare ringe. Nu skal man skrive til en fællespostkasse, og
så går der tre uger. Det er ikke, fordi de ikke vil, men der er ingen, der har tid.
I: Hvad er det, I har brug for fra dem?
S: At nogen kommer herud. Ikke at vi skal sidde til møde på Teams. Vores folk logger ikke på noget som helst.
De har ikke engang en telefon, der virker.
I: Har I prøvet at foreslå det?
S: Ja, i marts. Vi holdt møde på rådhuset med {f3} og en ny, der hed {m4^} til efternavn, {m4} {m4^} tror jeg.
Han var flink nok. Han skrev ned hele tiden.
I: Kom der noget ud af det?
S: Der kom et notat. Det ligger et sted i skuffen. Jeg tror ikke, {m4} har været her endnu.
I: Hvad med de andre foreninger i byen?
S: Vi har det godt med [Røde Kors]. De låner vores køkken om lørdagen. Og [Blå Kors] sender folk herover, når
de har lukket. Det er nede på {street}, vi mødes med dem alle sammen, en gang hvert kvartal.
I: Hvem sidder med dér?
S: Det er {f4} fra sognet, og så er det {m1}, hvis han kan. Og så en fra [Frivilligcenter {town}], men de
skifter så tit, at jeg har opgivet at lære navnene.
I: Kan du fortælle om en gang, hvor det gik galt?
S: Ja. Vi havde en ung mand, jeg kalder ham bare {m5_}, som gik rundt med en kniv. Det var ikke for at true
nogen, han var bange. Og så ringede en af de nye frivillige til politiet, inden vi andre fik sagt noget.
I: Hvad skete der så?
S: Så kom der to biler. Og {m5} løb. Vi så ham ikke i fire måneder. {f2} gik rundt i parken og ledte efter ham
om aftenen. Det var forfærdeligt, altså.
I: Kom han tilbage?
S: Det gjorde han. Til jul. Han stod bare i døren. Og så sagde {m2}: nå, der er du, du mangler at tage
opvasken. Så var det ligesom det.
I: Hvordan lærer I nye frivillige op efter det?
S: Nu går de med en af de gamle i en måned. Det er {f4}, der holder styr på det. {f4s} regel er, at man ringer
til hende først, uanset hvad klokken er. Hun har {phone}, den står på køleskabet.
I: Er der noget, du gerne ville have gjort anderledes?
S: Jeg ville have sagt nej noget oftere. Man tror, man skal redde hele verden. Min datter siger altid: mor, du
er ikke ansat af Vorherre. Og det er jo rigtigt.
I: Har din datter også været frivillig?
S: {f5}? Nej, hun bor i {town} med to små. Men hun kom og hjalp, da vi malede. Hun er vist den eneste, der kan
få {m1} til at gå på en stige.
I: Hvordan får I penge til det hele?
S: Fondspenge og kollekt. Og så har vi en lille konto, hvor folk kan sætte ind, det er {account}. Det står på
sedlen ved kaffen. Der kommer måske to tusind kroner om måneden.
I: Er der nogen, der søger fonde for jer?
S: Det gør {m3}. Han har været bankmand. Han siger, at en ansøgning er ligesom en god sovs, den skal koges
ind. Det er også ham, der skriver til avisen.
I: Har det givet nogle frivillige?
S: En enkelt. {f6+}. Hun læste det på Facebook, tror jeg, og så kom hun cyklende i regnvejr hele vejen fra
{town}. Hun er der endnu.
I: Hvad laver hun?
S: {f6} laver alt det, ingen andre vil. Hun vasker dyner. {f6~} skriver de altid forkert på vagtplanen, og hun
er ligeglad.
I: Hvis du skulle give et råd til en kommune, der gerne vil samarbejde med sådan et sted som jeres?
S: Kom og spis med. Det er det hele. Man kan ikke forstå det på et skema. Jeg sagde til {f3}, at hun skulle
tage sin chef med, og det gjorde hun, og det var den bedste dag, vi har haft.
I: Hvad skete der den dag?
S: Chefen, hun hed {f7^}, sad ved siden af {m2} i to timer. Bagefter sagde hun, at hun havde glemt, hvad
hendes arbejde gik ud på. Så græd hun lidt. Det gjorde jeg også.
I: Tak for det. Er der noget, jeg ikke har spurgt om?
S: Nej, det tror jeg ikke. Jo, hvis du skal sende noget, så er det {email f1}. Jeg ser det kun om aftenen, men
jeg ser det.
I: Og hvis jeg hellere vil sende et brev?
S: Så er det {address}, {postcode}. Bare skriv varmestuen udenpå. Posten ved godt, hvem vi er.
I: Det er noteret. Tusind tak.
S: Selv tak. Hils {m4}, hvis du ser ham.
""",
    ),
    Template(
        "jobcentret",
        """
I: Nu har jeg tændt. Du sidder på beskæftigelsesområdet, ikke?
S: Jo. {m1+}, jeg er virksomhedskonsulent i jobcentret. Jeg har haft med partnerskabet at gøre siden starten,
så det er vel fire år til sommer.
I: Hvordan blev du en del af det?
S: Min leder, {f1+}, kom ind på kontoret og spurgte, om jeg gad. Der var ikke så meget mere i det. {f1} havde
været til en konference i {town} og var helt oppe at køre.
I: Hvad skulle du lave?
S: Finde virksomheder. Det er det, jeg kan. Jeg kører rundt og drikker kaffe. I den her by er det sådan, at
kender man smeden, så kender man alle.
I: Hvem var den første, du fik med?
S: Det var {m2} fra tømmerhandlen. {m2+}. Jeg havde gået i skole med hans lillebror, {m3}. Så det var en kort
snak. Han tog to unge ind allerede i august.
I: Hvordan gik det med dem?
S: Den ene rigtig godt. {m4} hedder han, han er i lære nu. Den anden, det var {f2}, hun stoppede efter tre
uger. Det var ikke {f2s} skyld, hun havde en mor, der var syg.
I: Hvad gjorde I så?
S: Vi prøvede igen. {f1} sagde, at der skulle være en fast person for hver ung. Og det blev så {f3}, som er
mentor hos foreningen. {f3} {f3^}. Hun er guld værd.
I: Hvad er det, hun kan?
S: Hun tager telefonen. Det lyder fjollet, men det er det. Når en ung skriver klokken elleve om aftenen, så
svarer hun. Det må jeg jo ikke. Jeg har fri klokken fire, og min telefon ligger i skuffen.
I: Er der nogen grænser for det?
S: Ja, og det skændes vi om. {f3} og {f1} havde en ordentlig omgang i efteråret. Det handlede om en sag, jeg
ikke kan gå ind i. Men der lå et cpr-nummer i en mail, {cpr}, og det skulle aldrig have været sendt.
I: Hvordan løste I det?
S: Vi skrev en aftale. Den er på halvanden side. Det meste er sund fornuft. Den ligger på {url}, hvis du vil
se den.
I: Hvad står der?
S: At man ringer, før man skriver. At navne ikke står i emnefeltet. Og at vi holder møde den første tirsdag i
hver måned, også selv om der ikke er noget på dagsordenen.
I: Er der altid noget på dagsordenen?
S: Altid. Sidst var det {m4s} læreplads. Mester ville have en anden ordning med løntilskud, og der måtte vi
sige nej. {m5+} fra fagforeningen sad også med. Han er god til de paragraffer.
I: Hvordan ser virksomhederne på det?
S: De er trætte af papir. En af dem, hun hedder {f4+} og har et vaskeri, sagde til mig: jeg vil gerne hjælpe
et menneske, jeg vil ikke hjælpe et system. Den har jeg brugt mange gange siden.
I: Hvad svarede du?
S: Jeg sagde, at hun kunne få begge dele. Så grinede {f4}. Men hun tog faktisk tre. En af dem var {f5}, som
kom fra asylcentret og ikke talte ret meget dansk.
I: Hvordan klarede hun sig?
S: {f5} kører vaskeriet, når {f4} er på ferie. Jeg mener det. Der hænger et billede af hende i frokoststuen.
{f5!}, står der med store bogstaver, månedens medarbejder.
I: Bliver sådan nogle historier fortalt videre?
S: Alt for lidt. Kommunikationsafdelingen ville lave en film, men så skulle alle skrive under på samtykke, og
{f5} ville ikke have sit navn ud. Det forstår jeg godt. Hendes bror {m6} sidder stadig i hjemlandet.
I: Hvad ville det kræve at få flere med?
S: Tid. Jeg har halvfjerds sager. Min kollega {f6} har firs. Hvis man kun må bruge en time om ugen på hver, så
er det begrænset, hvor meget kaffe man kan nå at drikke.
I: Har du sagt det videre?
S: Jeg har sagt det til alle, der gider høre på det. Også til borgmesteren, da han var på besøg. Han nikkede.
Han var lige blevet valgt, så han nikkede til alting.
I: Kan du huske et tidspunkt, hvor du tænkte, at det her virker?
S: Ja. Det var en fredag i november. Vi holdt reception på {street}, og så rejser {m2} sig op. Han siger
aldrig noget. Og så holder han tale for {f3~}. Han havde skrevet det på en kuvert.
I: Hvad sagde han?
S: At han havde fået en søn i huset uden at skulle give ham lommepenge. Det var jo {m4}, han mente. Knægten
blev helt rød.
I: Og hvornår har det ikke virket?
S: Da {f1} var sygemeldt. Så kom der en vikar, {m7^} hed han, fra et konsulenthus. Han ville måle det hele.
Der kom et regneark med fireogtredive kolonner.
I: Hvad skete der med det?
S: {f3} printede det ud og brugte det til at tænde op i brændeovnen. Det må du ikke skrive. Eller jo, det må
du godt, hun har fortalt det til alle.
I: Hvad med borgerne, hvordan mærker de, at I samarbejder?
S: De mærker, at de kun skal fortælle det én gang. Der var en ældre mand, {m8+}, som sagde, at han havde
fortalt sit liv til elleve mennesker. Elleve. Og at jeg var den første, der ikke skrev imens.
I: Hvordan kom han i kontakt med jer?
S: Gennem sin nabo. Naboen kendte {f6}. Sådan er det tit. {m8} ville aldrig have gået ind ad døren selv,
dertil var han alt for stolt.
I: Er der noget i organiseringen, du ville lave om?
S: Ja, jeg ville samle det ét sted. Lige nu sidder vi i fire bygninger. Hvis jeg skal snakke med {f6}, skal
jeg over gaden, og har jeg glemt mit kort, står jeg ude i regnen.
I: Og teknikken?
S: Åh nej. Vi har tre systemer, der ikke taler sammen. Man taster det samme ind tre gange. Nogle gange står
der {f2} i det ene og {f2~} i det andet, og så tror systemet, at det er to mennesker.
I: Hvad er planen for næste år?
S: At vi får ungeteamet med. Deres leder, {f7+}, har sagt ja. {f7.} står der i alle referaterne, så det varede
lidt, før jeg fandt ud af, hvem det var.
I: Kunne jeg tale med hende?
S: Helt sikkert. Prøv {phone} eller {email f7}. Sig, at det er {m1}, der har sendt dig.
I: Og hvis jeg får brug for dig igen?
S: Du kan altid fange mig på {phone}. Jeg kører i en hvid kassevogn, {plate}, den holder som regel ved havnen.
I: Tak for snakken.
S: Det var så lidt.
""",
        {"S": "{m1}"},
    ),
    Template(
        "handicapforeningen",
        """
I: Vi kan bare tage det roligt. Fortæl lidt om jer som familie.
S: Vi er fire. Min mand {m1} og jeg, og så har vi to børn. Den store hedder {f1}, hun er fjorten, og så er der
{m2}, som er ni og har autisme. Og en hund, men den tæller jo ikke.
I: Hvordan kom I ind i foreningen?
S: Det var en lærer. {f2+}, hun havde {m2} i nulte klasse. Hun sagde: der er nogle forældre, I skal møde. Og
så sad vi pludselig i et forsamlingshus en onsdag aften med æblekage.
I: Hvordan var det?
S: Det var første gang i to år, at jeg ikke skulle forklare noget. Der var en mor, {f3}, som bare kiggede på
mig og sagde: sover I? Og så begyndte jeg at græde.
I: Hvad betød {f3} for dig?
S: Alt. Hun havde været igennem det. Hendes søn {m3} er tyve nu. {f3} vidste, hvem man skulle ringe til, og
hvad man ikke skulle sige. Man skal for eksempel aldrig sige, at det går bedre.
I: Hvorfor ikke?
S: Fordi så tager de timerne. Det har vi prøvet. Sagsbehandleren, fru {f4^}, skrev i journalen, at {m2}
trivedes. Og så røg aflastningen med det samme.
I: Hvad gjorde I?
S: Vi klagede. {m1} skrev. Han er ellers ikke den, der skriver, han er mekaniker. Men han skrev fire sider. Og
foreningen læste det igennem, det var {m4+}, der er jurist, og som gør det gratis.
I: Fik I medhold?
S: Efter elleve måneder. Elleve! Og i mellemtiden var fru {f4^} rejst, og så kom der en, der hed {f5}. Hun
ringede og sagde undskyld. Det har jeg aldrig oplevet før.
I: Hvordan har det været siden?
S: {f5} er god. Hun kommer hjem til os. Hun kender {m2s} yndlingstog. Første gang hun kom, lagde hun sig på
gulvet og kiggede på skinnerne i en halv time, inden hun sagde noget til os.
I: Hvordan hænger det sammen med partnerskabet?
S: Jamen, det var jo der, det startede. De holdt sådan en dag, hvor forældre og ansatte skulle spise sammen,
og {f5} og jeg kom til at sidde ved samme bord. Hun vidste ikke, at det var min sag, hun havde på
skrivebordet.
I: Hvem stod for den dag?
S: Det gjorde {f3} og så en fra kommunen, {m5}. Jeg kan ikke huske, hvad han hed mere. Noget med {m5^}? De
havde lejet hallen i {town}, og der var hoppeborg.
I: Var din datter med?
S: Ja, {f1} passede de små. Hun er blevet sådan en, de andre børn løber efter. Hun siger, at hun vil være
pædagog. Eller youtuber. Det skifter lidt.
I: Hvordan er det for hende at have en bror, der fylder så meget?
S: Hun siger ikke så meget. Men på et tidspunkt fandt jeg hendes dagbog, og ja, det skal man ikke, men der
stod: i dag var det {f1_}s dag. Fordi vi havde været i svømmehallen, bare os to.
I: Er der tilbud til søskende?
S: Ja, det er noget af det bedste. Søskendegruppen. Der er ni børn, og de mødes hver anden lørdag på {street}.
Det er {f6}, der har den. {f6s} egen bror sad i kørestol.
I: Hvad laver de?
S: De bager og spiller brætspil. Og så må man sige alt. Man må godt sige, at man hader sin bror. {f1} kom hjem
og sagde: mor, jeg er slet ikke et dårligt menneske.
I: Hvor ved du ellers fra, hvad der foregår?
S: Facebook. Vi har en lukket gruppe. Der er tre hundrede medlemmer. Det er {m3s} far, {m6}, der styrer den,
og han smider folk ud, hvis de skriver grimt.
I: Hvad er det sværeste ved at være frivillig, når man selv har et barn?
S: Tiden. I april skulle jeg have holdt oplæg i {town}, og så fik {m2} en nedsmeltning på parkeringspladsen.
Så ringede jeg til {f3}, og hun sagde: bliv hos ham, vi klarer det. Og det gjorde de jo.
I: Hvad med din mand, er han også med?
S: {m1} ordner bilerne. Foreningen har en bus, {plate} hedder den, den er ældre end vores ægteskab. {m1} har
skiftet koblingen to gange. Han kalder den den gamle dame.
I: Hvordan oplever I skolen?
S: Bedre nu. Den nye leder, {f7+}, kom hertil fra en specialskole. Hun spurgte, om hun måtte komme med til et
møde i foreningen. Det har ingen skoleleder gjort før.
I: Hvad skete der, da hun kom?
S: Hun tog noter i en lille bog. Og så til sidst rejste hun sig og sagde: jeg har hørt jer, og jeg lover ikke
noget, men jeg kommer igen. Og det gjorde hun. {f7} har været der hver gang.
I: Er der noget, der kunne blive bedre?
S: Overgangene. Når de fylder atten, så lukker det hele. {m3} gik fra at have alt til at have ingenting. Han
sad på sit værelse i et år. {f3} kørte ham rundt til praktikpladser i sin egen bil.
I: Har han fundet noget?
S: Ja, hos en gartner. Manden hedder {m7+}, han har selv en niece. {m3} står og potter om, og han er så stolt.
Han har en trøje på med logo.
I: Kommunen, var den inde over?
S: Bagefter. {m5} kom og skrev under. Det lyder bittert, men det er det ikke. Han sagde selv, at det var os,
der havde lavet arbejdet.
I: Hvis du tænker fem år frem?
S: Så håber jeg, at {m2} har en ven. Bare én. Jeg har opgivet alt det andet. Og så håber jeg, at jeg selv kan
sove en hel nat. Det kunne være et godt liv.
I: Har han nogen, han leger med nu?
S: Der er en dreng, der hedder {m8}. De sidder ved siden af hinanden med hver sin skærm. {m8s} mor siger, at
det er det tætteste, han kommer på at lege. Vi drikker kaffe imens, {f8} og jeg.
I: Det lyder som et fællesskab.
S: Det er det også. {f8+} kommer fra en helt anden kultur end mig. Vi har ikke noget til fælles bortset fra
vores børn. Men det er nok.
I: Jeg skal lige bruge en oplysning til papirerne. Hvor kan jeg sende samtykket hen?
S: Til mig, det er bare {email f3}, eller nej, det er {f3s}. Min egen er {email f9}. Vi bor {address}, hvis
det er.
I: Og telefon?
S: {phone}. Du må ikke ringe mellem syv og halv ni, der er vi i gang med sokker.
I: Så er vi færdige. Tusind tak for i dag.
S: Tak selv. Jeg skal hente {m2} nu.
""",
        {"S": "Mor"},
    ),
    Template(
        "besoegsvennen",
        """
I: Så, nu kører den. Du er besøgsven, har jeg forstået?
S: Ja, det kan man godt sige. Jeg er jo selv oppe i årene, jeg er niogfirs. {m1+}. Men jeg har benene endnu,
og så kan man lige så godt bruge dem.
I: Hvem besøger du?
S: En mand, der hedder {m2}. Han bor ovre på {street}, på tredje sal, og elevatoren går tit i stykker. Så
sidder han der.
I: Hvor længe har du kendt ham?
S: Siden min kone døde. {f1}, hun gik bort i februar for fire år siden. Og så sad jeg selv og gloede. Min
datter sagde: far, nu skal du ud ad døren.
I: Hvad gjorde du så?
S: Jeg gik ned til biblioteket. Der hang en seddel fra [Ældre Sagen], og der stod, at de manglede
besøgsvenner. Så ringede jeg. Det var {f2+}, der tog den. Hun havde sådan en rar stemme.
I: Hvad sagde hun?
S: {f2} spurgte, om jeg kunne lide at spille skak. Det kunne jeg ikke. Men jeg kunne lære det, sagde jeg. Og
så kom jeg op til {m2}, og han kunne heller ikke spille skak. Han havde bare sagt det for at sige noget.
I: Hvad laver I så?
S: Vi snakker om båden. Han har været fisker, og jeg har været maskinmester. Og så ser vi håndbold. {m2s} søn
har købt et stort fjernsyn til ham.
I: Kommer sønnen tit?
S: Nej, {m3} bor i {town}, og han har travlt. Han har vist et firma. Han ringer hver søndag, det gør han. Men
det er ikke det samme.
I: Hvordan er det for dig at have fået den rolle?
S: Jamen, det er jo ham, der har hjulpet mig. Det siger jeg også til {f2}. Hun griner bare. Hun siger, at det
er sådan, det er meningen.
I: Har du mødt andre besøgsvenner?
S: Ja, vi mødes den sidste fredag i måneden. Der er {f3} og {f4}, det er to søstre, og så er der en ung fyr,
{m4}, han går på gymnasiet. Han er den eneste, der kan finde ud af kaffemaskinen.
I: En gymnasieelev?
S: {m4}, ja. Hans forældre kom hertil fra udlandet. Han besøger en dame på seksoghalvfems. Fru {f5^}. Hun har
lært ham at strikke. Det er ganske vist.
I: Hvad taler I om på møderne?
S: Det, der er svært. For eksempel når nogen dør. {f3} har mistet tre. Hun siger, at hun bliver ved, til der
ikke er flere. Og så er der kage.
I: Får I nogen støtte fra kommunen?
S: Der er en, der hedder {f6}, en ergoterapeut. Hun kommer og fortæller om fald og den slags. Hun sagde til
mig, at jeg skulle smide mine gulvtæpper ud. Det har jeg ikke gjort.
I: Hvordan er samarbejdet mellem hende og {f2}?
S: De er som to heste foran samme vogn. {f6} ved, hvem der er ensomme, for hun kommer i hjemmene. Men hun må
ikke sige det til nogen. Så hun spørger folk, om hun må give deres nummer videre.
I: Og det siger de ja til?
S: Nogle gør. Min nabo gjorde ikke. {m5+}, han er en stædig rad. Han sagde, at han ikke var ensom, han var
bare alene.
I: Er der forskel?
S: Det er der vel. Jeg kan godt lide at være alene om formiddagen. Men klokken fire, når det bliver mørkt, så
er det noget andet. Så går jeg op til {m2}.
I: Hvad betyder det for dine egne børn, at du gør det her?
S: {f7} er glad. Hun er min ældste. Den yngste, {m6}, siger, at jeg skal passe på mit hjerte. Han er læge, så
han ser sygdom alle vegne.
I: Har du problemer med hjertet?
S: Jeg har en pacemaker. Den kører på batteri ligesom alt muligt andet. Jeg var til kontrol i januar på
sygehuset, og de ville have mit nummer igen og igen, {cpr}, {cpr}, som om jeg kunne have skiftet det.
I: Det kender jeg godt. Hvordan kommer du rundt?
S: Jeg kører stadig. En lille rød en, {plate}. {f7} vil have, at jeg skal holde op. Men så kan jeg jo ikke
komme ud til kirkegården.
I: Hvor ligger den?
S: Ude i {town}, der hvor {f1} kom fra. {f1s} forældre ligger der også. Det er en smuk plads med bøgetræer.
I: Er der noget ved at være besøgsven, som har overrasket dig?
S: At jeg kan blive sur på ham. Forleden havde {m2} sagt nej til hjemmehjælpen, fordi hun var ny. Hun hed
{f8}, og han kunne ikke udtale det. Der blev jeg vred. Jeg sagde: {m2}, du har selv et navn, som ingen kan
stave til.
I: Hvad sagde han til det?
S: Ikke noget. Men næste dag var {f8} der, og så sad de og spiste wienerbrød. Hun kalder ham for {m2%}. Det er
der ellers ingen, der har fået lov til.
I: Hvordan holder du styr på aftalerne?
S: Jeg har en kalender. Af papir. {m4} ville lære mig at bruge sådan en på telefonen, men den vil jeg ikke
have. Der står bare {m2.} om tirsdagen, og så ved jeg, hvad det er.
I: Hvis {f2} holder op en dag, hvad sker der så?
S: Så falder det sammen. Det er jeg bange for. Hun har det hele i hovedet. {f2~}, som der stod i avisen, de
kan ikke engang stave hendes navn, og hun har gjort det i tyve år.
I: Har I talt om det?
S: Ja, {f3} har sagt, at hun godt vil lære det. Men hun er jo halvfjerds. {f2} siger: det går nok. Det siger
hun altid.
I: Hvad ville du sige til en, der overvejer at blive besøgsven?
S: At man ikke skal have noget med. Ikke blomster. Man skal bare komme, når man har sagt, man kommer. Det er
det hele.
I: Er der nogen, man kan kontakte?
S: Man kan ringe til {f2} på {phone in words}. Nå nej, det er det gamle. Det er {phone}. Eller gå ned på
biblioteket.
I: Må jeg ringe til dig, hvis jeg har glemt noget?
S: Det må du. Jeg står i telefonbogen. Findes den endnu? {phone}, det er fastnettet. Lad den ringe længe.
I: Det skal jeg nok. Tak, fordi jeg måtte komme.
S: Det var hyggeligt. Pas på trappen, når du går.
""",
        {"S": "{m1+}"},
    ),
    Template(
        "mentorordningen",
        """
I: Er du klar? Du siger bare til, hvis der er noget, du ikke vil svare på.
S: Ja, jeg er klar. Altså, jeg hedder {f1}, og jeg er fireogtyve. Jeg læser til socialrådgiver nu. Men da jeg
kom med i ordningen, lavede jeg ingenting, altså virkelig ingenting.
I: Hvordan hørte du om det?
S: Min mors veninde, {f2}, arbejder i [Bilka], og der hang en plakat i kantinen. Hun tog et billede og sendte
det på Snapchat. Så tænkte jeg, okay, det koster jo ikke noget.
I: Hvad skete der så?
S: Så kom jeg til en samtale med {f3+}. Hun er koordinator. Jeg troede, hun ville spørge om karakterer, men
hun spurgte, hvad jeg godt kunne lide at spise.
I: Hvad svarede du?
S: Pizza. Og så sagde {f3}: så har jeg en mentor til dig. Og det var {f4}, som har haft et pizzeria. Det var
så tilfældigt. Eller det var det nok ikke.
I: Hvordan var det første møde?
S: Mega akavet. Vi sad på en café, og {f4} snakkede om sin skilsmisse. Og jeg tænkte: hvad laver jeg her. Men
så sagde hun, at hun også havde droppet ud af gymnasiet, to gange, og så slappede jeg af.
I: Hvor tit sås I?
S: Hver uge. I starten hver mandag. {f4} kom og hentede mig i bil, for jeg turde ikke tage bussen. Jeg havde
angst. Det har jeg sådan set stadig, men nu har jeg det, det har ikke mig.
I: Hvad lavede I?
S: Alt muligt. Vi var på rådhuset for at få styr på min bolig, og så var vi i svømmehallen. En gang hjalp jeg
hende med at flytte. {f4s} kæreste {m1} havde lige købt et hus i {town}.
I: Hvad sagde din familie?
S: Min far var skeptisk. Han sagde: hvorfor skal en fremmed blande sig? Men så kom {f4} til middag, og hun
spiste tre portioner, og så var den sag lukket. Min lillebror {m2} spørger stadig efter hende.
I: Er I mange søskende?
S: Fem. {m2} er den mindste, så er der {f5} og {f6}, de er tvillinger, og så {m3}, han er den store. {m3} bor
i {town} og kører lastbil.
I: Har nogle af dem også fået en mentor?
S: {f5} har. Hun fik {m4+}, han er ingeniør. Det er lidt sjovt, for hun ville gerne være frisør. Men nu går
hun på teknisk gymnasium, så et eller andet har han jo sagt.
I: Hvad tror du, det er, der virker?
S: At det er én, der bliver ved. Jeg aflyste sikkert ti gange. Jeg skrev bare sorry. Og {f4} skrev: vi ses på
mandag. Hver gang. Hun blev ikke engang sur.
I: Har du oplevet det andre steder?
S: Nej. I kommunen havde jeg fem sagsbehandlere på to år. Der var en {m5}, og en {f7}, og en, der kun skrev
{f8.} under sine breve, så jeg ved faktisk ikke, om det var en mand eller en dame.
I: Hvordan var det?
S: Man bliver træt. Man siger det samme hele tiden. Til sidst havde jeg det på en lap papir: {cpr}, angst, bor
hjemme, nej tak til praktik. Jeg rakte dem bare lappen.
I: Hvad sagde de til det?
S: {f7} grinede. Hun var sød. Hun sagde: må jeg beholde den? Og så hængte hun den op på sit kontor. Det var
hende, der fik mig tilmeldt den rigtige ordning bagefter.
I: Så der var et samarbejde mellem {f7} og {f3}?
S: Ja, det fandt jeg ud af senere. De havde snakket sammen, men jeg havde skrevet under på det, så det var
okay. {f3s} kontor ligger lige ved siden af jobcentret, på {street}.
I: Hvordan kom du så i gang med uddannelse?
S: Det var i maj, tror jeg. Ja, det var i maj, for det var ramadan, eller det var det måske ikke. {f4} sagde:
nu tager vi ud og ser på skolen. Bare ser på den. Og så stod der en lærer, {m6}, som viste os rundt.
I: Hvad gjorde det for dig?
S: Han huskede mit navn. Da jeg startede, et halvt år efter, sagde han: hej {f1}. Så tænkte jeg, okay, så kan
jeg ikke gå igen.
I: Du siger, at han huskede dit navn. Hvorfor betyder det noget?
S: Fordi folk altid siger det forkert. De skriver {f1~} eller noget helt tredje. På mit gamle studiekort stod
der et andet efternavn. Det gad jeg ikke engang rette.
I: Hvad er dit fulde navn?
S: {f1+}. Men det må ikke stå nogen steder, vel?
I: Nej, det bliver fjernet. Hvordan er det med {f4} i dag?
S: Vi ses stadig. Ikke som mentor, det stoppede efter et år. Men hun var med til min fødselsdag. Hun sad
mellem min mormor og {m3}, og de kunne ikke forstå et ord af, hvad hinanden sagde, og de havde det så sjovt.
I: Kunne du selv finde på at være mentor?
S: Det er jeg allerede. Det sagde {f3} ja til. Jeg har en pige på seksten, hun hedder {f9_}, eller hun vil
gerne kaldes {f9%}. Hun gider mig overhovedet ikke. Det er perfekt.
I: Hvordan det?
S: Fordi jeg ved præcis, hvad hun tænker. I går aflyste hun. Jeg skrev: vi ses på tirsdag. {f9} sendte en
tommel op. Det er en kæmpe sejr.
I: Hvad får du ud af det?
S: Jeg får lov at være den, der ikke går. Det lyder højtideligt. Men det er livet værd, altså, jeg mener det.
I: Er der noget i ordningen, der kunne være bedre?
S: Man skulle få lidt penge til transport. {f4} brugte sin egen benzin. Jeg fandt ud af, at hun havde brugt
flere tusind, og så ville hun ikke have noget for det. {m1} blev vist lidt sur.
I: Og Covid, hvordan var det?
S: Der gik vi ture. Med to meters afstand. {f4} havde en målepind med, som en joke. Jeg boede nærmest i skoven
det forår.
I: Hvis jeg vil have fat i {f3}?
S: Hun har {email f3}. Eller skriv på Instagram, hun er faktisk ret hurtig. Nummeret er {phone}.
I: Og dig?
S: {phone}, eller {email in words f1}. Jeg bor {address}, men ring først, for min mor siger, at man skal have
mad, når man kommer.
I: Så kommer jeg sulten. Tak skal du have.
S: Selv tak. Det var mindre slemt, end jeg troede.
""",
        {"I": "{m9}", "S": "Deltager"},
    ),
    Template(
        "bageriet",
        """
I: Vi er i gang nu. Du har et bageri?
S: Ja, tredje generation. Min farfar startede det, og så min far, {m1}, og nu mig. Jeg hedder {m2+}, men det
ved du jo godt. Det er os nede på hjørnet af torvet i {town}.
I: Hvordan kom du ind i partnerskabet?
S: Det var en kunde. Hun købte altid to rundstykker og en kanelsnegl. Og så en dag siger hun: jeg hedder {f1},
jeg arbejder på skolen, må jeg spørge dig om noget? Så tænkte jeg, nu vil hun have sponsorstøtte til håndbold.
I: Ville hun det?
S: Nej. {f1} ville have, at jeg skulle tage en dreng, der ikke gik i skole. Femten år. Hun sagde, at han stod
op klokken fire om natten alligevel, fordi han spillede computer. Og det gør bagere jo også. Altså står op.
I: Hvad sagde du?
S: Jeg sagde, at jeg skulle spørge min kone. Det er {f2}, hun har regnskabet. Og {f2} sagde: send ham.
I: Hvordan gik det?
S: Han kom. {m3} hed han. Kasket ned over øjnene. Han sagde ikke noget i fjorten dage. Men han kunne se,
hvornår dejen var færdig. Det kan man ikke lære fra sig, det har man, eller også har man det ikke.
I: Hvor er han i dag?
S: Han er bager. Han er i {town} hos en af de fine. Jeg får et kort til jul. Der står kun: hilsen {m3}. Det er
sådan, han er.
I: Siden har du haft flere?
S: Ni i alt. {f3}, {m4}, en der kun var her en dag, så {f4}, og hun var her i et år. Jeg kan remse dem op. Min
svend, {m5+}, tager sig af dem. Han har selv siddet inde.
I: Hvad siger kunderne?
S: De fleste siger ingenting. Fru {f5^} sagde engang, at hun ikke ville betjenes af en med tatovering i
hovedet. Så sagde {f2}: så må De gå til [Lidl]. Hun kom igen dagen efter.
I: Hvad får du ud af det som virksomhed?
S: Penge får jeg ikke. Men jeg får folk, som bliver. {f4} er her endnu. Hun har nøglen. Når {f2} og jeg tager
på ferie i uge 29, så er det {f4}, der bestemmer.
I: Hvordan kommer I i kontakt med de unge nu?
S: Der er et netværk. Vi er otte virksomheder, og vi mødes hos {m6} på autoværkstedet. {m6+}. Han er formand,
hvis man kan kalde det det. Han har det største kaffebord.
I: Er kommunen med?
S: Der kommer en ved navn {f6}. Fra ungeenheden. Hun har altid en kagedåse med, så hende kan vi godt lide. Før
det var det en {m7^}, som kun snakkede om paragraffer.
I: Hvad var problemet med ham?
S: Han var sikkert en flink mand. Men {m7^} sagde aldrig noget, uden at han først skulle hjem og spørge. {f6}
siger: det finder vi ud af. Og så finder vi ud af det.
I: Kan du give et eksempel?
S: Ja. {m4} havde ingen seng. Det opdagede {m5}, fordi han lugtede af røg hver morgen, han sov i en
kolonihave. Så ringede jeg til {f6} klokken ti, og klokken to stod der en seng. Jeg ved ikke, hvordan hun
gjorde.
I: Hvad med forældrene?
S: Det er blandet. {f3s} mor kom og skældte ud. Hun troede, vi udnyttede pigen. Så fik hun en kop kaffe, og så
sad hun her i tre timer og fortalte. Hun hedder {f7}. Nu køber hun rugbrød hos os hver lørdag.
I: Har der været konflikter?
S: Ja da. {m5} og {m8} var lige ved at komme op at slås. {m8} havde taget af kassen. To hundrede kroner. Det
stod jeg længe og tænkte over.
I: Hvad gjorde du?
S: Jeg gav ham fyre hundrede og sagde, at han kunne låne, hvis han manglede. Så tog han aldrig mere. Min far
ville have smidt ham ud, men {m1} var også fra en anden tid.
I: Det var da et modigt valg.
S: Eller dumt. {f2} sagde dumt. Men hun sagde det ikke til {m8}.
I: Hvad ville få flere virksomheder til at være med?
S: At man ikke skulle udfylde alt det. Sidst skulle jeg skrive mit cvr-nummer elleve gange. Og drengens cpr,
{cpr}, på hver eneste side. Det må da stå i en computer et sted.
I: Og økonomien?
S: Løntilskuddet kommer bagud. Det går ind på {account}, når det kommer. I sommer ventede vi i fire måneder.
Det kan jeg godt klare, men det kan {m6} ikke.
I: Har du sagt det til {f6}?
S: Ja, og hun sendte det videre, og så kom der et brev fra en jurist, {f8+}. Seks sider. Jeg forstod ikke den
første. {f2} læste det højt ved aftensbordet, og så grinede vi.
I: Hvordan ser en almindelig dag ud med en ny?
S: De møder klokken tre. Så får de en bolle. Så ser de på, at {m5} slår op. Man siger ikke ret meget den
første uge. Radioen kører. Og når solen står op, så går vi ud og ryger, dem der gør det.
I: Hvad hvis de ikke kommer?
S: Så kører {m5} ud og henter dem. Han kører i vores gamle varebil, {plate}. Alle i byen kender den. Han
banker på med flad hånd. {f3} sagde, at det var det værste og det bedste, der var sket for hende.
I: Hvor bor de henne, de unge?
S: Mange oppe på {street}. Der er sådan nogle små lejligheder. {m4} bor nummer 12, og {f9} bor vist nede ved
havnen.
I: {f9}?
S: Det er den nyeste. {f9+}. Hun er seksten. Hun startede i tirsdags og har allerede brændt en plade boller
på. {f9!}, råbte {m5}, så hele torvet kunne høre det. Og så grinede hun. Første gang.
I: Hvad er dit håb for hende?
S: At hun bliver. Ellers at hun bliver et andet sted. Det er ikke sikkert, at det er brød, der redder én.
I: Er der noget, du vil sende med til dem, der læser det her?
S: Ja. At det tager et år. Ikke tretten uger. Et år. Det har jeg sagt til {f6}, og hun har skrevet det ned på
kagedåsen.
I: Hvem skulle jeg ellers tale med?
S: {m6}. Han har nummer {phone}. Og {f1} på skolen, hun har {email f1}. Sig, at jeg har sagt, at hun skylder
mig for to kanelsnegle.
I: Og din egen adresse, til fotografiet?
S: {address}. Kom før klokken elleve, så er der noget tilbage. Der er en hjemmeside også, {url}, men den er
fra nittenhundrede og hvidkål.
I: Tak for kaffen. Og for bollen.
S: Det var så lidt. Tag en med til dine kolleger.
""",
        {"S": "Bageren"},
    ),
)

NOBODY = (
    Template(
        "nobody, in town",
        """
I: Skal vi begynde? Fortæl lidt om, hvordan det er at bo her.
S: Bo her kan alle, men liv er der kun om sommeren. Maj er den bedste måned, så er der marked på torvet, og
juni er heller ikke dårlig. Det bedste ved byen er havnen. Og så [Brugsen], hvis man skal have rugbrød.
I: Hvad mangler I?
S: En bus efter klokken seks. Altså, der kører en, men den kører ikke om søndagen. Jeg skrev til [Movia], og
de svarede, at det var kommunen, og kommunen svarede, at det var regionen. Så kan man stå der.
I: Hvordan hørte du om partnerskabet?
S: På Facebook. Og senere stod det også i Ugeavisen. Min nabo spurgte, om jeg ville med til et møde, og jeg
sagde: hvad er det for noget? Noget med frivillighed, sagde hun.
I: Hvad fik dig til at tage med?
S: Kaffen. Nej, det var nok, fordi min mand var død, og jeg havde brug for at se mennesker. Livet går jo
videre. Det siger man. Det gør det også, men det går langsomt.
I: Hvordan foregik mødet?
S: Det var på Teams. Halvdelen kunne ikke finde ud af at tænde lyden. Så næste gang mødtes vi i sognegården,
og der kom fyrre. Præsten bød velkommen, formanden holdt tale, og så var der lagkage.
I: Hvem var til stede?
S: Alle mulige. Pensionister, unge fra efterskolen, en politibetjent, to fra Socialforvaltningen, og så ham,
der har cykelsmeden. Landbetjenten kender jo alle.
I: Hvad talte I om?
S: Om ensomhed. Der er mange, der bor alene. Og om de unge, der ryger og hænger ud bag [Netto]. Storm og
regnvejr, så står de der alligevel. Sten bliver der også kastet, men det er sjældent.
I: Blev I enige om noget?
S: Ja. Vi lavede tre grupper: Mad, Musik og Maskiner. Jeg kom i Mad. Vi laver fællesspisning hver onsdag, og
vi er oppe på halvfjerds nu. Kok har vi ikke, men vi har en, der har været i søværnet.
I: Hvordan fordeler I opgaverne?
S: Der hænger et skema. Mandag handler vi, tirsdag skræller vi, onsdag koger vi. Torsdag sover jeg. Det er
ganske enkelt, men det kræver, at nogen husker at købe ind.
I: Har kommunen hjulpet?
S: De har givet os nøglen til køkkenet på skolen. Det lyder ikke af meget, men det tog et år. Først sagde
Ejendomsservice nej, så sagde Borgerservice måske, og så sagde Kultur og Fritid ja.
I: Hvad betød det?
S: Alt. Før stod vi i et telt. Vind og regn, og en gang fløj teltet. Vi fandt det igen ude på en mark.
I: Hvad med pengene?
S: Vi fik en pose penge fra [Velux Fonden]. Og [Rotary] gav en opvaskemaskine. Folk betaler selv tredive
kroner. Børn er gratis. MobilePay eller kontanter, det er det samme for os.
I: Er der nogen, I ikke når?
S: Ja, de mænd, der sidder derhjemme. De kommer ikke til fællesspisning. Vi prøvede med et værksted. Så kom
der fire. Nu er de ni. De reparerer cykler og siger ikke ret meget, men de kommer.
I: Hvordan var det under corona?
S: Covid var en underlig tid. Vi kørte mad ud i plastikbøtter. Sol eller sne, vi kørte. En stillede sin bøtte
tilbage på trappen med blomster i hver gang. Roser, liljer, alt muligt fra haven.
I: Hvad har du selv fået ud af det?
S: Jeg sover bedre. Og jeg har lært at sige nej, når jeg mener nej. Min datter siger, at jeg er blevet en
anden. Det ved jeg nu ikke. Jeg er nok bare blevet mig selv igen.
I: Hvis du skulle råde andre?
S: Begynd med maden. Ikke med en vision. Visioner kan man ikke spise. Og spørg folk to gange, for første gang
siger de nej.
I: Er der noget, du er bekymret for?
S: At det bliver for pænt. At der kommer en konsulent med en model. Vi har haft besøg fra [KL] og fra
[Socialstyrelsen], og de var søde, men de ville have os til at udfylde noget i Excel.
I: Gjorde I det?
S: Nej. Vi gav dem suppe. Så skrev de selv. Danmark er fuld af skemaer, siger min svoger, og han har ret. Hans
kone er revisor, så han må vide det.
I: Hvad er planen nu?
S: I april skal vi have køkkenhave. En gartner har lovet at komme. Birk og ask skal fældes, og der skal
graves. Hvem der skal grave, det har vi ikke talt om endnu. Palle efter palle med muld kommer der i hvert
fald.
I: Tak for snakken.
S: Velbekomme. Lykke til med opgaven. God vind, som de siger nede på havnen.
""",
    ),
    Template(
        "nobody, at work",
        """
I: Du arbejder i forvaltningen?
S: Ja, i Center for Børn og Unge. Jeg er faglig konsulent, hvad det så end betyder. Mest betyder det møder.
Outlook styrer mit liv. Mandag morgen har vi ledergruppe, og så går det derudaf.
I: Hvad er din rolle i partnerskabet?
S: Jeg er tovholder. Grøn, gul, rød, sådan nogle felter udfylder jeg i en rapport. Rød er sjælden, for ingen
vil være rød. Det er jo sådan, det er.
I: Hvordan mærker man det?
S: Man mærker det på sproget. Ingen siger problem. Det hedder udfordring. Hos [Mødrehjælpen] siger de problem,
og det er forfriskende. De siger også penge.
I: Hvordan begyndte samarbejdet?
S: Ministeriet havde en pulje. Per måned kunne vi få løn til en halv stilling. Og så skrev vi en ansøgning på
fjorten dage. Serviceloven kendte vi, men civilsamfundet kendte vi ikke. Vi googlede foreninger. Det er
pinligt, men det gjorde vi.
I: Hvad fandt I?
S: Et hav af foreninger. Spejdere, lokalråd, [Dansk Flygtningehjælp], [Headspace], en strikkeklub.
Strikkeklubben har været den bedste partner af dem alle sammen. Ikke et ondt ord om spejderne.
I: Hvorfor strikkeklubben?
S: Fordi de bare gør det. Man ringer, og de kommer. Finn et sted at sidde, siger de, eller find, hedder det
vel, og så går de i gang. Unge mødre lærer at strikke, og imens taler de om alt det andet.
I: Hvad siger de unge mødre til det?
S: De elsker det. En af dem sagde: det er det eneste sted, hvor ingen skriver noget ned. Det har jeg tænkt
meget over. Jeg sad selv med en blok.
I: Hvordan dokumenterer I så?
S: Dårligt. Vi tæller hoveder. Nordea og TDC har sikkert nogle smarte systemer, men vi har et ringbind. Siden
august har vi haft firs deltagere. Hvor mange der har fået det bedre, ved jeg ikke.
I: Hvordan ser din chef på det?
S: Hun bakker op. Direktøren vil have tal. Borgmesteren vil have billeder. Jeg vil have ro. Bror min arbejder
i det private, og han griner ad os. Men han arbejder også i weekenden.
I: Er der noget, der er gået galt?
S: Ja. Vi holdt en konference på Hotel Royal, og der kom flere ansatte end borgere. Det var en skam. Bordene
var dækket, og fadøllen stod der. Vi sad og så på hinanden.
I: Hvad lærte I af det?
S: At man ikke skal invitere på mail. Sig det til folk. Gå ned i vaskekælderen, og hæng en seddel op. Eller
stil dig ved indgangen til [Føtex]. Men gør det ikke i juli.
I: Hvordan fungerer det med tavshedspligten?
S: Det fylder. GDPR er blevet en undskyldning. Jura siger nej, før de har hørt spørgsmålet. Til sidst lavede
vi et ark, hvor borgeren selv krydser af. Simpelt. Det burde vi have gjort for længe siden.
I: Har du en god historie?
S: Tirsdag i sidste uge kom en ung mor og ville aflevere en barnevogn. Hun havde selv fået den gennem os. Nu
skulle en anden have den. Vibe og lærke sang udenfor, nej, det gjorde de ikke, men det var sådan en dag.
I: Det var en smuk slutning.
S: Tak. Jeg er ellers ikke romantisk. Mark og eng siger mig ikke noget. Jeg kommer fra en lejlighed på fjerde
sal.
I: Hvad ville du ændre, hvis du fik lov?
S: Jeg ville flytte forvaltningen ned i stueetagen. Dør ud mod gaden. Kaffe. En bænk. Det koster ingenting.
Men brandmyndighederne siger nej, og Kommunale Ejendomme siger, at bænken skal i udbud.
I: Er der nogen, der kæmper imod?
S: Ikke imod. Men der er en træghed. Når nogen siger, at det har vi prøvet før, så dør ideen. Jeg har hængt et
skilt op: Det har vi ikke prøvet før. Det hang der i to dage.
I: Hvad skete der med det?
S: Rengøringen tog det. Eller Facility Management, som det hedder nu. Nå. Skal jeg sende noget materiale?
I: Ja tak, rapporten.
S: Den ligger på intranettet, men det kan du jo ikke komme ind på. Jeg printer den. Sidste år var den på 84
sider, og i år er vi nede på 12. Budget 2024 er vedlagt, 1.250.000 kroner, og sagsnummer 24/01873, hvis du
skal bruge det.
I: Tak for det.
S: Selv tak. Hils derhjemme, eller hvad man siger. Godt nytår, hvis vi ikke ses. Jul er det jo snart.
""",
    ),
)

HELD_OUT = (
    Template(
        "demenscaféen",
        """
I: Vil du fortælle, hvem du er?
S: {f1+}. Jeg er demenskoordinator, og så er jeg uddannet sygeplejerske. Jeg har siddet i stillingen i seks
år, først i {town} og nu her.
I: Og caféen, hvordan opstod den?
S: Den opstod ved et køkkenbord. Der var en ægtefælle, {m1}, hvis kone var syg. Han sagde: jeg kan ikke holde
ud at sidde alene med det. Så satte vi en annonce i avisen, og der kom seksten.
I: Seksten?
S: Ja, og fem af dem havde deres kone eller mand med. {m1s} kone, {f2}, sad og sang hele tiden. Hun havde
været korleder. Hun kunne ikke huske sin adresse, {address}, men hun kunne alle vers.
I: Hvem driver caféen i dag?
S: Det gør de frivillige. Formanden hedder {m2+}. Han er tidligere postbud, så han ved, hvor alle bor.
Næstformanden er {f3^}, {f3} {f3^}, hun er organist.
I: Hvad er din opgave?
S: At være der og at holde mund. Det har været svært at lære. Som fagperson vil man jo gerne hjælpe. {m2}
sagde til mig en dag: {f1}, sæt dig ned. Så satte jeg mig.
I: Hvad gør caféen for de pårørende?
S: De får fri. Der er en datter, {f4}, som passer sin far. Hun kommer i døren, og så sætter hun sig i sofaen
og sover. Hun siger, at det er den bedste lur i hele ugen.
I: Hvordan blev hun en del af det?
S: Vi havde besøgt hendes far, {m3+}, i hjemmet. Det var en kollega, {m4}, der var afsted. {m4} så, at hun gik
i to forskellige sko. Så skrev han et telefonnummer på bagsiden af en kuvert.
I: Ringede hun?
S: Efter tre måneder. Hun havde haft kuverten på køleskabet. {phone} stod der, og så mit navn, stavet {f1~}.
Det var ligegyldigt. Hun ringede.
I: Er der andre partnere?
S: Ja, [Alzheimerforeningen] kommer to gange om året og holder oplæg. Menighedsrådet låner os lokaler. Og så
har vi apoteket med, farmaceuten hedder {f5}. Hun svarer på alt det, som folk ikke tør spørge lægen om.
I: Hvad spørger de om?
S: Om man kan dø af at glemme at drikke vand. Om det er arveligt. {f4} spurgte om det sidste. Og {f5} sagde:
det ved jeg ikke, men jeg kan sidde her sammen med dig.
I: Det var et godt svar.
S: Det var et rigtigt svar. Jeg ville have fundet en pjece frem.
I: Hvordan er det med ledelsen i kommunen?
S: Min leder er glad for det, fordi det er billigt. Det siger hun selv, så det er ikke sladder. Hun hedder
{f6}. {f6} har lige forlænget puljen, så vi kan købe kage et år mere.
I: Kun kage?
S: Kage og kørsel. Kørslen er det vigtige. {m5}, en af vores chauffører, kører tres kilometer for at hente ét
ægtepar ude på {street}. Bilen er hans egen, en gammel stationcar, {plate}.
I: Får han noget for det?
S: Han får benzin, og så får han en småkage med hjem til sin hund. {m5%}, som de kalder ham, han er firs. Jeg
tør næsten ikke tænke på det.
I: Hvem tager over?
S: Det er det store spørgsmål. Vi har prøvet at få unge med. Der kom to fra sosu-skolen, {f7} og {m6}. {f7}
blev hængende. Hun spiller kort med {f2}, og de snyder begge to.
I: Hvad lærer de unge af det?
S: {f7} skrev opgave om det. Hun skrev, at hun havde lært at vente. Jeg græd, da jeg læste den. Hendes
vejleder ville have flere kilder på.
I: Er der etiske dilemmaer?
S: Mange. Må man fortælle videre, hvad man hører? En dag sagde {m3} noget om sin økonomi, og der var et
nummer, {account}, han læste det højt igen og igen. Alle hørte det. {f4} blev helt hvid i hovedet.
I: Hvad gjorde I?
S: Vi begyndte at synge. Det var {f2}, der begyndte. Og så fik {f4} ham med ud i gangen. Bagefter aftalte vi,
at man ikke har papirer med.
I: Hvad med samtykke?
S: Vi beder altid om det. Men hvad er et samtykke, når man har glemt det en time efter? {m1} skrev under for
{f2}. Og så fik jeg besked fra juristen, {m7.} står der bare i mailen, om at det må han slet ikke.
I: Hvordan kom I videre?
S: Vi spørger hver gang. Vil du gerne være her? Det er der ingen lov imod. Hvis de siger nej, så kører {m5}
dem hjem.
I: Hvad er den største forandring, du har set?
S: At {m1} er begyndt at grine. Han kom ind ad døren som et lig. Nu driller han {m2} med hans slips. Det er et
fremskridt, som jeg ikke kan måle på noget skema.
I: Hvis politikerne ringede i morgen, hvad ville du sige?
S: At de skulle komme en tirsdag. Uden presse. {m2s} kone bager en drømmekage. Så kan de sidde ved siden af
{m3} og høre om krigen.
I: Har de været her før?
S: En enkelt. {f8+}, hun sad i socialudvalget. Hun kom en halv time for sent og blev to timer for længe. {f8}
har selv en mor. Det er der så mange, der har.
I: Hvordan finder folk jer?
S: Vi har et opslag hos lægen, og så {url}. {m6} lavede hjemmesiden. Der er et foto af en kaffekande. Ellers
er det naboer, der siger det til naboer.
I: Kan jeg ringe til {m2}?
S: Ja, det kan du. Han har {phone}. Han er altid hjemme, bortset fra om tirsdagen, hvor han er her. Eller
skriv til {email m2}, men det er hans barnebarn, der læser det.
I: Og hvor finder jeg dig?
S: Her. Eller på {phone}. Vi holder til på {address}, {postcode}. Gå gennem gården, døren er grøn.
I: Jeg tror, vi er ved vejs ende.
S: Det var da hurtigt. Du må hilse {f6}, hvis du skal tale med hende bagefter.
""",
        {"S": "{f1}"},
    ),
    Template(
        "lektiecaféen",
        """
I: Fortæl mig om lektiecaféen.
S: Den ligger i biblioteket, oppe på første sal. Vi har åbent mandag, onsdag og torsdag. Jeg er pensioneret
matematiklærer, så jeg tager mig af tallene. Dansk, det er {f1}.
I: Hvem er {f1}?
S: {f1+}. Vi har været kolleger i tredive år. Hun gik på pension samme dag som mig, og så ringede hun om
aftenen og sagde: hvad fanden skal vi nu lave? Undskyld sproget.
I: Det er helt i orden. Hvad gjorde I?
S: Vi gik ned til børnebibliotekaren, {f2}. Hun sagde, at hun havde fyrre unger løbende rundt hver
eftermiddag, som ikke havde noget sted at være. Så stillede vi et bord op.
I: Hvem kom?
S: Den første var en dreng, {m1}, otte år. Han satte sig og sagde: jeg kan ikke finde ud af brøker. Så skar
jeg et æble over. Næste dag havde han sin fætter med. {m2}. Og så kom der fire mere.
I: Hvor mange er I nu?
S: Tolv voksne og et sted mellem tredive og halvtreds børn. Der er en tidligere kaptajn, der er en frisør, og
{f3+}, hun er dommer i byretten. Hun er elendig til engelsk grammatik.
I: Hvordan passer det sammen med skolen?
S: I starten ikke særlig godt. Skolelederen, {m3^}, syntes, at vi blandede os. Han troede, at vi lavede
lektierne for dem. Så kom han ned og så, at det gjorde vi ikke.
I: Hvad ændrede sig?
S: Han sendte en lærer. {f4}. Hun kommer hver onsdag, og hun får det med i sin arbejdstid. {f4} siger, at hun
lærer mere om sine elever på to timer her end på en uge i klassen.
I: Hvorfor?
S: Fordi de fortæller. {m1s} far var blevet fyret, for eksempel. Det havde de ikke hørt på skolen. {m1} sagde
det, mens han regnede et stykke om procent.
I: Hvad gør man så?
S: Så regner man stykket færdigt. Og så ringer {f4} til moren. Hun hedder {f5}. {f5} kunne ikke så meget dansk
dengang, så vi fik {m4} til at oversætte. Han er selv kommet hertil som barn, nu er han tandlæge.
I: Er der mange sprog i caféen?
S: Elleve, talte vi til. {m4} taler fire af dem. Vi har et kort på væggen, hvor børnene sætter en nål. Der er
en pige, {f6}, der har sat en nål midt ude i havet. Der var hun, da hun fyldte fem.
I: Hvad tænker du, når du ser den nål?
S: Jeg kigger væk. {f6} er en stjerne til matematik. Jeg har sagt til hendes søster, {f7}, at hun skal på
gymnasiet, og at jeg betaler bøgerne, hvis det er det. Det må man vist ikke.
I: Hvad siger reglerne?
S: Reglerne siger, at vi skal have børneattest, alle sammen. Det har vi. Man skal indtaste hele balladen,
{cpr} og mors pigenavn og jeg ved ikke hvad. {f3} hjalp os andre, for hun kan læse den slags.
I: Er det en barriere for nye?
S: For nogle. {m5}, ham kaptajnen, blev fornærmet. Han sagde, at han havde haft ansvar for to hundrede mand.
Men han skrev under. {m5+}, med snirkler.
I: Hvordan er samarbejdet med kommunen ellers?
S: Fint, så længe vi ikke beder om noget. Fritidskonsulenten hedder {f8_}, hun skriver altid uden store
bogstaver i sine mails, det er åbenbart moderne. Hun fandt penge til frugt.
I: Frugt?
S: Ja, man kan ikke dividere på tom mave. [Kvickly] giver os det, der er blevet blødt. {m2} spiser seks
bananer på en eftermiddag.
I: Kan du komme i tanke om noget, der slog fejl?
S: Vi prøvede med computere. Vi fik ti stykker af [Lions Club]. Så sad de og spillede, alle sammen. Efter to
uger bar {m5} dem ned i kælderen. Der står de.
I: Og noget, der overraskede dig?
S: At forældrene kom. De stod nede ved trappen i starten. {f5} var den første, der gik op. Hun satte sig ved
siden af {f1} og begyndte selv at læse. Nu har hun taget prøven. {f5!}, STORT TILLYKKE, stod der på lagkagen.
I: Hvad betyder det for børnene?
S: At deres mor laver lektier. Det er nok det bedste, vi har gjort, og vi havde slet ikke tænkt på det.
I: Hvordan ved I, om det virker?
S: Det ved vi ikke. Jo, {f4} siger, at karaktererne er steget. Men jeg kan se det på ryggen. Når {m1} kom
første gang, sad han sådan her. Nu sidder han op.
I: Hvem har ellers haft betydning?
S: {f2}. Uden hende, ingenting. Hun har stået model til larm og krummer og en dag en hund. {f2s} chef ville
lukke os, men {f2} sagde, at så gik hun også.
I: Truede hun?
S: Hun oplyste. Det var ordet. Chefen hedder {m6+}, og han er i dag den, der praler mest af os, når der er
besøg fra {town} eller Norge eller hvor de kommer fra.
I: Har I faste aftaler på skrift?
S: Nej. Jo, der er en side. {f3} skrev den. Den er underskrevet af {m6.} og {f1.}, for de gad ikke skrive hele
navnet. Den hænger på toilettet.
I: Hvad er din drøm for stedet?
S: At en af ungerne kommer tilbage som voksen og sætter sig på min stol. Jeg tror, det bliver {f6}. Eller
{m2}, hvis der er bananer nok.
I: Hvordan kan andre gøre det samme?
S: Find en bibliotekar. Det er sådan set det. Og så en, der kan sige det samme tolv gange uden at sukke, det
er {f1}. Jeg sukker.
I: Må jeg få {f2s} kontaktoplysninger?
S: Hun har {email f2}, og direkte nummer {phone}. Biblioteket ligger jo på {address}. Du kan også ringe til
mig derhjemme, {phone}.
I: Det gør jeg. Skal jeg sende referatet til dig?
S: Med posten, tak. {address}, {postcode}. Så kan jeg sidde med en rød kuglepen.
I: Det er jeg slet ikke nervøs for.
S: Det skal du heller ikke være. Jeg giver altid mindst syv.
""",
        {"I": "Interviewer", "S": "R1"},
    ),
    Template(
        "fodboldklubben",
        """
I: Hvad er din baggrund for at være med?
S: Jeg er træner for U15 i klubben. Eller det var jeg. Nu er jeg sportslig leder, men det er det samme,
bortset fra at jeg har fået en jakke. {m1+} står der på den. De havde stavet det forkert, så der står {m1~}.
I: Hvordan kom fodboldklubben med i et socialt partnerskab?
S: Det var {m2}, vores kasserer. Han er SSP-konsulent til daglig. Han sagde, at de drenge, kommunen ikke kunne
få fat i, dem havde vi hver tirsdag og torsdag. Så hvorfor ikke tale sammen?
I: Hvad sagde du til det?
S: Jeg var imod. Jeg ville have dem til at spille fodbold. Hvis der kommer en sagsbehandler ud på banen, så er
de væk. Det har jeg set ske i {town}.
I: Hvad fik dig til at skifte mening?
S: En dreng, der hed {m3}. Han var den bedste, jeg har haft. {m3+}, husk det navn, sagde jeg til alle. Og så
kom han ikke mere. Vi hørte, at han var blevet anholdt. Femten år.
I: Hvordan reagerede du?
S: Jeg kørte hjem til dem. De boede på {street} i stuen. Hans mor, {f1}, lukkede op, og hun troede, at jeg kom
for at få spilletrøjen tilbage. Det glemmer jeg aldrig.
I: Hvad talte I om?
S: Hun viste mig et brev. Det var et afslag på et eller andet. Der stod {cpr} øverst og så en masse, som ingen
af os forstod. Jeg tog et billede og sendte det til {m2}.
I: Hvad gjorde han?
S: {m2} ringede til en, han kendte, {f2+} i familieafdelingen. Og hun læste det og sagde: det er en fejl. Bare
sådan. Det er en fejl. Så fik de en kontaktperson.
I: Hvem blev kontaktperson?
S: Det gjorde {m4}. Han er gammel elitespiller. Ikke fra kommunen, han er ansat i [GAM3] eller hvad de hedder.
{m4} og {m3} løb sammen. Om natten. For det var dér, han ikke kunne sove.
I: Og siden?
S: {m3} er assistenttræner. Hos mig. Han har de små, U8. De elsker ham. Han bander for meget, men de elsker
ham.
I: Hvad består partnerskabet af i dag?
S: Vi er seks om bordet. Klubben, {m2}, boligforeningen ved {f3}, skolen ved {m5^}, og så politiet. Der kommer
en, der hedder {f4}. Hun spiller selv, så hun må godt komme.
I: I uniform?
S: Første gang. Så sagde {f3}: tag lige den jakke af. Og det gjorde hun. {f4s} venstreben er bedre end mit.
I: Hvordan deler I oplysninger?
S: Det gør vi så lidt som muligt. Vi siger ikke navne ved bordet. Vi siger initialer, og nogle gange er det
nok, at der står {m6.} på tavlen, så ved alle alligevel, hvem det er. Det er måske ikke så smart.
I: Er det noget, I har drøftet?
S: {f2} tog det op. Hun var rasende, da hun så tavlen. Hun tog en svamp. Nu siger vi slet ikke noget, vi
ringer bare bagefter.
I: Hvordan får I forældrene med?
S: Mad. Og så fædre. Der er en far, {m7+}, der kører taxa. Han stiller op med bilen til udekampe, {plate}, der
kan være syv, hvis de trækker maven ind. Han har fået tre andre fædre med.
I: Hvad siger de andre fædre?
S: De siger ikke så meget, men de står der. {m7} laver te på bagsmækken. Det er det bedste forebyggende
arbejde, jeg kender. Det koster et bundt mynte.
I: Er pigerne også med?
S: Ja, det er {f5}, der har dem. Hun var selv den eneste pige på mit hold engang. {f5|}, hun er nitten nu, og
hun har toogtyve piger. De spiller i lange bukser, hvis de vil.
I: Har der været modstand?
S: En enkelt onkel kom og råbte. Så gik {f1} hen til ham, altså {m3s} mor, hun er jo lillebitte. Jeg ved ikke,
hvad hun sagde. Han kom ikke igen.
I: Hvilken rolle spiller boligforeningen?
S: {f3} skaffer fritidsjob. Ti unger slår græs hver sommer. De får en rigtig lønseddel. {m6} rammede sin
første ind. Den hænger ved siden af holdbilledet.
I: Hvem betaler?
S: Boligforeningen, og så en fond. Og [Sparekassen] gav trøjer. Pengene går ind på klubbens konto, {account},
og {m2} sidder på dem som en høne.
I: Hvad er sværest for dig personligt?
S: At tage telefonen om natten. Min kone, {f6}, siger, at jeg er gift med U15. Men da {m3} ringede klokken tre
og sagde, at han stod på broen, så var det hende, der startede bilen.
I: Det må have været voldsomt.
S: Det var det. Vi snakker ikke så meget om det. {f6} giver ham et kram, hver gang hun ser ham. Han lader, som
om han er flov.
I: Hvad har du lært om samarbejde?
S: At det er personer. Man kan kalde det partnerskab, men det er {f2} og {m2} og {m4}. Hvis {f2} får nyt job,
så starter vi forfra.
I: Har hun planer om det?
S: Hun har søgt noget i {town}. Hun har sagt, at vi kan beholde hendes nummer, {phone}. Det er sødt. Men det
er jo ikke hendes opgave så.
I: Hvordan kan man gøre det mindre sårbart?
S: Vi skal være flere, der kender hinanden. I foråret tog vi hele bordet med til landskamp i Parken. {m5^}
havde aldrig været til fodbold. Han råbte højest.
I: Har I nogen form for evaluering?
S: Der var en studerende, {f7}, som fulgte os. {f7+}, hun skriver speciale. Hun stod i regnvejr i tre måneder.
Hun endte med at være linjedommer.
I: Kunne jeg læse specialet?
S: Hun har sikkert en mail. Prøv {email f7}. Ellers har {m2} den, han er på {phone}. Jeg har ikke læst det.
Der var ikke nogen billeder i.
I: Er der andet, jeg skal have med?
S: Ja, at vi rykkede op. Det må du godt skrive. Og at det var {m6}, der scorede.
I: Det skriver jeg. Hvor ligger klubhuset, hvis jeg vil se lønsedlen?
S: {address}. Bagved svømmehallen. Sig, du kommer fra mig.
""",
        {"S": "{m1+}"},
    ),
    Template(
        "kvindegruppen",
        """
I: Vi er tre ved bordet i dag. Kan I præsentere jer?
S: Jeg hedder {f1+}, og jeg er ansat i den boligsociale helhedsplan. Jeg har været her i fire år, og før det
var jeg i [Dansk Flygtningehjælp].
T: Og jeg er {f2}. Jeg bor her. Jeg er vel det, man kalder en ildsjæl, men jeg bliver træt af det ord. {f2+},
hvis du skal bruge det hele.
I: Hvordan kom kvindegruppen i gang?
T: Det var i vaskeriet. Jeg stod og ventede på en tørretumbler, og så kom {f1} med et skema og spurgte, hvad
vi ønskede os. Jeg sagde: en tørretumbler mere.
S: Det er rigtigt. Og så sagde {f2}, at hun ønskede sig et sted uden mænd. Det var ikke på mit skema.
I: Hvad skete der så?
S: Jeg gik til min leder, {m1}, og sagde, at vi måtte smide skemaet ud. {m1} blev stille. Men så fandt han et
lokale, en gammel cykelkælder på {street}.
T: Der stank. Vi malede den. {f3} og {f4} og mig. {f3} havde en radio med, og vi sang så højt, at viceværten
kom. Han hedder {m2}, og han endte med at lægge gulv.
I: Hvem er {f3} og {f4}?
T: {f4} er min veninde. {f4+}. Hun har fem børn, og hun er den sjoveste, jeg kender. {f3} bor ovenpå. Hun er
ældre, hun er vores mor, kan man sige.
I: Hvad laver I i gruppen?
T: Vi spiser. Vi snakker. Vi græder også lidt. Og så har vi haft en jordemoder på besøg, {f5}. Hun viste os
alt muligt. {f3} rødmede, men hun blev siddende.
S: Og vi har haft [Mødrehjælpen] på besøg, og en advokat. Det var efter, at {f4} fik det brev fra
udlændingemyndighederne.
I: Hvad var det for et brev?
T: Det var om hendes mand, {m3}. Der stod, at han skulle møde op, og der var et sagsnummer og hans cpr-nummer,
{cpr}, men det var forkert, det sidste tal. Så troede de ikke på, at det var ham.
S: Det tog otte måneder. Otte måneder for et tal. Advokaten, hun hedder {f6^}, tog det gratis. {f6} {f6^}, hun
fortjener en medalje.
I: Hvordan kom I i kontakt med hende?
S: Gennem partnerskabet. Hun sad der for [Retshjælpen], og i pausen fortalte jeg om {f4}. Jeg havde fået lov
af hende først. {f6} sagde: send hende ned til mig i morgen klokken ni.
T: {f4} tog mig med. Jeg forstod ikke et ord. Men hun gav os chokolade.
I: Betyder det noget, at der sidder nogen fra mange steder?
S: Det betyder alt. Ellers skulle jeg have kendt alle de mennesker selv. {m4} fra sundhedscentret for
eksempel, ham ville jeg aldrig have ringet til. Nu har jeg hans private nummer, {phone}.
T: {m4} kom og målte blodtryk på os. {f3s} var så højt, at han kørte hende på hospitalet i sin egen bil. De
sagde, at det var i sidste øjeblik.
I: Hvordan har hun det nu?
T: Hun har det godt. Hun skal gå en tur hver dag. Så det gør vi alle sammen nu. Vi går rundt om søen. Folk
kigger. Tyve kvinder i kondisko.
I: Hvad med mændene, hvad siger de?
T: Min mand siger ingenting. Han er glad, når jeg er glad. {f4s} mand var sur, fordi der ikke var mad. Så
lærte {m2} ham at lave frikadeller. Det er sandt!
S: Det er faktisk sandt. Viceværten holder kokkeskole for mænd nu. Hver anden søndag. {m5}, der er otteogtres,
lavede lasagne til sin kone for første gang.
I: Det var vel ikke planlagt.
S: Nej. Det står i hvert fald ikke i helhedsplanen. Jeg har skrevet det ind bagefter under øvrigt. {m1} sagde,
at øvrigt var blevet det største kapitel.
I: Hvilke udfordringer møder I?
S: At det hele skal måles. Landsbyggefonden vil have tal, og kommunen vil have andre tal. Der sidder en,
{f7+}, som er flink, men hun spørger altid, hvor mange der er kommet i job.
T: Jeg er kommet i job. Skriv det. Jeg gør rent på skolen, og fra august skal jeg være pædagogmedhjælper.
Lederen hedder {m6}, han har allerede givet mig en trøje.
I: Tillykke! Hvordan fik du det job?
T: {f1} skrev ansøgningen sammen med mig. Jeg skrev mit navn forkert, så nervøs var jeg. {f2~}! Og så grinede
vi, og så skrev vi den om.
S: Det var det eneste, der var forkert i den. Resten var hendes egne ord. {m6} ringede samme dag.
I: Er der kvinder, I ikke når?
T: Ja. Hende i nummer fjorten. Vi ved godt, hvad der sker derinde. Hun hedder {f8_}, men det må du ikke
skrive. {f3} stiller mad uden for døren. Nogle gange er tallerkenen tom bagefter.
S: Vi har lavet en underretning. Mere kan jeg ikke sige. Men det er {f3}, der banker på hver dag. Ikke os.
I: Nej, det forstår jeg. Hvad er der brug for?
T: Tid og te. Og at {f1} ikke bliver fyret, når pengene er brugt. Det er til december. Det er jo helt vildt,
at man laver sådan noget, og så stopper det.
S: Ja. Jeg ved ikke, hvad der sker. {m1} har søgt om to år mere. Vi får svar i oktober. {f2} har sagt, at hun
lænker sig til døren.
T: Det gør jeg også. {f4} har allerede købt kæden i [Silvan].
I: Hvis stedet lukker, hvad så?
T: Så er vi der jo stadig. De kan ikke lukke os. Vi har nøglen, og {m2} skifter ikke låsen, det har han lovet.
Og vi har en gruppe på WhatsApp, der hedder Tumbleren.
I: Det er et godt navn. Hvem kan jeg kontakte, hvis jeg vil besøge jer?
S: Mig, på {email f1}. Eller ring på {phone}, men ikke om fredagen.
T: Eller bare kom. Det er {address}. Gå ned ad trappen, og bank tre gange. {f3!}, råber du så, for hun hører
dårligt.
I: Hvem tager sig af pengene?
T: Det gør {f4}. Der er en kasse, og så er der {account}, hvor man kan sætte tyve kroner ind. Hun skriver alt
ned i en lille bog.
S: Den er bedre ført end vores.
I: Har I noget at tilføje?
T: Ja. Sig til dem, at {f1} er vores. De må ikke få hende tilbage.
S: Nu bliver jeg helt rørt.
I: Tak til jer begge to.
""",
        {"S": "{f1}", "T": "{f2}"},
    ),
    Template(
        "peermedarbejderen",
        """
I: Du må starte, hvor du vil.
S: okay. jeg er peer, det vil sige, at jeg har prøvet det selv. stoffer i nitten år. nu er jeg ansat på halv
tid på herberget. mit navn er {m1_}, eller {m1}, det er lige meget.
I: Hvordan kom du fra det ene til det andet?
S: Det var en, der hed {m2}. Vi sad i samme fængsel, i {town}. Han kom ud et år før mig, og da jeg kom ud,
stod han udenfor med en burger. Jeg havde ikke sagt til nogen, at jeg kom ud den dag.
I: Hvor vidste han det fra?
S: Fra præsten. {f1+}, fængselspræst. Hun har reddet flere, end hun ved. Hun sagde til {m2}, at der nok var
en, der blev sulten ved ti-tiden. Mere sagde hun ikke.
I: Hvad skete der så?
S: Så tog {m2} mig med til et møde i [Anonyme Narkomaner]. Der sagde jeg ikke noget. Jeg sad og talte
loftplader. Der var toogfirs. Og så kom jeg igen næste dag, og der var stadig toogfirs.
I: Hvornår begyndte du at sige noget?
S: Efter en måned. Jeg sagde mit navn. Og så sagde de det alle sammen tilbage. Det er et lille trick, men det
virker. {m1}, hej {m1}. Der var en dame, {f2}, der altid sagde det lidt for sent.
I: Hvem er hun for dig?
S: Hun er min sponsor. Altså ikke med penge. {f2} har været clean i femogtyve år. Hun er bedstemor og kører
knallert. Man kan ringe til hende hele døgnet. Jeg kan nummeret i søvne, {phone}.
I: Hvordan fik du jobbet på herberget?
S: Forstanderen, {m3^}, havde hørt mig fortælle min historie på et kursus. Han sagde: kan du komme på mandag?
Jeg sagde, at jeg havde en straffeattest så lang som en rulle toiletpapir. Han sagde: det er derfor.
I: Hvad laver du på en almindelig dag?
S: Jeg drikker kaffe med folk. Jeg går med dem på jobcentret. I går var jeg afsted med {m4}, han får sved i
hænderne, bare han ser en nummerautomat. Vi trak nummer 47, og så gik vi ud og røg til nummer 44.
I: Hvad laver du derinde på kontoret?
S: Jeg oversætter. Damen siger plan, og {m4} hører straf. {f3} hedder hun, og hun er god nok. Jeg har sagt til
hende, at hun skal sige: hvad skal vi to nå i dag?
I: Gjorde hun det?
S: Ja. Og {m4} svarede. Han sagde: jeg skal nå at få et sygesikringskort. For det havde han ikke. Så sad vi
tre og skrev hans nummer ned, {cpr}, og han kunne ikke huske de sidste fire, så jeg måtte ringe til hans
søster.
I: Hans søster?
S: {f4}. Hun bor i {town}. De havde ikke talt sammen i seks år. Hun spurgte, om han var død. Jeg sagde, nej,
han sidder lige her. Så blev der helt stille.
I: Talte de sammen?
S: Ja. {f3} gik ud og lukkede døren. Det er det, jeg mener med, at hun er god nok.
I: Hvad kan du, som en socialrådgiver ikke kan?
S: Jeg kan sige, at det er noget pis. Når {m5} siger, at han er stoppet, så kan jeg se på hans sko, at det er
løgn. Det kan {f3} ikke. Og så kan jeg sige: {m5}, dine sko. Og så griner han.
I: Er der noget, der er svært ved at være kollega med dem, der før var dine behandlere?
S: Det kan du tro. Den ene, {f5+}, har smidt mig ud tre gange. Nu deler vi skrivebord. Første dag sagde hun:
vil du have vinduespladsen? Og det var ligesom en undskyldning, selv om det jo var mig, der var en idiot.
I: Hvad med løn og den slags?
S: Halv tid til overenskomst. Mine penge går ind på {account}, og halvdelen går videre til staten. Jeg skylder
stadig for en butiksrude fra nittenhundrede og fireoghalvfems.
I: Hvordan er I organiseret på tværs?
S: Vi er fire peers i byen. {m2} er i misbrugscentret, {f6} er i psykiatrien, og så er der {m6+} ude på
gadeplan. Vi mødes hver torsdag hos [SAND]. Der er en kasse med rundstykker og ingen referat.
I: Hvorfor intet referat?
S: Fordi så kan man sige det, som det er. {f6} sagde engang, at hun havde lyst til at drikke. Hvis det stod i
et referat, så havde hun ikke sagt det. Så kørte {m6} hende hjem, og så sad han på hendes trappe til om
morgenen.
I: Hvordan passer I på hinanden?
S: Sådan. Og så har {m3^} givet os en supervisor. Hun hedder {f7}, og hun er psykolog. Hun siger ikke meget.
Hun nikker. {f7s} stol knirker.
I: Hvad er det værste, der er sket?
S: Da {m4} døde. Det var i marts. Jeg havde lige været med ham til tandlæge. Han havde fået nye tænder. Han
smilede som en skoledreng, og så tog han en overdosis den samme weekend.
I: Det gør mig ondt.
S: Ja. {f4} kom til begravelsen. Hun takkede mig for den telefonsamtale. De nåede at holde jul sammen. {f1}
holdt talen, hun sagde {m4s} fulde navn, og jeg vidste slet ikke, at han hed {m4^}.
I: Hvad gør sådan noget ved dig?
S: Jeg ville ud at tage noget. Jeg stod på {street}, og jeg vidste, hvilken dør det var. Så ringede jeg til
{f2}. Hun sagde: bliv stående. Og så kom hun på den knallert.
I: Hvad ville du sige til kommuner, der vil ansætte peers?
S: Ansæt to. Aldrig kun en. Og giv dem en nøgle. Den dag jeg fik nøgle, ringede jeg til min mor. {f8} hedder
hun, hun er enogfirs. Hun sagde: har de givet DIG en nøgle?
I: Er I i kontakt?
S: Hver dag. Hun kalder mig {m1%}, ligesom da jeg var lille. Det er der ingen andre, der må. Hun har gemt alle
mine breve fra fængslet.
I: Hvordan bliver dit arbejde dokumenteret?
S: {f5} skriver i systemet, og jeg fortæller. Der står bare {m1.} og så en dato. Jeg vil ikke skrive om folk.
De skrev nok om mig.
I: Det er en vigtig pointe.
S: Det er det. Jeg har fået aktindsigt. Fire hundrede sider. Der var nogen, der havde kaldt mig {m1~} hele
vejen igennem. De havde ikke engang læst mit navn.
I: Hvad håber du på?
S: At få fuld tid. Og at {m5} bliver. Og en lille hund, men det må man ikke i min opgang.
I: Kan jeg få lov at kontakte dig igen?
S: Ja, prøv {phone}, og hvis jeg ikke svarer, så skriv til {email m3}, så siger forstanderen det til mig. Brug
ikke den på papiret.
I: Hvad er din adresse, til gavekortet?
S: {address}. Det er tredje dørtelefon, der står stadig {f9+} på skiltet.
I: Tak, fordi du ville fortælle.
S: Det er det, jeg får løn for. Nej, det var fint.
""",
        {"I": "Int", "S": "Peer"},
    ),
    Template(
        "landsbylauget",
        """
I: Hvor længe har du boet i landsbyen?
S: Hele livet, på nær to år i marinen. Jeg er født på gården, og den har min søn nu. {m1}. Jeg sidder i lauget
sammen med {m2+} og fire andre. Vi er vel dem, der ikke kan sige nej.
I: Hvad laver lauget?
S: Vi klipper græs ved gadekæret, vi holder fastelavn, og så har vi overtaget den gamle købmand. Det er {f1},
der fik ideen. {f1} er tilflytter, hun har kun boet her i tyve år.
I: Tyve år, og stadig tilflytter?
S: Det siger vi for sjov. {f1+}, hun kommer fra {town}, og hun har lavet mere på de tyve år end vi andre på
hundrede.
I: Hvad ville hun med købmanden?
S: Hun ville have, at nogen kunne købe en liter mælk. Og så skulle der være en stol. Der bor en enke oppe ad
bakken, fru {f2^}, og hun havde ikke talt med nogen i elleve dage. Elleve dage. Det kom frem ved et tilfælde.
I: Hvordan?
S: Det var {m3}, der kører med skraldebilen. Han lagde mærke til, at hendes spand var tom. Så bankede han på.
{f2}, det er enken altså, hun havde ligget med en brækket hofte i to døgn.
I: Det lyder alvorligt.
S: Det var det. Og {m3} er ikke en mand, der taler. Men til generalforsamlingen rejste han sig op og sagde
det. Og så blev der stille i forsamlingshuset.
I: Og derefter?
S: Derefter købte vi butikken. Vi lagde fem tusind hver. {m2} skrev til kommunen, og der kom en
landdistriktskonsulent, {f3+}. Hun havde gummistøvler på, så vi tænkte, det går nok.
I: Hvad bidrog hun med?
S: Hun kendte [LAG]. Det er sådan nogle EU-penge. {f3} sad ved mit køkkenbord i tre aftener, og min kone,
{f4}, lavede biksemad. Vi fik to hundrede tusind. Vi troede, det var en tastefejl.
I: Hvem passer butikken?
S: Frivillige. Der er {f1}, der er {f5} og hendes mand {m4}, og så er der de unge fra bostedet. Det var {f3},
der fik det i stand. De bor ude på {street}, og de ville gerne have noget at stå op til.
I: Hvordan gik det?
S: Nogle var nervøse. {m2} spurgte, om de kunne tælle penge. Det kan de. Der er en, {m5}, han kan tælle
hurtigere end kassen. Han kan også alle fødselsdage. Han siger tillykke til folk, før de er kommet ind ad
døren.
I: Er der ansatte med fra bostedet?
S: {f6}, hun er pædagog. I starten stod hun lige bagved. Nu sidder hun og læser avis. Det er det bedste tegn,
siger hun.
I: Hvad betyder det for landsbyen?
S: At vi har fået øje på nogle, der boede her hele tiden. Jeg er kørt forbi det bosted i femten år. Jeg
troede, det var et kontor. Nu er {m5} med i mit petanquehold.
I: Er der nogen, der er utilfredse?
S: Der er altid nogen. Svigersøn til den gamle smed, {m6^}, syntes, at det trak huspriserne ned. Så kom hans
egen søn, {m7}, på bostedet. Ja, det var en ulykke med en traktor. Nu står {m6^} der hver lørdag.
I: Det er en stærk historie.
S: Den er sand. Jeg har ikke lavet om på noget. Spørg {f6}.
I: Hvordan er økonomien?
S: Vi løber rundt. Omsætningen er på halvanden million, og overskuddet er på et par tusind. {f5} har
regnskabet, hun var i [Danske Bank]. Konto {account}, hvis du vil give et bidrag.
I: Hvad er det sværeste?
S: Tørvetrillerne. Nej, det sværeste er at få nogen under halvtreds. {m1} har to små børn og tre hundrede
køer. Man kan jo ikke byde ham en vagt oveni. Hans kone, {f7}, har en onsdag i måneden.
I: Kan man gøre noget ved det?
S: Vi har lavet en ordning, så man kan tage sine børn med. Der er en krog med klodser. Min sønnesøn er fire,
han hedder {m8}, han siger, at han ejer butikken.
I: Hvilken støtte har I fået fra kommunen siden?
S: {f3} fik andet arbejde. Så kom der en, der hed {f8}, og hun var på barsel, og så kom der en vikar. Jeg har
hans kort her: {m9+}, {phone}, {email m9}. Ham har jeg aldrig mødt.
I: Savner I en fast person?
S: Ja. Man skal begynde forfra. {f3} vidste, at jeg er halvdøv på det ene øre. Hun satte sig altid på den
rigtige side. Det står ikke i nogen stillingsbeskrivelse.
I: Bruger I digitale værktøjer?
S: Vi har en vagtplan på nettet. {url} hedder den. {m4} hader den. Så {f5} printer den ud, og så retter han i
den med blyant, og så skriver hun det ind igen. På planen står der {m4.}, og det er altid forkert.
I: Hvordan spreder I det til andre?
S: Vi har haft besøg af fire landsbyer, og en fra Sverige. Han hed noget mærkeligt, og på navneskiltet stod
der {m9~} eller sådan noget, så ham kaldte vi bare svenskeren. Han købte alle vores kartofler.
I: Hvis du skulle pege på én ting, der gør, at det lykkes?
S: {f1}. Hun spørger folk, om de vil, på en måde, så man ikke opdager, at man har sagt ja. {f1s} mor var vist
ligesådan. Hun hed {f9}, siger de gamle.
I: Hvad siger {f1} selv?
S: Hun siger, at det er stolen. At det hele handler om, at der er en stol ved disken. Fru {f2^} sidder i den
hver formiddag. Hun er treoghalvfems. {f2_}s stol, står der på en seddel, {m5} har skrevet den.
I: Jeg vil gerne tage et billede af den stol.
S: Gør det. Det er {address}, {postcode}. Der er åbent til seks. Parker ikke foran porten, der holder {m3} med
skraldebilen, {plate}, og han viger ikke.
I: Må jeg skrive dit navn i rapporten?
S: {m0+}. Men det behøver du ikke. Skriv en gammel bonde. De ved godt, hvem det er.
I: Det gør jeg så. Og hvis jeg skal have fat i dig?
S: Fastnet. {phone}. {f4} tager den. Du skal tale højt. Hun har heller ikke for god en hørelse, så vi råber
til hinanden hele dagen.
I: Jeg skal nok råbe. Tak for i dag.
S: Det var så lidt. Du må hilse inde i {town}, eller hvor du nu kommer fra.
""",
        {"S": "IP"},
    ),
)

NOBODY_HELD_OUT = (
    Template(
        "nobody, at school",
        """
I: Hvordan blev I en del af projektet?
S: Skolen fik en mail fra forvaltningen. Den lå ulæst i en uge. Liv og død var det jo ikke. Så ringede de, og
så havde vi allerede sagt ja, viste det sig.
I: Hvad gik det ud på?
S: Klassen skulle ud i byen. Ud at møde foreninger. Børnene valgte selv, og de valgte brandværnet,
dyreinternatet og [McDonald's]. Den sidste fik de ikke.
I: Hvad sagde de til det?
S: De sagde, at vi voksne er nærige. Men brandværnet tog imod. Brand øver de hver onsdag, og børnene måtte
holde slangen. En blev helt våd. Ask og kul stod de i bagefter.
I: Hvad fik de ud af det?
S: De lærte, at voksne gør noget gratis. Det vidste de ikke. En dreng spurgte, hvem der betalte. Ingen, sagde
brandmanden. Så tænkte drengen længe. Er det så en hobby, spurgte han.
I: Hvordan blev det fulgt op?
S: Vi lavede en udstilling i aulaen. Fotos, tegninger, en slange. Forældrene kom, og der var kø ved kaffen.
Viceskolelederen holdt tale på sine egne tre sprog: dansk, engelsk og pædagogisk.
I: Er det et fast samarbejde nu?
S: Ja, hvert efterår. Femte klasse går på besøg, sjette klasse gør noget til gengæld. Sidst samlede de ind til
[Julemærkehjemmet]. Tolv tusind kroner på en formiddag. Det var vildt.
I: Hvem holder i trådene?
S: Pædagogisk leder. Men hun er langtidssyg, så nu er det mig. Jeg er vikar for vikaren. Sommer og vinter,
altid vikar. Og så er der en mor, der er god til Excel.
I: Hvad er svært?
S: Transporten. Bussen koster. Vi gik til dyreinternatet, og det var seks kilometer. Vi nåede frem til
lukketid. Rosen i knaphullet fik vi ikke den dag.
I: Hvad kunne hjælpe?
S: At nogen ejede en bus. [Arriva] sagde nej. Plejehjemmet har en, men den må vi ikke bruge, for den står i et
andet budget. Sund fornuft står vist i et tredje.
I: Taler du om siloer?
S: Ja, det hedder det vel. Mit ord er kasser. Kasse ved siden af kasse. Så går man rundt og banker på dem
udefra. Stig på, siger de inde i kassen, men døren er låst.
I: Hvordan går det med at få nye foreninger med?
S: Godt. Mandag ringede skakklubben. Tirsdag ringede roklubben. Nu siger vi pænt, at der er venteliste. Det
havde jeg ikke drømt om for to år siden.
I: Hvad har ændret sig?
S: Rygtet. Avisen skrev om det, og TV2 var her i fire minutter. Så vil alle være med. Fred og idyl er det
ikke, for nu skændes de om torsdagene.
I: Hvordan løser I det?
S: Vi trækker lod. Der er en hat. Sand i øjnene får man først, hvis der er nogen, der kigger i hatten. Det er
sket en gang.
I: Hvordan har du selv det med det?
S: Jeg kan lide det. Man ser børnene på en ny måde. Den mest urolige dreng stod stille i en time foran en
blind hest. Jeg har aldrig set noget lignende i min tid som lærer.
I: Hvad tror du, der skete?
S: Hesten skulle ikke have ham til noget. Det var hvile. Siden har vi haft færre konflikter i frikvarteret. Om
det er hesten eller hormoner, det skal jeg ikke kunne sige.
I: Har I målt på det?
S: Nej. PPR spurgte, om de måtte lave en trivselsmåling. Nationale test har vi nok af, sagde jeg. Men de måtte
gerne komme og se på hesten.
I: Kom de?
S: I november. I regnvejr. De stod der alle tre med paraply og blev ganske tavse. Svane kan man også se
derude, og hare og rådyr. Naturvejleder er den ene af dem blevet nu, hører jeg.
I: Det er jo næsten et eventyr.
S: Ja, men udgifter til paraply dækkes ikke. Det står på side 31 i vejledningen fra 2019, afsnit 4.2.1. Jeg
har slået det op.
I: Tak for din tid.
S: Tak i lige måde. Nu ringer det ud, kan du høre, og så skal man ikke stå i vejen.
""",
    ),
    Template(
        "nobody, at the harbour",
        """
I: Vi kan begynde med stedet her. Hvad er det for et værksted?
S: Det er et træskibsværft. Det var det i hvert fald. Nu er det en forening, der har det. Vi er en flok
pensionister og nogle unge, som jobcentret sender. Hver morgen klokken otte er der rugbrød.
I: Hvad laver de unge?
S: De sliber. De fleste kan ikke lide at slibe. Men efter en uge kan de mærke noget i hænderne. Krog og line
og tov lærer de også. Og at drikke kaffe uden mælk, for mælken er altid sur.
I: Hvordan er I kommet i gang sammen?
S: Det var en tilfældighed. Projektlederen sejlede selv. Hun kom med en utæt jolle, og så sagde hun, at hun
havde nogle unge, der også var utætte. Det morede vi os over. Aftalen blev lavet på et stykke krydsfiner.
I: Findes den endnu?
S: Den er sat op over døren. Kort er den: Vi prøver. Sådan står der. Kommunens jurist ville have otte sider.
Dem har vi også, de ligger under kaffemaskinen, fordi den står skævt.
I: Hvad er jeres erfaringer med de unge?
S: At de skal have lov til at ødelægge noget. En ung mand savede en planke for kort, og han blev ligbleg. Så
sagde formanden: godt, så laver vi en kortere båd. Der grinede han. Det var vist første gang i lang tid.
I: Hvad gør I, når det er svært?
S: Så sejler vi. Vind i håret, det hjælper. Sol er bedre, men regn går også. Man kan ikke løbe sin vej på en
båd. Man kan heller ikke se på sin telefon, for der er ingen dækning uden for molen.
I: Hvordan er det at være med som frivillig?
S: Man bliver yngre. Jeg er selv maskinarbejder, og jeg var gået i stå. Konen sagde, at jeg var som en gammel
urværk, nej, et gammelt urværk. Nu går det igen. Tak for det.
I: Hvad siger kommunen til resultaterne?
S: De siger, at det er fremragende, og så skærer de ned. Budgettet for 2023 var på 400.000, og i år er det på
250.000. Vi må selv finde resten. [Realdania] har givet lidt, og [Nordea-fonden] har givet en ny ovn.
I: Hvordan søger man sådan noget?
S: Skriv kort. Sæt et billede ind. Og skriv aldrig ordet synergi. Det lærte vi af en dame fra en fond, hun
sagde det lige ud. Alle skriver synergi, sagde hun, og så lægger jeg dem i den anden bunke.
I: Hvem er målgruppen?
S: Unge uden noget at stå op til. De er mellem 17 og 25. Nogle bor hos deres mor, nogle bor ingen steder. Hjem
er et stort ord. For nogle af dem er hjem en taske.
I: Kan I samarbejde med uddannelserne?
S: Ja, med teknisk skole. Lærerne derfra er søde, men eleverne skal have papir på det. EUD, EUV, EGU, FGU. Jeg
kender dem ikke fra hinanden. Vi har en fra UU, der kommer og oversætter.
I: Hvad er oversættelsen?
S: At det, de kan, har et navn. Sliber du en spant, så hedder det overfladebehandling. Det er pænt. Så får de
et kursusbevis med stempel. Stemplet har vi selv skåret.
I: Er der et øjeblik, du husker særligt?
S: Søsætningen. Maj måned, flag og hornorkester, og hele kajen var fuld. Båden gled ud, og så sank den. Ikke
meget, men nok. Alle klappede alligevel. Den er tæt nu.
I: Hvad blev den døbt?
S: Den blev døbt Synergi. Det var de unge, der bestemte. Jeg syntes, det var en frækhed, og det var det jo
også. Den ligger derude, den blå.
I: Hvad er udsigten for næste år?
S: Der kommer to nye både ind. Måge og tejst kigger på. Fyr er bestilt, og lærk også, altså træet. Og så skal
taget laves. Brædder har vi nok af. Det er hænder, vi mangler.
I: Hvordan får man fat i hænder?
S: Man lægger en åben dør. Så kigger de ind. Er der rugbrød, så bliver de. Sådan har det altid været på en
havn. Hold døren åben, har vi skrevet på LinkedIn, og det gav to.
I: Tak, fordi jeg måtte kigge ind.
S: Selv tak. Pas på hovedet. Bjælken dér har taget flere konsulenter.
""",
    ),
)
