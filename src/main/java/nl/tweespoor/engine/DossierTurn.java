package nl.tweespoor.engine;

/**
 * Lets people complete the tasks of one dossier after each other, on both tracks. The engine reads a task, its execution
 * and its variables one by one; when a colleague finishes in between it stumbles over half of what was there. It also
 * refuses one of two who complete different tasks at the same moment, for no reason that they could understand.
 */
public interface DossierTurn {

    /** Waits for its turn, until the end of the transaction; without such a task there is nothing to wait for. */
    void await(String taskId);
}
