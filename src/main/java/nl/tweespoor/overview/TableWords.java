package nl.tweespoor.overview;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.tweespoor.account.Group;

/** What stands in a cell of a table, as people say it. A word that nobody translated stays as its author wrote it. */
final class TableWords {

    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)\\s*" + NUMBER);
    private static final Pattern RANGE = Pattern.compile("([\\[(\\]])\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*([\\])\\[])");
    private static final Map<String, String> COMPARISONS = Map.of("<=", "%s of minder", ">=", "%s of meer", "<", "minder dan %s",
            ">", "meer dan %s");
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("yes", "ja"), Map.entry("no", "nee"),
            Map.entry("unknown", "niet bekend"), Map.entry("none", "geen"), Map.entry("nothing", "niets"),
            Map.entry("little", "weinig"), Map.entry("some", "wat"), Map.entry("much", "veel"), Map.entry("weak", "zwak"),
            Map.entry("moderate", "gemiddeld"), Map.entry("strong", "sterk"), Map.entry("low", "laag"),
            Map.entry("medium", "gemiddeld"), Map.entry("high", "hoog"), Map.entry("good", "goed"),
            Map.entry("doubtful", "twijfelachtig"), Map.entry("poor", "slecht"), Map.entry("promising", "kansrijk"),
            Map.entry("legalDuty", "wettelijke plicht"), Map.entry("strategicGoal", "strategisch doel"),
            Map.entry("select", "selecteren"), Map.entry("notNow", "niet nu"), Map.entry("reject", "afwijzen"),
            Map.entry("head", Group.HEAD_OF_INNOVATION.dutchName()), Map.entry("board", Group.BOARD.dutchName()),
            Map.entry("other", "iemand anders"), Map.entry("answer", "vragen beantwoorden"), Map.entry("light", "licht"),
            Map.entry("standard", "gewoon"), Map.entry("extended", "uitgebreid"), Map.entry("do", "doen"),
            Map.entry("skip", "overslaan"), Map.entry("oneTeam", "één team"), Map.entry("severalTeams", "meerdere teams"),
            Map.entry("wholeOrganisation", "de hele organisatie"), Map.entry("higher", "hoger is beter"),
            Map.entry("lower", "lager is beter"), Map.entry("onOrAbove", "op of boven de norm"),
            Map.entry("below", "onder de norm"),
            Map.entry("feasible", "haalbaar"), Map.entry("feasibleWithConditions", "haalbaar onder voorwaarden"),
            Map.entry("notFeasible", "niet haalbaar"), Map.entry("noSupport", "te weinig draagvlak"),
            Map.entry("proceed", "doorgaan"), Map.entry("stop", "niet doorgaan"), Map.entry("conditions", "onder voorwaarden"),
            Map.entry("blocking", "blokkeert"), Map.entry("pilot", "een pilot"), Map.entry("noPilot", "geen pilot"),
            Map.entry("works", "het werkt"), Map.entry("partly", "deels"), Map.entry("doesNotWork", "het werkt niet"),
            Map.entry("reporter", "de melder"), Map.entry("colleague", "een collega"), Map.entry("nobody", "niemand"),
            Map.entry("sound", "klopt"), Map.entry("unsound", "klopt niet"), Map.entry("ready", "klaar"),
            Map.entry("notYet", "nog niet"), Map.entry("team", "het team zelf"), Map.entry("later", "later"),
            Map.entry("granted", "genoeg ruimte"), Map.entry("conflict", "te weinig ruimte"), Map.entry("agrees", "ja"), Map.entry("contradicts", "nee"), Map.entry("used", "ja"), Map.entry("unused", "nee"), Map.entry("otherMeasure", "een andere indicator"), Map.entry("conflictAgain", "weer te weinig ruimte"),
            Map.entry("goOn", "doorgaan"), Map.entry("goOnWithActions", "doorgaan met verbeteracties"), Map.entry("adjust", "bijsturen"),
            Map.entry("normal", "gewoon"), Map.entry("done", "gedaan"), Map.entry("notDone", "niet gedaan"), Map.entry("positive", "positief"),
            Map.entry("mixed", "wisselend"), Map.entry("negative", "negatief"), Map.entry("minor", "licht"),
            Map.entry("serious", "ernstig"), Map.entry("projectLead", Group.PROJECT_LEAD.dutchName()),
            Map.entry("lineManager", Group.LINE_MANAGER.dutchName()), Map.entry("holds", "houdt stand"),
            Map.entry("enough", "genoeg"), Map.entry("tooLow", "te laag"), Map.entry("again", "opnieuw meten"), Map.entry("decide", "laten beslissen"),
            Map.entry("between", "tussendoor"), Map.entry("last", "de laatste"),
            Map.entry("heard", "gehoord"), Map.entry("notAsked", "niet gevraagd"), Map.entry("everyone", "iedereen"),
            Map.entry("notEveryone", "niet iedereen"), Map.entry("unheard", "niet gehoord"), Map.entry("fails", "het werkt niet"),
            Map.entry("noData", "geen persoonsgegevens"), Map.entry("notDue", "niet verplicht"), Map.entry("due", "nodig"),
            Map.entry("planned", "moet nog"), Map.entry("notApplicable", "geldt niet"),
            Map.entry("careQuestion", "vraag uit de zorg"), Map.entry("workQuestion", "vraag uit het werk"),
            Map.entry("replacement", "vervanging"), Map.entry("subsidy", "subsidie"),
            Map.entry("same", "wie er baat bij heeft"), Map.entry("differs", "een ander dan wie er baat bij heeft"),
            Map.entry("temporary", "tijdelijk geld"), Map.entry("mostlyYes", "meestal ja"), Map.entry("mostlyNo", "meestal nee"), Map.entry("untold", "niet geteld"), Map.entry("refused", "stemt niet in"), Map.entry("agree", "geen bezwaar"),
            Map.entry("supplierOffer", "aanbod van een leverancier"),
            Map.entry("handOn", "doorgeven"), Map.entry("otherDate", "andere datum"), Map.entry("cannot", "lukt niet"),
            Map.entry("handOver", "de overdracht"), Map.entry("goLive", "de start van een team"), Map.entry("secured", "het borgen"),
            Map.entry("lastEvaluation", "de laatste evaluatie"), Map.entry("pass", "het kan door"), Map.entry("atOnce", "meteen"), Map.entry("reviewed", "na beoordeling"), Map.entry("hold", "het wacht"),
            Map.entry("self", "zichzelf"), Map.entry("closed", "klaar"), Map.entry("fits", "past"), Map.entry("weaker", "lichter dan eerst"), Map.entry("tooLittle", "te weinig"), Map.entry("explain", "zeggen waarom"), Map.entry("more", "meer dan overgedragen"), Map.entry("choose", "kiezen"), Map.entry("keep", "houden"),
            Map.entry("ask", "vragen"), Map.entry("classI", "klasse I"), Map.entry("classIIa", "klasse IIa"), Map.entry("classIIb", "klasse IIb"),
            Map.entry("classIII", "klasse III"), Map.entry("notKnown", "nog niet bekend"),
            Map.entry("needed", "nodig"), Map.entry("notNeeded", "niet nodig"),
            Map.entry("owner", "de eigenaar"), Map.entry("realistic", "realistisch"), Map.entry("notRealistic", "niet realistisch"),
            Map.entry("advise", "aan te raden"), Map.entry("consider", "goed afwegen"), Map.entry("against", "afraden"),
            Map.entry("clientCouncil", Group.CLIENT_COUNCIL.dutchName()), Map.entry("worksCouncil", Group.WORKS_COUNCIL.dutchName()),
            Map.entry("advice", "advies"), Map.entry("consent", "instemming"), Map.entry("month", "een maand"),
            Map.entry("otherGoal", "een ander doel"), Map.entry("withoutGoal", "zonder doel"),
            Map.entry("innovation", "bij Innovatie"), Map.entry("implementation", "bij Implementatie"), Map.entry("follows", "volgt het antwoord"), Map.entry("deviates", "wijkt af"),
            Map.entry("managementTeam", Group.MANAGEMENT_TEAM.dutchName()),
            Map.entry("headOfImplementation", Group.HEAD_OF_IMPLEMENTATION.dutchName()));

    private TableWords() {
    }

    /** Empty when the cell takes anything. */
    static String cell(String feel) {
        String cell = feel.strip();
        Matcher compared = COMPARED.matcher(cell);
        Matcher range = RANGE.matcher(cell);
        if (cell.equals("-")) {
            return "";
        }
        if (TEXTS.matcher(cell).matches()) {
            return TEXT.matcher(cell).results().map(text -> value(text.group(1))).collect(Collectors.joining(" of "));
        }
        if (compared.matches()) {
            return COMPARISONS.get(compared.group(1)).formatted(number(compared.group(2)));
        }
        if (range.matches()) {
            return (range.group(1).equals("[") ? "vanaf " : "meer dan ") + number(range.group(2))
                    + (range.group(4).equals("]") ? " tot en met " : ", minder dan ") + number(range.group(3));
        }
        return cell;
    }

    static String value(Object value) {
        if (value instanceof Number) {
            return number(value.toString());
        }
        return Arrays.stream(String.valueOf(value).split(", ")).map(word -> WORDS.getOrDefault(word, word))
                .collect(Collectors.joining(", "));
    }

    private static String number(String number) {
        return NumberFormat.getInstance(Locale.forLanguageTag("nl")).format(Double.parseDouble(number));
    }
}
