"""Common given names of Europe, America and Asia: what tells a person's name from a company's."""

from __future__ import annotations

from typing import Final

GIVEN_NAMES: Final = frozenset(
    """
    aaron abdul abdullah abigail abraham adam adrian adriana agnes ahmed aidan akira alan alasdair albert
    alejandro alessandro alex alexander alexandra alexis alfred ali alice alison allan allen allison alvin
    amanda amber amir amit amy ana anders andre andrea andreas andrew andrey andy angel angela angelo anil anita
    anjali anke ann anna anne annette annie anthony antoine anton antonio aoife ari arjun armin arnold arthur
    ashley astrid august axel barbara barry bart beat beatrice becky ben benedict benjamin bernard bernd beth
    betty beverly bill billy birgit bjorn bob bobby boris brad bradley brandon brenda brent brett brian bridget
    bruce bruno bryan caleb calvin cameron camille carl carla carlo carlos carmen carol caroline carolyn carrie
    catherine cathy cecil charles charlie charlotte chen cheryl chloe chris christian christina christine
    christoph christophe christopher cindy claire clara clark claude claudia claus clive colin connie conrad
    corey craig curt curtis cynthia dale damian damien dan dana daniel daniela danielle danny dario darren dave
    david dean deborah debra declan deepak denis dennis derek detlef diana diane didier diego dieter dimitri
    dirk dmitri dominic dominique don donald donna doris dorothy doug douglas duane duncan dustin dwight dylan
    earl ed eddie edgar edith edmund eduardo edward edwin egon eileen elaine eleanor elena eli elizabeth ella
    ellen elliot elon elsa emanuel emil emilia emily emma enrico enrique enzo eric erica erich erik erin ernest
    ernst erwin ethan eugene eva evan eve evelyn fabian fabio felipe felix fergus fernando filip florian frances
    francesca francesco francis francisco franck frank franz fred frederic frederick friedrich fritz gabriel
    gail gareth gary gavin gene geoff geoffrey georg george gerald gerard gerhard gilbert gina giorgio giovanni
    gisela giuseppe glen glenn gloria gordon goro grace graham grant greg gregor gregory guenther gunnar gunther
    gustav guy hamish hank hannah hannelore hans harold harriet harry hartmut harvey hassan heather hector heidi
    heike heinrich heinz helen helena helmut henri henrik henry herbert herman hermann hideo hirofumi hiroshi
    hiroyuki holger holly horst howard hubert hugh hugo hyun ian ibrahim ichiro igor ingrid irene iris isaac
    isabel isabella isamu ivan jack jackie jacob jacqueline jacques jaime jake jakob james jamie jan jane janet
    janice jared jason jasper javier jay jean jeff jeffrey jennifer jenny jens jeremy jerome jerry jesse jessica
    jesus jill jim jimmy jiro jo joachim joan joanna joao jochen joe joel joerg johan johann johannes john
    johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua juan judith judy juergen julia julian
    julie julien juliet june jurgen justin karen karin karl kate katherine kathleen kathryn kathy katie kay
    kazuhiro kazuo keith kelly ken kenji kenneth kent kevin kim kirk kiyoshi klaus koji konrad kristen kristin
    kumar kurt kyle lance larry lars laura lauren laurent laurie lawrence leah lee lei len leo leon leonard
    leslie lewis li liam linda lisa liz lloyd logan lois lorenzo lori lothar louis louise luc lucas lucia lucy
    ludwig luigi luis luke lynn mabel maggie makoto manfred manuel marc marcel marcia marco marcus margaret
    maria marie marilyn mario marion mark markus marlene martha martin marvin mary masaru mason mathieu matt
    matteo matthew matthias maurice max maxwell megan mehmet mei melanie melissa melvin michael michel michele
    michelle miguel mike mikhail mikkel minoru miranda mitch mohamed mohammed monica monika morgan moritz
    muhammad nadia nancy naoki natalia natalie natasha nathan neil nelson niamh nicholas nick nicola nicolas
    nicole nigel nikolai nils nina noah noboru noel nora norbert norman oliver olivia olivier olof omar oscar
    oskar otto owen pablo pamela paolo pascal pat patricia patrick paul paula pauline pedro penny per perry pete
    peter petra phil philip philipp philippe phillip pierre piotr priya rachel rafael rainer raj rajesh ralf
    ralph ramon randall randy raul ravi ray raymond rebecca reed regina reinhard reinhold renate rene ricardo
    richard rick rita rob robert roberto robin rod roger roland rolf roman ron ronald rosa rose rosemary ross
    roy ruben rudolf russ russell ruth ryan sabine saburo sally salvatore sam samantha samuel sandra sandy
    sanjay santiago sara sarah sasha satoshi scott sean sebastian sergei sergey seth shane shannon sharon shaun
    shawn sheila shigeru shirley sid sidney siegfried silke simon siobhan sofia sonia sophia sophie soren stacy
    stan stanley stefan stefano stephan stephanie stephen steve steven stewart stuart sue sundar sunil susan
    susanne suzanne sven sylvia tadashi takashi takeshi tamara tanya tara ted terence teresa terry tetsuya theo
    theodore theresa thierry thomas thorsten tiffany tim timothy tina todd tom tommy toni tony torsten toshio
    tracy travis trevor tristan troy tyler udo ulrich ulrike ursula uwe valentina valerie vanessa vera vernon
    veronica victor victoria vikram viktor vince vincent viola virginia vivian vladimir volker wade walter wang
    warren wayne wei wendy werner wilhelm will willem william willy winston wolfgang xavier xiaoming yan yang
    yasmin yoko york yoshi yoshihisa yoshio yuichi yuki yuri yves zachary zhang zoe
    """.split()
)
"""Lower case; gathered from general knowledge for this project, no list was copied."""
