package nl.tweespoor.benchmark;

enum DatabaseKind {
    H2("H2"), POSTGRESQL("PostgreSQL");

    private final String title;

    DatabaseKind(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
