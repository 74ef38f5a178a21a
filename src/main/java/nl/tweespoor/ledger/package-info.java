/**
 * What happened, on record, so that nothing changes unseen: chains of entries, seals over all chains, what checks them, and
 * a proof that travels. It knows no feature; others append. The format stands in {@code ledger/FORMAT.md}.
 */
package nl.tweespoor.ledger;
