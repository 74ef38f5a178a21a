package nl.tweespoor.engine;

/**
 * What a room keeps of its own under the number of a dossier or a stand-in. A bean of this type is told when the ledger of
 * that number is removed, in the same transaction: what nobody has to account for any more names nobody.
 */
public interface RemovalRule {

    /** @param number nothing that carries it runs any more */
    void removed(String number);
}
