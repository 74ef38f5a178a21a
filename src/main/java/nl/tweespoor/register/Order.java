package nl.tweespoor.register;

/** In which decisions come, and so where the next ones begin. */
enum Order {

    NEWEST_FIRST("d.recorded_at desc, d.chain desc, d.sequence desc", "d.recorded_at <= :lastAt and (d.recorded_at < :lastAt"
            + " or d.chain < :lastChain or d.chain = :lastChain and d.sequence < :lastSequence)"),
    BY_DOSSIER("d.chain, d.sequence",
            "d.chain >= :lastChain and (d.chain > :lastChain or d.sequence > :lastSequence)");

    private final String by;
    private final String afterLast;

    Order(String by, String afterLast) {
        this.by = by;
        this.afterLast = afterLast;
    }

    String by(Filter filter) {
        return " order by " + (this == NEWEST_FIRST ? filter.leading() : "") + by;
    }

    /** After the parameters {@code lastAt}, {@code lastChain} and {@code lastSequence}. */
    String afterLast() {
        return afterLast;
    }
}
