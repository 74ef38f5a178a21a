/**
 * Every decision that the ledger holds, to be searched, counted, sampled and taken along, and what an auditor asks of them all
 * together. It finds by tables of its own, which follow the ledger; what it shows is read in the ledger itself.
 */
package nl.tweespoor.register;
