/**
 * Takes dossiers that run to another version of their process, on purpose and each to the same step ({@code domain.md}, invariant 7):
 * shown before it is done, done one by one, and in the ledger.
 */
package nl.tweespoor.moving;
