package nl.tweespoor.account;

/**
 * Who carries something, as one text in the models: {@code group/userId} for a person who was chosen in the capacity of
 * that group, or the id of a group alone. No id of a group has a slash.
 *
 * @param userId null for a group
 */
public record RoleHolder(String group, String userId) {

    /** In the place of a group: someone from outside, who has no account. */
    static final String OUTSIDE = "outside";
    private static final String BETWEEN = "/";

    public static RoleHolder of(String written) {
        int between = written.indexOf(BETWEEN);
        return between < 0 ? new RoleHolder(written, null)
                : new RoleHolder(written.substring(0, between), written.substring(between + BETWEEN.length()));
    }

    public String written() {
        return userId == null ? group : group + BETWEEN + userId;
    }
}
