package nl.tweespoor.tasklist;

/** The lists that everyone finds in Tasklist, each under a name. */
public enum TaskList {
    MINE("Mijn taken"),
    OF_MY_GROUPS("Taken van mijn groepen"),
    OVERDUE("Te laat"),
    ALL_OF_MY_GROUPS("Alles van mijn groepen");

    private final String title;

    TaskList(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
