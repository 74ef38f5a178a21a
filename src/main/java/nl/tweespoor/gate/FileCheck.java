package nl.tweespoor.gate;

/**
 * Looks at one kind of fault in one file. It reads nothing but that file: what it finds is remembered, whatever stands beside
 * the file the next time.
 */
interface FileCheck {

    /** @param ours whether the file is a part of Tweespoor, see {@link Models#areOurs()} */
    void check(ModelFile file, boolean ours, Findings findings);
}
