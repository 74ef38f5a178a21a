package nl.tweespoor.engine;

/**
 * To whom a task goes.
 *
 * @param userId  null when it is of nobody again
 * @param byModel whether the model names this person beside the groups, so that nobody chose
 */
public record Assignment(String userId, boolean byModel) {
}
