package nl.tweespoor.benchmark;

/** Something that is measured, and prints what came out. */
interface Measurement {

    void takeOn(Workbench bench) throws Exception;
}
