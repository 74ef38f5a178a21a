package nl.tweespoor.account;

import java.util.Optional;
import java.util.stream.Stream;

/** The groups of domain.md: the id that the models name, and the Dutch name that people read. */
public enum Group {
    BOARD("board", "Raad van Bestuur"),
    MANAGEMENT_TEAM("management-team", "Managementteam"),
    HEAD_OF_INNOVATION("head-of-innovation", "Hoofd Innovatie"),
    HEAD_OF_IMPLEMENTATION("head-of-implementation", "Hoofd Implementatie"),
    PROJECT_LEAD("project-lead", "Projectleider"),
    LINE_MANAGER("line-manager", "Teammanager"),
    CARE_PROFESSIONAL("care-professional", "Zorgmedewerker"),
    EMPLOYEE("employee", "Medewerker"),
    IT("it", "ICT"),
    FINANCE("finance", "Financiën"),
    PRIVACY_QUALITY("privacy-quality", "Privacy en kwaliteit"),
    HR("hr", "HR"),
    PROCUREMENT("procurement", "Inkoop"),
    COMMUNICATIONS("communications", "Communicatie"),
    CLIENT_COUNCIL("client-council", "Centrale cliëntenraad"),
    WORKS_COUNCIL("works-council", "Ondernemingsraad"),
    PROCESS_OWNER("process-owner", "Proceseigenaar"),
    AUDITOR("auditor", "Auditor");

    private final String id;
    private final String dutchName;

    Group(String id, String dutchName) {
        this.id = id;
        this.dutchName = dutchName;
    }

    /** Empty for what is none of ours, such as a team or the administrators of the engine. */
    public static Optional<Group> of(String id) {
        return Stream.of(values()).filter(group -> group.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    public String dutchName() {
        return dutchName;
    }
}
