"""Common given names of Europe, America and Asia: what tells a person's name from a company's."""

from __future__ import annotations

from typing import Final

GIVEN_NAMES: Final = frozenset(
    """
    aaron abdul abdullah abigail abraham adam adrian adriana agnes ahmed aidan akihiko akihiro akiko akio akira alan
    alasdair albert alejandro alessandro alex alexander alexandra alexis alfred ali alice alison allan allen allison
    alvin amanda amber amir amit amy ana anders andre andrea andreas andrew andrey andy angel angela angelo anil
    anita anjali anke ann anna anne annette annie anthony antoine anton antonio aoife ari arjun armin arnold arthur
    asako ashley astrid atsushi august axel ayumi barbara barry bart beat beatrice becky ben benedict benjamin
    bernard bernd beth betty beverly bill billy birgit bjorn bob bobby boris brad bradley brandon brenda brent brett
    brian bridget bruce bruno bryan caleb calvin cameron camille carl carla carlo carlos carmen carol caroline
    carolyn carrie catherine cathy cecil charles charlie charlotte chen cheryl chloe chris christian christina
    christine christoph christophe christopher cindy claire clara clark claude claudia claus clive colin connie
    conrad corey craig curt curtis cynthia daisuke dale damian damien dan dana daniel daniela danielle danny dario
    darren dave david dean deborah debra declan deepak denis dennis derek detlef diana diane didier diego dieter
    dimitri dirk dmitri dominic dominique don donald donna doris dorothy doug douglas duane duncan dustin dwight
    dylan earl ed eddie edgar edith edmund eduardo edward edwin egon eiji eileen elaine eleanor elena eli elizabeth
    ella ellen elliot elon elsa emanuel emil emilia emily emma enrico enrique enzo eric erica erich erik erin ernest
    ernst erwin ethan eugene eva evan eve evelyn fabian fabio felipe felix fergus fernando filip florian frances
    francesca francesco francis francisco franck frank franz fred frederic frederick friedrich fritz fumio gabriel
    gail gareth gary gavin gene geoff geoffrey georg george gerald gerard gerhard gilbert gina giorgio giovanni
    gisela giuseppe glen glenn gloria gordon goro grace graham grant greg gregor gregory guenther gunnar gunther
    gustav guy hamish hank hannah hannelore hans harold harriet harry hartmut haruki haruto harvey hassan heather
    hector heidi heike heinrich heinz helen helena helmut henri henrik henry herbert herman hermann hideaki hideki
    hideo hidetoshi hiroaki hirofumi hirokazu hiroko hiroshi hiroyuki hisashi holger holly horst howard hubert hugh
    hugo hyun ian ibrahim ichiro igor ingrid irene iris isaac isabel isabella isamu isao ivan jack jackie jacob
    jacqueline jacques jaime jake jakob james jamie jan jane janet janice jared jason jasper javier jay jean jeff
    jeffrey jennifer jenny jens jeremy jerome jerry jesse jessica jesus jill jim jimmy jiro jo joachim joan joanna
    joao jochen joe joel joerg johan johann johannes john johnny jon jonas jonathan jordan jorge jose josef joseph
    josh joshua juan judith judy juergen julia julian julie julien juliet june junichi jurgen justin kaoru karen
    karin karl kate katherine kathleen kathryn kathy katie kay kazuhiro kazuo kazuya keiko keisuke keith kelly ken
    kenichi kenji kenjiro kenneth kent kenta kevin kiichiro kim kirk kiyoshi klaus koichi koji konosuke konrad
    kristen kristin kumar kunihiko kurt kyle lance larry lars laura lauren laurent laurie lawrence leah lee lei len
    leo leon leonard leslie lewis li liam linda lisa liz lloyd logan lois lorenzo lori lothar louis louise luc lucas
    lucia lucy ludwig luigi luis luke lynn mabel maggie makoto manfred manuel marc marcel marcia marco marcus
    margaret maria marie mariko marilyn mario marion mark markus marlene martha martin marvin mary masaaki masahiro
    masaki masao masaru masashi masato masayoshi mason mathieu matt matteo matthew matthias maurice max maxwell
    megan mehmet mei melanie melissa melvin michael michel michele michelle michihiro miguel mike mikhail mikkel
    minoru miranda mitch mitsuo mohamed mohammed monica monika morgan moritz muhammad nadia nancy naoki naoko
    natalia natalie natasha nathan neil nelson niamh nicholas nick nicola nicolas nicole nigel nikolai nils nina
    noah noboru nobuo nobuyuki noel nora norbert noriko norman oliver olivia olivier olof omar osamu oscar oskar
    otto owen pablo pamela paolo pascal pat patricia patrick paul paula pauline pedro penny per perry pete peter
    petra phil philip philipp philippe phillip pierre piotr priya rachel rafael rainer raj rajesh ralf ralph ramon
    randall randy raul ravi ray raymond rebecca reed regina reinhard reinhold renate rene ricardo richard rick rita
    rob robert roberto robin rod roger roland rolf roman ron ronald rosa rose rosemary ross roy ruben rudolf russ
    russell ruth ryan ryo ryoichi ryuichi sabine saburo sachiko sakichi sally salvatore sam samantha samuel sandra
    sandy sanjay santiago sara sarah sasha satoru satoshi scott sean sebastian seiichi seiji sergei sergey seth
    shane shannon sharon shaun shawn sheila shigeo shigeru shinichi shinji shirley shiro shoichi shoji shuji sid
    sidney siegfried silke simon siobhan sofia soichiro sonia sophia sophie soren stacy stan stanley stefan stefano
    stephan stephanie stephen steve steven stewart stuart sue sundar sunil susan susanne susumu suzanne sven sylvia
    tadao tadashi takao takashi takayuki takeo takeshi takumi tamara tanya tara tatsuya ted terence teresa terry
    tetsuo tetsuya theo theodore theresa thierry thomas thorsten tiffany tim timothy tina todd tom tommy tomoko
    tomoyuki toni tony torsten toru toshiaki toshihiro toshio tracy travis trevor tristan troy tsutomu tyler udo
    ulrich ulrike ursula uwe valentina valerie vanessa vera vernon veronica victor victoria vikram viktor vince
    vincent viola virginia vivian vladimir volker wade walter wang warren wayne wei wendy werner wilhelm will willem
    william willy winston wolfgang xavier xiaoming yan yang yasmin yasuhiro yasuo yasushi yoichi yoko york yoshi
    yoshiaki yoshihiro yoshihisa yoshiko yoshio yosuke yuichi yuji yuki yukio yuko yumi yuri yusuke yutaka yves
    zachary zhang zoe
    """.split()
)
"""Lower case; gathered from general knowledge for this project, no list was copied."""
