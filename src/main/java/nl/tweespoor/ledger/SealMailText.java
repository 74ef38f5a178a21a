package nl.tweespoor.ledger;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DutchTime;

/** What someone reads who gets seals by mail, and has never heard of one. */
final class SealMailText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private SealMailText() {
    }

    static String subject(List<SentSeal> seals) {
        return "Bewaren: " + which(seals) + " van het logboek van Tweespoor";
    }

    static String body(List<SentSeal> seals) {
        return """
                Bewaar deze mail met de bijlage, en zet de mail niet op de server van Tweespoor.

                Waarvoor is dit?
                Tweespoor houdt in een logboek bij wie wat besloot, en waarom. Een zegel legt vast hoe dat logboek er op een \
                moment uitzag. Verandert of verwijdert iemand daarna iets in de database, dan past het logboek niet meer bij \
                het zegel dat u hebt. Er staan geen namen en geen teksten van mensen in, wel de nummers van dossiers.

                Wat zit erin?
                %s

                Hoe vergelijkt u?
                1. Bewaar de bijlagen van al deze mails in één map. Verander hun namen niet.
                2. Een dossier: vraag het bewijs ervan, bijvoorbeeld I-2026-0001.zip. Neem Verify.java uit de \
                broncode van Tweespoor, niet uit het bewijs zelf, en voer met Java 17 uit:
                   java Verify.java I-2026-0001.zip %s
                   U mag meer zegels achter elkaar zetten.
                3. Het hele logboek: laat een beheerder de map neerzetten op de server van Tweespoor. Kijk mee als die dit uitvoert:
                   java -jar tweespoor.jar --tweespoor.control=ledger-whole --tweespoor.ledger.seals=MAP
                Beide zeggen welke regel of welk zegel niet klopt.

                Wat kunt u zelf zien?
                Elk zegel heeft een nummer, en er wordt geen nummer overgeslagen. Mist er een, of krijgt u een nummer nog eens met een \
                andere vingerafdruk? Vraag dan waarom: er is iets verwijderd, of een back-up teruggezet.
                """.formatted(seals.stream().map(sent -> line(sent.seal())).collect(Collectors.joining("\n")),
                SealFile.name(seals.get(seals.size() - 1).seal()));
    }

    private static String which(List<SentSeal> seals) {
        long first = seals.get(0).seal().number();
        long last = seals.get(seals.size() - 1).seal().number();
        return first == last ? "zegel " + first : "zegels " + first + " tot en met " + last;
    }

    private static String line(Seal seal) {
        return "Zegel " + seal.number() + " van " + DutchTime.written(seal.sealedAt().toLocalDate()) + " om "
                + seal.sealedAt().format(TIME) + " uur (UTC), over " + seal.entries() + " regels. Vingerafdruk: " + seal.hash();
    }
}
