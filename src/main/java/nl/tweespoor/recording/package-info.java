/** Tells the ledger what the engine does: who did what, where, when, on what grounds, and what was refused. */
package nl.tweespoor.recording;
